import type { Report } from './report.ts';

const changesOf = (
  what: string,
  before: Record<string, string>,
  now: Record<string, string>,
): string[] => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return names.flatMap((name) => {
    const [old, own] = [before[name], now[name]];
    if (old === own) return [];
    return [`${what} ${name}: ${old ?? 'not there'} → ${own ?? 'not there'}`];
  });
};

const differencesOf = ({ differences }: Report): Record<string, string> =>
  Object.fromEntries(
    differences.map(({ route, kind, where, what }) => [`${route} ${kind} ${where}`, what]),
  );

const verdictsOf = ({ verdicts }: Report): Record<string, string> =>
  Object.fromEntries(verdicts.map(({ fact, verdict, saw }) => [fact, `${verdict} (${saw})`]));

const versionsOf = ({ versions }: Report): Record<string, string> =>
  Object.fromEntries(
    Object.entries(versions).flatMap(([route, statuses]) =>
      Object.entries(statuses).map(([version, status]) => [`${route} ${version}`, String(status)]),
    ),
  );

/** Only what both runs have asked: what one of them left out has not changed. */
const shared = (
  one: Record<string, string>,
  other: Record<string, string>,
): Record<string, string> =>
  Object.fromEntries(Object.entries(one).filter(([name]) => name in other));

const sharedChanges = (what: string, before: Record<string, string>, now: Record<string, string>) =>
  changesOf(what, shared(before, now), shared(now, before));

const memberChanges = (before: Report, now: Report): string[] =>
  Object.entries(now.members).flatMap(([route, members]) => {
    const old = before.members[route];
    return old ? changesOf(`member of ${route}`, old, members) : [];
  });

/** What has changed since an earlier run, a line each. */
export const changesSince = (before: Report, now: Report): string[] => [
  ...changesOf('difference', differencesOf(before), differencesOf(now)),
  ...sharedChanges('operation', before.reads, now.reads),
  ...sharedChanges('order', before.orders, now.orders),
  ...sharedChanges('fact', verdictsOf(before), verdictsOf(now)),
  ...sharedChanges('Version', versionsOf(before), versionsOf(now)),
  ...memberChanges(before, now),
];
