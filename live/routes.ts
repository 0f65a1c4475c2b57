/** Which endpoint of the app a request went to. */
import { creates } from '../creates/index.ts';
import { v3Forms } from '../lib/api/generations.ts';
import { routesOf } from '../lib/perform.ts';
import type { JsonObject } from '../lib/values.ts';
import { searches } from '../searches/index.ts';
import { triggers } from '../triggers/index.ts';
import type { Recorded } from './gateway.ts';

const operations = [triggers, searches, creates].flatMap(
  (catalog) =>
    Object.values(catalog).flat() as { key: string; operation: { sample?: JsonObject } }[],
);

const plain = (route: string): string => route.split('?')[0] ?? route;

const routes = [
  ...new Set([
    ...operations.flatMap(({ operation }) => routesOf(operation).map(plain)),
    ...Object.values(v3Forms).flatMap(({ route }) => route ?? []),
    'GET /companies/{companyId}',
    'GET /locations/{locationId}',
  ]),
].map((route) => ({
  route,
  pattern: new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`),
  names: (route.match(/\{/g) ?? []).length,
}));
// `/contacts/search/duplicate` is no contact: the route with the fewest names counts.
routes.sort((one, other) => one.names - other.names);

/** The route of a request: `GET /contacts/{contactId}`; undefined for what the app has no operation for. */
export const routeOf = ({
  method,
  target,
}: Pick<Recorded, 'method' | 'target'>): string | undefined => {
  const asked = `${method} ${target.split('?')[0]}`;
  return routes.find(({ pattern }) => pattern.test(asked))?.route;
};

/** The samples of the operations whose own endpoint this is: what people see of its records. */
export const samplesOf = (route: string): JsonObject[] =>
  operations
    .filter(({ operation }) => plain(routesOf(operation)[0] ?? '') === route)
    .flatMap(({ operation }): JsonObject[] => (operation.sample ? [operation.sample] : []));
