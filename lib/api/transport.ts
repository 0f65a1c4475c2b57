import type { Bundle, HttpRequestOptions, RawHttpResponse, ZObject } from 'zapier-platform-core';
import { dropBearer, locationBearer } from '../bearer.ts';
import { OwnCache } from '../cache.ts';
import { Deadline, inTime, type Labels, type Run } from '../run.ts';
import { assertConnection } from '../tokens.ts';
import { pause } from '../turns.ts';
import type { JsonObject } from '../values.ts';
import { type Endpoint, endpointOf } from './endpoints.ts';
import { HighLevelError, retryAdvice } from './errors.ts';
import { type Asked, assertSuccess } from './explain.ts';
import { readRaw, unmerged } from './forms.ts';
import { redact } from './redact.ts';
import { buildRequest } from './requests.ts';
import { isUnauthorized, networkError, unauthorized } from './thrown.ts';

/** Milliseconds that one attempt may take: a read leaves time for a second one. */
const patience = { read: 12_000, write: 25_000 };

/** Milliseconds below which a write does not begin: Zapier would end the run before the answer comes (zapier#run-limits). */
const timeToWrite = 2_000;

/** Milliseconds that another attempt needs. */
const timeToRetry = 8_000;

const tooLate = (): HighLevelError =>
  new HighLevelError(
    'late',
    'HighLevel answered so slowly that there was no time left for the last part of this step, which was not sent. Look in HighLevel what is missing before you replay this run, so that nothing happens twice.',
    { status: 503 },
  );

const checkRest =
  'Look in HighLevel what is missing before you replay this run, so that nothing happens twice.';

/**
 * Zapier runs a whole step again after a ThrottledError or a RefreshAuthError, and people do after a refusal (zapier#error-kinds): not if
 * that would repeat what an earlier request of this run has made.
 */
const protectCreated = (run: Run, error: unknown, { reads }: Endpoint): unknown => {
  if (!run.hasCreated || !(error instanceof HighLevelError)) return error;
  const { kind, sentence } = error;
  if (kind === 'throttled' || kind === 'token') {
    return new HighLevelError(
      'partly',
      `HighLevel did a part of this step, but took no more requests before the rest of it was done. ${checkRest}`,
    );
  }
  if (reads || kind === 'unavailable' || kind === 'late') return error;
  return new HighLevelError(
    'partly',
    `HighLevel did a part of this step, but refused the rest of it: ${sentence} ${checkRest}`,
    { status: 422 },
  );
};

/** Sends a request once; core's errors come out as a HighLevelError. @param bearer undefined for the connection's own */
type Attempt<Answer> = (bearer: string | undefined) => Promise<Answer>;

/**
 * The one loop around all requests. Reads are tried again twice if HighLevel or the network fails, as long as the run
 * has time; writes never are, only the exchange of tokens before them. A sub-account token that has run out is
 * exchanged once more.
 */
const withRetries = async <Answer>(
  run: Run,
  endpoint: Endpoint,
  send: Attempt<Answer>,
): Promise<Answer> => {
  assertConnection(run.isAgency, endpoint);
  const { reads } = endpoint;
  let hasExchanged = false;
  for (let attempt = 0; ; attempt += 1) {
    let bearer: string | undefined;
    let isSent = false;
    try {
      if (run.isAgency && endpoint.token === 'sub-account') bearer = await locationBearer(run);
      if (!reads && run.deadline.timeLeft < timeToWrite) throw tooLate();
      isSent = true;
      return await send(bearer);
    } catch (thrown) {
      const error = networkError(thrown, retryAdvice(run, reads));
      const kind = error instanceof HighLevelError ? error.kind : undefined;
      if (kind === 'token' && bearer && !hasExchanged) {
        hasExchanged = true;
        await dropBearer(run, bearer);
        continue;
      }
      const isRetried =
        kind === 'unavailable' &&
        (reads || !isSent) &&
        attempt < 2 &&
        run.deadline.timeLeft > timeToRetry;
      if (!isRetried) throw protectCreated(run, error, endpoint);
      await pause(400 * 3 ** attempt);
    }
  }
};

