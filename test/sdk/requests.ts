import { HighLevel } from '@gohighlevel/api-client';
import type { Exchange } from '../../sandbox/index.ts';
import type { Method } from './methods.ts';

/** What two requests have to have in common. */
export interface Asked {
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  body: unknown;
}

const bodyOf = ({ requestBody }: Pick<Exchange, 'requestBody'>): unknown =>
  requestBody === '' ? undefined : JSON.parse(requestBody);

/** The request of an exchange. */
export const askedIn = (
  exchange: Pick<Exchange, 'method' | 'path' | 'query' | 'requestBody'>,
): Asked => ({
  method: exchange.method,
  path: exchange.path,
  query: exchange.query,
  body: bodyOf(exchange),
});

/** The SDK, talking to a sandbox: its own address is fixed, its interceptors are public. */
export const sdkAt = (
  apiUrl: string,
  config: ConstructorParameters<typeof HighLevel>[0],
): HighLevel => {
  const sdk = new HighLevel({ apiVersion: '2021-07-28', logLevel: 'none', ...config });
  sdk.addRequestInterceptor({
    onFulfilled: (request) => {
      request.baseURL = apiUrl;
      return request;
    },
  });
  return sdk;
};

/** The values of a path, by the names of a route: `/contacts/{contactId}` and `/contacts/c1`. */
const valuesIn = (route: string, path: string): Record<string, string> => {
  const [, template = ''] = route.split(' ');
  const parts = path.split('/');
  return Object.fromEntries(
    template.split('/').flatMap((part, index) => {
      const [, name] = /^\{(\w+)\}$/.exec(part) ?? [];
      return name ? [[name, decodeURIComponent(parts[index] ?? '')]] : [];
    }),
  );
};

/** Has the SDK send what the app sent: the same values in the path, in the query and in the body. */
export const resend = async ({ route, query, call }: Method, asked: Asked): Promise<void> => {
  const params = Object.fromEntries(
    Object.entries(asked.query).flatMap(([name, value]) =>
      query[name] ? [[query[name], value]] : [],
    ),
  );
  // The sandbox refuses a stranger, but it has heard him.
  await call({ ...valuesIn(route, asked.path), ...params }, asked.body).catch(() => undefined);
};

/** Where two requests differ: `query userIds: "a" and nothing`. */
export const differencesOf = (app: Asked, sdk: Asked): string[] => {
  const say = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));
  const compare = (what: string, ours: unknown, theirs: unknown): string[] =>
    say(ours) === say(theirs) ? [] : [`${what}: ${say(ours)}, not ${say(theirs)}`];
  const names = new Set([...Object.keys(app.query), ...Object.keys(sdk.query)]);
  return [
    ...compare('method', app.method, sdk.method),
    ...compare('path', app.path, sdk.path),
    ...[...names].flatMap((name) => compare(`query ${name}`, app.query[name], sdk.query[name])),
    ...compare('body', app.body, sdk.body),
  ];
};
