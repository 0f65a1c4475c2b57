import type { Bundle, HttpRequestOptions, RawHttpResponse, ZObject } from 'zapier-platform-core';
import { OwnCache } from '../cache.ts';
import { Deadline, inTime, type Labels, type Run } from '../run.ts';
import { assertConnection, dropLocationToken, locationBearer } from '../tokens.ts';
import type { JsonObject } from '../values.ts';
import { protectCreated, tooLate, withDoubt } from './doubt.ts';
import { type Endpoint, endpointOf } from './endpoints.ts';
import { HighLevelError, retryAdvice } from './errors.ts';
import { type Asked, assertSuccess } from './explain.ts';
import { askPlainly, readRaw, unmerged } from './forms.ts';
import { redact } from './redact.ts';
import { buildRequest } from './requests.ts';
import { isUnauthorized, networkError, unauthorized } from './thrown.ts';

/** Milliseconds that one attempt may take: a read leaves time for a second one, a create for looking whether it was done. */
const patience = { read: 12_000, write: 25_000, create: 18_000 };

/** Milliseconds below which a write does not begin: Zapier would end the run before the answer comes (zapier#run-limits). */
const timeToWrite = 2_000;

/** Milliseconds that another attempt needs. */
const timeToRetry = 8_000;

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
  assertConnection(run, endpoint);
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
      const error = withDoubt(networkError(thrown, retryAdvice(run, endpoint)), isSent, endpoint);
      const kind = error instanceof HighLevelError ? error.kind : undefined;
      if (kind === 'token' && bearer && !hasExchanged) {
        hasExchanged = true;
        await dropLocationToken(run);
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
const askedOf = (run: Run, endpoint: Endpoint, authorization?: string): Asked => ({
  method: endpoint.method,
  reads: endpoint.reads,
  isAgency: run.isAgency,
  labels: run.labels,
  advice: () => retryAdvice(run, endpoint),
  hide: (text) => redact(text, run.bundle, authorization),
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
  const options = buildRequest(endpoint, input, run.labels);
  return withRetries(run, endpoint, async (bearer) => {
    const timeout = run.deadline.timeFor(patienceFor(endpoint));
    const headers = headersOf(options, endpoint, bearer);
    const request = {
      ...options,
      ...unmerged,
      headers,
      timeout,
      skipThrowForStatus: true,
      middlewareData: { run },
      // A write goes to its own endpoint only: fetch would send it on, or turn it into a GET.
      ...(endpoint.method === 'GET' ? {} : { redirect: 'manual' as const }),
    };
    const response = await inTime(timeout, (ending) =>
      run.z.request({ ...request, ...ending }),
    ).catch((error: unknown) => {
      throw isUnauthorized(error) ? unauthorized(run, endpoint) : error;
    });
    const { status, content, data } = response;
    const header = (name: string) => response.getHeader(name) ?? undefined;
    const authorization = response.request?.headers?.Authorization;
    assertSuccess({ status, content, data, header }, askedOf(run, endpoint, authorization));
    if (endpoint.createsRecord) run.hasCreated = true;
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
    makes: '',
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
  { signal }: { signal?: AbortSignal } = {},
): Promise<RawHttpResponse> => {
  const endpoint = endpointOf(route);
  const options = buildRequest(endpoint, input, run.labels);
  return withRetries(run, endpoint, async (bearer) => {
    const headers = { ...headersOf(options, endpoint, bearer), Accept: '*/*' };
    const middlewareData = { run };
    const request = { ...options, ...unmerged, headers, middlewareData, skipThrowForStatus: true };
    const timeout = run.deadline.timeFor(patience.write);
    const response = await run.z
      .request({ ...request, ...(signal ? { signal } : {}), timeout, raw: true })
      .catch(async (error: unknown) => {
        if (!isUnauthorized(error)) throw error;
        const plain = { ...request, timeout: run.deadline.timeFor(5_000) };
        await askPlainly(run, endpoint, () => run.z.request(plain));
        const advice = retryAdvice(run);
        throw new HighLevelError('unavailable', 'HighLevel did not answer in time.', { advice });
      });
    // An error in JSON, a gateway's page and a body without a byte are not a file, whatever their status.
    const isFile =
      response.status < 400 &&
      !/json|html/i.test(response.getHeader('content-type') ?? '') &&
      response.getHeader('content-length') !== '0';
    if (isFile) return response;
    assertSuccess(await readRaw(response), askedOf(run, endpoint));
    const advice = retryAdvice(run);
    throw new HighLevelError('unavailable', 'HighLevel’s answer was no file.', { advice });
  });
};
