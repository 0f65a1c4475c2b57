import type { Bundle, HttpRequestOptions, RawHttpResponse, ZObject } from 'zapier-platform-core';
import { inTime, type Labels, Run } from '../run.ts';
import { authorize, dropLocationToken } from '../tokens.ts';
import type { JsonObject } from '../values.ts';
import { type Endpoint, endpointOf } from './endpoints.ts';
import { HighLevelError, retryAdvice } from './errors.ts';
import { assertSuccess } from './explain.ts';
import { askPlainly, readRaw, unmerged } from './forms.ts';
import { buildRequest } from './requests.ts';
import { isUnauthorized, networkError, unauthorized } from './thrown.ts';

/** Milliseconds that one attempt may take: a read leaves time for a second one, a create for looking whether it was done. */
const patience = { read: 12_000, write: 25_000, create: 18_000 };

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
      'HighLevel did a part of this step, but took no more requests before the rest of it was done.',
      { advice: checkRest },
    );
  }
  if (reads || kind === 'unavailable' || kind === 'late') return error;
  return new HighLevelError(
    'partly',
    `HighLevel did a part of this step, but refused the rest of it: ${sentence}`,
    { status: 422, advice: checkRest },
  );
};

/** Marks an error after which nobody knows whether the request has made a record. */
const withDoubt = (error: unknown, isSent: boolean, { createsRecord }: Endpoint): unknown =>
  error instanceof HighLevelError &&
  error.kind === 'unavailable' &&
  isSent &&
  createsRecord &&
  error.facts.reached !== 'nothing'
    ? error.with({ isUncertain: true })
    : error;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

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
  const { reads } = endpoint;
  let hasExchanged = false;
  for (let attempt = 0; ; attempt += 1) {
    let bearer: string | undefined;
    let isSent = false;
    try {
      bearer = await authorize(run, endpoint);
      if (!reads && run.timeLeft < timeToWrite) throw tooLate();
      isSent = true;
      return await send(bearer);
    } catch (thrown) {
      const error = withDoubt(networkError(thrown, retryAdvice(run, endpoint)), isSent, endpoint);
      const kind = error instanceof HighLevelError ? error.kind : undefined;
      if (kind === 'token' && bearer && !hasExchanged) {
        hasExchanged = true;
        await dropLocationToken(run);
        continue;
      }
      const isRetried =
        kind === 'unavailable' && (reads || !isSent) && attempt < 2 && run.timeLeft > timeToRetry;
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

/** An upsert finds what it has made, unless it is told to make duplicates. */
const endpointFor = (route: string, input: JsonObject): Endpoint => {
  const endpoint = endpointOf(route);
  return !endpoint.reads && input.createNewIfDuplicateAllowed === true
    ? { ...endpoint, createsRecord: true }
    : endpoint;
};

const patienceFor = ({ reads, createsRecord }: Endpoint): number =>
  createsRecord ? patience.create : reads ? patience.read : patience.write;

/** Calls an endpoint that answers with JSON. `Run.call` is the way to it. */
const sendJson = async (run: Run, route: string, input: JsonObject): Promise<unknown> => {
  const endpoint = endpointFor(route, input);
  const { method, reads, createsRecord } = endpoint;
  const options = buildRequest(endpoint, input, run.labels);
  return withRetries(run, endpoint, async (bearer) => {
    const timeout = run.timeFor(patienceFor(endpoint));
    const headers = headersOf(options, endpoint, bearer);
    const request = {
      ...options,
      ...unmerged,
      headers,
      timeout,
      skipThrowForStatus: true,
      middlewareData: { run },
      // A write goes to its own endpoint only: fetch would send it on, or turn it into a GET.
      ...(method === 'GET' ? {} : { redirect: 'manual' as const }),
    };
    const response = await inTime(timeout, (ending) =>
      run.z.request({ ...request, ...ending }),
    ).catch((error: unknown) => {
      throw isUnauthorized(error) ? unauthorized(run, endpoint) : error;
    });
    const { status, content, data } = response;
    const header = (name: string) => response.getHeader(name) ?? undefined;
    const authorization = response.request?.headers?.Authorization;
    const asked = { method, reads, createsRecord, authorization };
    assertSuccess(run, { status, content, data, header }, asked);
    if (createsRecord) run.hasCreated = true;
    return data ?? {};
  });
};

/** Starts a run of an operation. */
export const startRun = (z: ZObject, bundle: Bundle, labels: Labels = {}): Run =>
  new Run(sendJson, z, bundle, labels);

/**
 * The answer of an endpoint that gives a file, its bytes untouched: core would decode them as text otherwise
 * (zapier#raw-answers).
 * @param signal that of `inTime`, if the file is to be read in this run
 */
export const openFile = async (
  run: Run,
  route: string,
  input: JsonObject,
  { signal }: { signal?: AbortSignal } = {},
): Promise<RawHttpResponse> => {
  const endpoint = endpointOf(route);
  const options = buildRequest(endpoint, input, run.labels);
  return withRetries(run, endpoint, async (bearer) => {
    const headers = { ...headersOf(options, endpoint, bearer), Accept: '*/*' };
    const request = { ...options, headers, middlewareData: { run }, skipThrowForStatus: true };
    const timeout = run.timeFor(patience.write);
    const response = await run.z
      .request({ ...request, ...(signal ? { signal } : {}), timeout, raw: true })
      .catch(async (error: unknown) => {
        if (!isUnauthorized(error)) throw error;
        const again = { ...request, timeout: run.timeFor(5_000) };
        await askPlainly(run, endpoint, () => run.z.request(again));
        const advice = retryAdvice(run);
        throw new HighLevelError('unavailable', 'HighLevel did not answer in time.', { advice });
      });
    // An error in JSON, a gateway's page and a body without a byte are not a file, whatever their status.
    const isFile =
      response.status < 400 &&
      !/json|html/i.test(response.getHeader('content-type') ?? '') &&
      response.getHeader('content-length') !== '0';
    if (isFile) return response;
    assertSuccess(run, await readRaw(response), { method: endpoint.method, reads: true });
    const advice = retryAdvice(run);
    throw new HighLevelError('unavailable', 'HighLevel’s answer was no file.', { advice });
  });
};