const headersOf = (
  { headers = {} }: HttpRequestOptions,
  { version }: Endpoint,
  bearer: string | undefined,
): Record<string, string> => ({
  ...(headers as Record<string, string>),
  Version: version,
  ...(bearer ? { Authorization: bearer } : {}),
});

/** What was asked, and how to speak of it. @param authorization the header of the request */
const askedOf = (run: Run, { method, reads }: Endpoint, authorization?: string): Asked => ({
  method,
  reads,
  labels: run.labels,
  advice: () => retryAdvice(run, reads),
  hide: (text) => redact(text, run.bundle, authorization),
});

/** Calls an endpoint that answers with JSON. `Run.call` is the way to it. */
const sendJson = async (run: Run, route: string, input: JsonObject): Promise<unknown> => {
  const endpoint = endpointOf(route);
  const { reads } = endpoint;
  const options = buildRequest(endpoint, input, run.labels);
  return withRetries(run, endpoint, async (bearer) => {
    const timeout = run.deadline.timeFor(reads ? patience.read : patience.write);
    const headers = headersOf(options, endpoint, bearer);
    const request = {
      ...options,
      ...unmerged,
      headers,
      timeout,
      skipThrowForStatus: true,
      middlewareData: { run },
    };
    const response = await inTime(timeout, (signal) =>
      run.z.request({ ...request, ...signal }),
    ).catch((error: unknown) => {
      throw isUnauthorized(error) ? unauthorized(run, endpoint) : error;
    });
    const { status, content, data } = response;
    const header = (name: string) => response.getHeader(name) ?? undefined;
    const authorization = response.request?.headers?.Authorization;
    assertSuccess({ status, content, data, header }, askedOf(run, endpoint, authorization));
    // An upsert finds what it has made, unless it is told to make duplicates.
    if (endpoint.createsRecord || (!reads && input.createNewIfDuplicateAllowed === true))
      run.hasCreated = true;
    return data ?? {};
  });
};

/** Starts a run of an operation. */
export const startRun = (z: ZObject, bundle: Bundle, labels: Labels = {}): Run => {
  const { authData, inputData, meta } = bundle;
  const locationId = authData.locationId || String(inputData.locationId ?? '').trim();
  const run: Run = {
    z,
    bundle,
    labels,
    isAgency: !authData.locationId,
    locationId,
    timeZone: meta?.timezone ?? '',
    deadline: new Deadline(),
    cache: new OwnCache(z, `${authData.companyId ?? ''}:${locationId}`),
    hasCreated: false,
    coreNotes: [],
    call: (route, input) => sendJson(run, route, input),
  };
  return run;
};

/**
 * The answer of an endpoint that gives a file, its bytes untouched: core would decode them as text otherwise
 * (zapier#raw-answers).
 * @param signal that of `inTime`, if the file is to be read in this run
 */
export const openFile = async (
  run: Run,
  route: string,
  input: JsonObject,
  signal: { signal?: AbortSignal } = {},
): Promise<RawHttpResponse> => {
  const endpoint = endpointOf(route);
  const options = buildRequest(endpoint, input, run.labels);
  return withRetries(run, endpoint, async (bearer) => {
    const headers = { ...headersOf(options, endpoint, bearer), Accept: '*/*' };
    const middlewareData = { run };
    const request = { ...options, ...unmerged, headers, middlewareData, skipThrowForStatus: true };
    const timeout = run.deadline.timeFor(patience.write);
    const response = await run.z
      .request({ ...request, ...signal, timeout, raw: true })
      .catch(async (error: unknown) => {
        if (!isUnauthorized(error)) throw error;
        // A raw 401 leaves no words behind: asked once more in the plain way, HighLevel says why.
        await run.z.request({ ...request, timeout: run.deadline.timeFor(5_000) }).catch(() => null);
        throw unauthorized(run, endpoint);
      });
    // An error in JSON, a gateway's page and a body without a byte are not a file, whatever their status.
    const isFile =
      response.status < 300 &&
      !/json|html/i.test(response.getHeader('content-type') ?? '') &&
      response.getHeader('content-length') !== '0';
    if (isFile) return response;
    assertSuccess(await readRaw(response), askedOf(run, endpoint));
    throw new HighLevelError('unavailable', `HighLevel’s answer was no file. ${retryAdvice(run)}`);
  });
};
