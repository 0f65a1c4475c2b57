import { type Bundle, errors, type HttpRequestOptions, type ZObject } from 'zapier-platform-core';
import { codeOf, explain401, networkTrouble, nextStep, runOf } from '../middleware.ts';
import { familyOf, parseRoute } from './api.ts';
import { authorization, dropLocationToken } from './connection.ts';
import { halted, unadorned } from './halted.ts';
import type { Fields } from './inputFields.ts';
import { unmerged } from './raw.ts';
import { inTime, timeFor, timeLeft } from './runTime.ts';

/** Whose call it is; `labels` name the form's fields in messages. */
export interface Caller {
  z: ZObject;
  bundle: Bundle;
  labels?: Record<string, string> | undefined;
}

/** Endpoints that want a JSON body with a DELETE, be it empty (highlevel-reality d.6; contacts.json). */
const wantsBody = new Set([
  'DELETE /calendars/events/{eventId}',
  'DELETE /contacts/{contactId}/workflow/{workflowId}',
]);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get through.
const hostile = /^\.{0,2}$|[/\\?#%\u0000-\u001f\u007f-\u009f]|\p{Surrogate}/u;

const pathValue = (name: string, value: unknown, labels: Caller['labels']): string => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (!hostile.test(text)) return encodeURIComponent(text);
  const label = labels?.[name] ?? name;
  throw halted(
    text === ''
      ? `“${label}” is required.`
      : `“${label}” cannot be “${text.slice(0, 60)}”: choose it from the list, or map the ID that an earlier step gives.`,
  );
};

const queryOf = (fields: Fields, labels: Caller['labels']): string => {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((item) => item !== undefined && item !== null)
      .map((item) => {
        if (typeof item === 'object') throw halted(`“${labels?.[name] ?? name}” must be a text.`);
        return [name, String(item)];
      }),
  );
  return new URLSearchParams(pairs).toString();
};

/** The request that a route states for an input: path values in the path, the rest in query (GET) or body. */
export const requestOf = (
  route: string,
  input: Fields,
  labels?: Caller['labels'],
): HttpRequestOptions & { url: string } => {
  const { method, path, query } = parseRoute(route);
  const rest = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    delete rest[name];
    return pathValue(name, input[name], labels);
  });
  const inQuery: Fields = {};
  for (const [, key = '', name = ''] of query.matchAll(/(\w+)=\{(\w+)\}/g)) {
    inQuery[key] = input[name];
    delete rest[name];
  }
  const withBody =
    method === 'POST' ||
    method === 'PUT' ||
    (method === 'DELETE' && (Object.keys(rest).length > 0 || wantsBody.has(route)));
  const search = queryOf(withBody ? inQuery : { ...inQuery, ...rest }, labels);
  return {
    method: method as 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: search ? `${url}?${search}` : url,
    headers: {
      Accept: 'application/json',
      ...(withBody ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(withBody ? { body: JSON.stringify(rest) } : {}),
  };
};

/** How long one attempt may take: a read leaves time for a second one. */
const patience = { read: 12_000, write: 25_000 };

const written = new WeakSet<object>();

/** Whether the same request, sent again, makes a second record. An upsert finds what it has made, unless duplicates are asked for. */
const makes = (method: string, path: string, input: Fields): boolean =>
  method === 'POST' && (!path.endsWith('/upsert') || input.createNewIfDuplicateAllowed === true);

/** What an error with a code (middleware.ts) says to people. */
export const sentenceOf = ({ message }: Error): string =>
  (JSON.parse(message) as { message: string }).message;

/**
 * Zapier runs a whole step again after a ThrottledError or a RefreshAuthError, and people after a refusal: not where
 * that would do again what an earlier request of this run has done.
 */
const unlessDone = (bundle: Bundle, error: unknown, reads: boolean): unknown => {
  if (!(error instanceof Error) || !written.has(runOf(bundle))) return error;
  const code = codeOf(error);
  if (!reads && code && code !== 'unavailable' && code !== 'late') {
    return new errors.Error(
      `HighLevel did a part of this step, but refused the rest of it: ${sentenceOf(error)} Look in HighLevel what is missing before you replay this run, so that nothing happens twice.`,
      'partly',
      422,
    );
  }
  if (!/^(Throttled|RefreshAuth)Error$/.test(error.name)) return error;
  return new errors.Error(
    'HighLevel did a part of this step, but took no more requests before the rest of it was done. Look in HighLevel what is missing before you replay this run, so that nothing happens twice.',
    'partly',
    502,
  );
};

/** The id of what a step has just written, for the rest of the step. Throws where HighLevel did not say it. */
export const writtenId = ({ id, _id }: Fields): unknown => {
  const found = id ?? _id;
  if (found !== undefined && found !== null && found !== '') return found;
  throw new errors.Error(
    'HighLevel saved this, but did not say under which ID, so the rest of this step was not done. Look in HighLevel what is missing before you replay this run, so that nothing happens twice.',
    'partly',
    502,
  );
};

/** Milliseconds below which a write is not begun: Zapier would end the run before the answer comes. */
const writing = 2_000;

const tooLate = (): Error =>
  new errors.Error(
    'HighLevel answered so slowly that there was no time left for the last part of this step, which was not sent. Look in HighLevel what is missing before you replay this run, so that nothing happens twice.',
    'late',
    503,
  );

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Calls HighLevel and gives the parsed answer. Reads are tried again twice when HighLevel or the network
 * fails, as long as the run has time; writes never are, only the exchange of tokens before them. A sub-account token that has run out is exchanged once more.
 * Throws what middleware.ts makes of errors: Error with a sentence, HaltedError, ThrottledError, RefreshAuthError.
 * The last two make Zapier run the step again, so they are not thrown once a request of the run has made something.
 * @param route a statement like `GET /contacts/{contactId}`
 */
export const call = async (caller: Caller, route: string, input: Fields): Promise<unknown> => {
  const { z, bundle, labels } = caller;
  const { method, path, reads } = parseRoute(route);
  const { token } = familyOf(route);
  const options = requestOf(route, input, labels);
  let exchanged = false;
  for (let attempt = 0; ; attempt += 1) {
    let header: Record<string, string> = {};
    let isSent = false;
    try {
      header = await authorization(z, bundle, token);
      if (!reads && timeLeft(bundle) < writing) throw tooLate();
      isSent = true;
      const timeout = timeFor(bundle, reads ? patience.read : patience.write);
      const headers = { ...options.headers, ...header };
      const response = await inTime(timeout, (signal) =>
        z.request({
          ...options,
          ...unmerged,
          ...signal,
          // A write goes to its own endpoint only: fetch would send it on, or turn it into a GET.
          ...(method === 'GET' ? {} : { redirect: 'manual' as const }),
          headers,
          timeout,
          middlewareData: { labels, reads },
        }),
      );
      if (!reads && makes(method, path, input)) written.add(runOf(bundle));
      return response.data ?? {};
    } catch (error) {
      if (error instanceof Error && error.name === 'RefreshAuthError') {
        explain401(z, bundle, route);
        if (!header.Authorization || exchanged) throw unadorned(unlessDone(bundle, error, reads));
        exchanged = true;
        await dropLocationToken(z, bundle);
        continue;
      }
      const trouble = networkTrouble(z, error, nextStep(bundle, reads));
      const again =
        (reads || !isSent) &&
        attempt < 2 &&
        codeOf(trouble) === 'unavailable' &&
        timeLeft(bundle) > 8_000;
      if (!again) throw unadorned(unlessDone(bundle, trouble, reads));
      await pause(400 * 3 ** attempt);
    }
  }
};
