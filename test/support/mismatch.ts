/** What a test expected of a request if the app sent another one: nock alone only makes the network fail. */
import nock from 'nock';

interface Sent {
  method: string;
  path: string;
  query: unknown;
  body: unknown;
}

/** What nock keeps of an expected request; its types leave it out. */
interface Interceptor {
  _key: string;
  _requestBody?: unknown;
  method: string;
  path: unknown;
  queries: unknown;
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
  const { pathname, searchParams } = new URL(path, 'https://highlevel.example');
  unexpected = { method, path: pathname, query: queryOf(searchParams), body: parsed(body) };
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

/** How a request differs from the one that was expected, as jest shows it; undefined if none of that kind was expected. */
export const mismatch = (): unknown => {
  const sent = unexpected;
  const candidates = pending().filter(({ method }) => method === sent?.method);
  const wanted = candidates.find(({ path }) => path === sent?.path) ?? candidates[0];
  if (!sent || !wanted) return undefined;
  const { method, path, queries, _requestBody: body } = wanted;
  try {
    expect(sent).toEqual({
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
