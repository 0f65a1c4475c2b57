import type { RawHttpResponse } from 'zapier-platform-core';
import { agencyIdOf } from '../agencyId.ts';
import { dropBearer, locationBearer } from '../bearer.ts';
import { inTime, type Run } from '../run.ts';
import { assertConnection } from '../tokens.ts';
import { asObject, idOf, type JsonObject } from '../values.ts';
import { protectCreated } from './doubt.ts';
import { type Endpoint, endpointOf } from './endpoints.ts';
import { HighLevelError } from './errors.ts';
import { assertSuccess, type Response } from './explain.ts';
import { askPlainly, readable, readRaw, unmerged } from './forms.ts';
import { patience, patienceFor } from './patience.ts';
import { redact } from './redact.ts';
import { buildRequest, encodeForm, headersOf } from './requests.ts';
import { withRetries } from './retries.ts';
import { hasStandIn, inV3, type Spoken, speak } from './speak.ts';
import { isUnauthorized, unauthorized } from './thrown.ts';
import { whyUnauthorized } from './unclear401.ts';

/** Throws a HighLevelError for every answer that is not a success. @param authorization the header of the request */
const assertAnswer = (
  run: Run,
  endpoint: Endpoint,
  response: Response,
  authorization?: string,
): void => {
  if (response.status === 401) throw unauthorized(run, endpoint, response.content);
  const { method, reads } = endpoint;
  const { bundle, isAgency, hasPrivateToken, labels } = run;
  const hide = (text: string) => redact(text, bundle, authorization);
  assertSuccess(response, { method, reads, isAgency, hasPrivateToken, labels, hide });
};

/** Sends a request, again if need be. @param attempt sends it once with the bearer, if that is not the connection’s own */
const send = async <Answer>(
  run: Run,
  endpoint: Endpoint,
  attempt: (bearer: string | undefined) => Promise<Answer>,
): Promise<Answer> => {
  assertConnection(run, endpoint);
  const { deadline, isAgency } = run;
  const bearers = {
    get: () => locationBearer(run),
    drop: (bearer: string) => dropBearer(run, bearer),
  };
  const call = { endpoint, deadline, attempt };
  try {
    return await withRetries(
      isAgency && endpoint.token === 'sub-account' ? { ...call, bearers } : call,
    );
  } catch (error) {
    throw protectCreated(run, error, endpoint);
  }
};

/** An upsert finds what it has made, unless it is told to make duplicates. */
const endpointFor = (route: string | Endpoint, input: JsonObject): Endpoint => {
  const endpoint = endpointOf(route);
  return !endpoint.reads && input.createNewIfDuplicateAllowed === true
    ? { ...endpoint, createsRecord: true }
    : endpoint;
};

/** Sends a request to an endpoint that answers with JSON. */
const sendJson = async (run: Run, { endpoint, input }: Spoken): Promise<unknown> => {
  const options = await encodeForm(buildRequest(endpoint, input, run.labels));
  return send(run, endpoint, async (bearer) => {
    const timeout = run.deadline.timeFor(patienceFor(endpoint));
    const headers = headersOf(options, endpoint, bearer);
    const request = {
      ...options,
      ...unmerged,
      headers,
      timeout,
      skipThrowForStatus: true,
      middlewareData: { run },
    };
    const response = await inTime(
      timeout,
      (ending) => run.z.request({ ...request, ...ending }),
      endpoint.reads,
    ).catch(async (error: unknown) => {
      throw isUnauthorized(error) ? await whyUnauthorized(run, endpoint, bearer) : error;
    });
    const { status, content } = response;
    const data = readable(response.data);
    const header = (name: string) => response.getHeader(name) ?? undefined;
    const authorization = response.request?.headers?.Authorization;
    assertAnswer(run, endpoint, { status, content, data, header }, authorization);
    if (endpoint.createsRecord) run.hasCreated = true;
    return data ?? {};
  });
};

/** The answer of a list that comes in pages, as one. */
const sendPages = async (
  run: Run,
  spoken: Spoken,
  { list, size }: NonNullable<Spoken['pages']>,
): Promise<unknown> => {
  const found = new Map<unknown, unknown>();
  for (let skip = 0; ; skip += size) {
    const input = { ...spoken.input, skip, limit: size };
    const answer = asObject(await sendJson(run, { ...spoken, input }));
    const page = answer[list];
    if (!Array.isArray(page)) return answer;
    const before = found.size;
    for (const one of page) found.set(idOf(asObject(one)) ?? one, one);
    // An endpoint that does not page repeats itself.
    const isLast = page.length < size || found.size === before;
    if (isLast) return { ...answer, [list]: [...found.values()] };
  }
};

/** Calls an endpoint that answers with JSON, in the generation that its family speaks. `Run.call` is the way to it. */
export const callJson = async (
  run: Run,
  route: string | Endpoint,
  input: JsonObject,
): Promise<unknown> => {
  const endpoint = endpointFor(route, input);
  // The documents say in which generation one of theirs is.
  if (typeof route !== 'string') return sendJson(run, { endpoint, input });
  const agencyId = () => agencyIdOf(run);
  const sendSpoken = (spoken: Spoken) =>
    spoken.pages ? sendPages(run, spoken, spoken.pages) : sendJson(run, spoken);
  try {
    return await sendSpoken(await speak(endpoint, input, agencyId));
  } catch (error) {
    if (!hasStandIn(endpoint, error)) throw error;
    return sendSpoken(await inV3(endpoint, input, agencyId));
  }
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
  return send(run, endpoint, async (bearer) => {
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
        throw new HighLevelError('unavailable', 'HighLevel did not answer in time.');
      });
    // An error in JSON, a gateway's page and a body without a byte are not a file, whatever their status.
    const isFile =
      response.status < 300 &&
      !/json|html/i.test(response.getHeader('content-type') ?? '') &&
      response.getHeader('content-length') !== '0';
    if (isFile) return response;
    assertAnswer(run, endpoint, await readRaw(response));
    throw new HighLevelError('unavailable', 'HighLevel’s answer was not a file.');
  });
};
