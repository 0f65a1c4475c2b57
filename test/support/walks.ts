import type { Station } from '../../tour/station.ts';
import { stationsOf } from '../../tour/stations.ts';
import type { AccountKind } from '../../tour/zapier.ts';
import { times } from './depth.ts';

/**
 * The stations of a test that walks through the whole catalog: all on an agency's connection, which has every operation;
 * on a sub-account's by default only the first, of which each finds what it needs.
 */
export const stationsFor = (account: AccountKind): Station[] => {
  const stations = stationsOf(account);
  return account === 'agency' ? stations : stations.slice(0, times(stations.length));
};
