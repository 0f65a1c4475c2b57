import { Readable } from 'node:stream';
import type { HttpResponse, RawHttpResponse } from 'zapier-platform-core';
import { type Ending, inTime, type Run } from '../run.ts';
import { isDeeperThan } from '../values.ts';
import { apiUrl, type Endpoint, endpointOf } from './endpoints.ts';
import type { Response } from './explain.ts';
import { speak } from './speak.ts';
import { isUnauthorized, unauthorized } from './thrown.ts';

/** So many lists and objects of an answer may lie in each other; those of HighLevel have less than ten. */
const deepest = 100;

/** What an answer says; undefined if it lies deeper than anybody can read it. */
export const readable = (data: unknown): unknown =>
  isDeeperThan(deepest, data) ? undefined : data;

/** The JSON of a text; undefined if it is none. */
export const parseJson = (content: string): unknown => {
  try {
    return readable(JSON.parse(content));
  } catch {
    return undefined;
  }
};

/** A raw answer with its body read, as lib/api/explain.ts takes it. */
export const readRaw = async (raw: RawHttpResponse): Promise<Response> => {
  const content = await raw.text();
  const header = (name: string) => raw.getHeader(name) ?? undefined;
  return { status: raw.status, content, data: parseJson(content), header };
};

/**
 * core merges every request with the app's requestTemplate, which copies the whole app and breaks a stream; this app
 * has no template (zapier#template-copy). On the way core refuses `{{bundle.…}}`, of which HighLevel's own texts may be
 * full (zapier#merge-tags).
 */
export const unmerged = { merge: false };

interface Post {
  /** A route whose request is a form. */
  route: string;
  form: Record<string, string>;
  /** Milliseconds. */
  timeout: number;
}

/**
 * What comes of asking once more in the plain way after a raw 401, which leaves no words behind. HighLevel's own
 * time-out may have passed by then; else its words say what the 401 means.
 */
export const askPlainly = async (
  run: Run,
  endpoint: Endpoint,
  send: () => Promise<HttpResponse>,
): Promise<Response> => {
  const response = await send().catch((error: unknown) => {
    throw isUnauthorized(error) ? unauthorized(run, endpoint) : error;
  });
  const { status, content, data } = response;
  return { status, content, data, header: (name) => response.getHeader(name) ?? undefined };
};

/** No form asks for the agency beside what it holds. */
const noAgency = async () => '';

/**
 * Posts a form that holds secrets to an endpoint that answers with some. core logs what it sends and gets, and hides
 * only what it can read: neither a broken answer nor a code that was used once. Of streams and raw answers it logs
 * nothing. Throws a HighLevelError for a 401.
 */
export const postSecretForm = async (
  run: Run,
  { route, form, timeout }: Post,
): Promise<Response> => {
  const { endpoint, input } = await speak(endpointOf(route), form, noAgency);
  const fields = Object.entries(input).map(([name, value]) => [name, String(value)]);
  const body = Buffer.from(new URLSearchParams(fields).toString());
  const request = (ending: Ending) => ({
    method: 'POST' as const,
    url: `${apiUrl()}${endpoint.path}`,
    headers: {
      ...(endpoint.version ? { Version: endpoint.version } : {}),
      // Without the charset core would make a form of the stream itself.
      'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
      'Content-Length': String(body.length),
      Accept: 'application/json',
    },
    body: Readable.from([body]),
    ...unmerged,
    ...ending,
    timeout,
    skipThrowForStatus: true,
    middlewareData: { run },
  });
  return inTime(timeout, async (ending) =>
    readRaw(await run.z.request({ ...request(ending), raw: true })),
  ).catch((error: unknown) => {
    if (!isUnauthorized(error)) throw error;
    return inTime(run.deadline.timeFor(timeout), (ending) =>
      askPlainly(run, endpoint, () => run.z.request(request(ending))),
    );
  });
};
