/** Which values of `Version` the endpoints take. */
import { v3Forms } from '../lib/api/generations.ts';
import type { Gateway, Recorded } from './gateway.ts';
import { routeOf } from './routes.ts';

const versions = ['2021-04-15', '2021-07-28', 'v3'];

/** The status of each Version, by route. */
export type Versions = Record<string, Record<string, number>>;

/** What v3 wants to be asked otherwise says nothing of the Version. */
const isComparable = (route: string, version: string): boolean =>
  version !== 'v3' || Object.keys(v3Forms[route] ?? {}).every((name) => name === 'only');

/** Sends one request to each endpoint again, in every Version that it has not been sent in. */
export const tryVersions = async (
  gateway: Gateway,
  recorded: readonly Recorded[],
  mayGoOn: () => boolean,
): Promise<Versions> => {
  const found: Versions = {};
  for (const one of recorded) {
    const route = routeOf(one);
    const { version } = one.headers;
    if (!route || !version || one.status >= 300 || found[route]) continue;
    const statuses: Record<string, number> = { [version]: one.status };
    found[route] = statuses;
    for (const other of versions) {
      if (other === version || !isComparable(route, other)) continue;
      if (!mayGoOn()) return found;
      const headers = { ...one.headers, version: other };
      statuses[other] = (await gateway.send({ ...one, headers })).status;
    }
  }
  return found;
};
