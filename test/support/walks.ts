import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Station } from '../../tour/station.ts';
import { stationsOf } from '../../tour/stations.ts';
import type { AccountKind } from '../../tour/zapier.ts';
import { times, turns } from './depth.ts';

const sources = readdirSync('tour').map((file) => readFileSync(join('tour', file), 'utf8'));

/** The operations whose results other stations ask for. */
export const asked: ReadonlySet<string> = new Set(
  [...sources.join('').matchAll(/result\('(\w+)'\)/g)].map(([, key]) => key ?? ''),
);

/** Whether other stations may need what it makes, or what it gave. */
const isNeeded = ({ key }: Station) => key.startsWith('create_') || asked.has(key);

/**
 * The stations of a test that walks through the whole catalog. By default on an agency's connection, which has every
 * operation, those that others need and every fourth of the rest; on a sub-account's only the first quarter, of which
 * each finds what it needs.
 * @param turn which fourth, so that two tests walk through different ones
 */
export const stationsFor = (account: AccountKind, turn = 0): Station[] => {
  const stations = stationsOf(account);
  if (account === 'sub-account') return stations.slice(0, times(stations.length));
  const rest = turns(
    stations.filter((one) => !isNeeded(one)),
    turn,
    4,
  );
  return stations.filter((one) => isNeeded(one) || rest.includes(one));
};
