/** What a test expected of a request if the app sent another one: nock alone only makes the network fail. */
import nock from 'nock';

interface Sent {
  method: string;
  path: string;
  query: unknown;
  headers: Record<string, unknown>;
  body: unknown;
}

/** What nock keeps of an expected request; its types leave it out. */
interface Interceptor {
  _key: string;
  _requestBody?: unknown;
  method: string;
  path: unknown;
  queries: unknown;
  reqheaders: Record<string, unknown>;
}

const scopes: nock.Scope[] = [];
let unexpected: Sent | undefined;

const queryOf = (search: URLSearchParams): Sent['query'] =>
  Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body || undefined;
  }
};

nock.emitter.on('no match', (request, options, body = '') => {
  // The first one counts: in a worker's second test file nock sends it again and again, without its body.
  if (!options || unexpected) return;
  const { method, path } = request as { method: string; path: string };
  const { headers } = options as Pick<Sent, 'headers'>;
  const { pathname: at, searchParams } = new URL(path, 'https://highlevel.example');
  unexpected = { method, path: at, query: queryOf(searchParams), headers, body: parsed(body) };
});

/** Remembers what a scope expects, to compare it with what comes instead. */
export const expecting = (scope: nock.Scope): nock.Scope => {
  scopes.push(scope);
  unexpected = undefined;
  return scope;
};

export const forgetExpected = (): void => {
  scopes.length = 0;
  unexpected = undefined;
};

const pending = (): Interceptor[] => {
  const keys = nock.pendingMocks();
  return scopes
    .flatMap((scope) => (scope as unknown as { interceptors: Interceptor[] }).interceptors)
    .filter(({ _key }) => keys.includes(_key));
};

/** Whether something is stated that can be shown: not a function, a pattern or “any”. */
const isStated = (value: unknown): boolean =>
  value !== undefined &&
  value !== true &&
  typeof value !== 'function' &&
  !(value instanceof RegExp);

/** The headers that are stated of an expected request, and what the app sent in each. */
const headersOf = ({ reqheaders }: Interceptor, { headers }: Sent) => {
  const stated = Object.entries(reqheaders).filter(([, value]) => isStated(value));
  return {
    wanted: Object.fromEntries(stated),
    sent: Object.fromEntries(stated.map(([name]) => [name, [headers[name]].flat()[0]])),
  };
};

/** How a request differs from the one that was expected, as jest shows it; undefined if none of that kind was expected. */
export const mismatch = (): unknown => {
  const sent = unexpected;
  const candidates = pending().filter(({ method }) => method === sent?.method);
  const wanted = candidates.find(({ path }) => path === sent?.path) ?? candidates[0];
  if (!sent || !wanted) return undefined;
  const { method, path, queries, _requestBody: body } = wanted;
  const headers = headersOf(wanted, sent);
  try {
    expect({ ...sent, headers: headers.sent }).toEqual({
      headers: headers.wanted,
      method,
      path: isStated(path) ? path : sent.path,
      query: isStated(queries) ? (queries ?? {}) : sent.query,
      body: isStated(body) ? body : sent.body,
    });
  } catch (difference) {
    return difference;
  }
  return undefined;
};
