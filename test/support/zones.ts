/** Time zones as a well-kept library has them, which shares no code with ours. */
import { Temporal } from 'temporal-polyfill';
import { share } from './depth.ts';

const begin = '2026-01-01';
const end = Date.UTC(2028, 11, 31);

/** When the clock of a zone changes from 2026 to 2028. */
const changesOf = (zone: string): Temporal.ZonedDateTime[] => {
  const found: Temporal.ZonedDateTime[] = [];
  let change = Temporal.PlainDate.from(begin).toZonedDateTime(zone).getTimeZoneTransition('next');
  while (change && change.epochMilliseconds < end) {
    found.push(change);
    change = change.getTimeZoneTransition('next');
  }
  return found;
};

/** The days of a zone on which its clock changes, with the one before and the one after. */
export const daysOfChange = (zone: string): Temporal.PlainDate[] =>
  changesOf(zone).flatMap((change) =>
    [-1, 0, 1].map((later) => change.toPlainDate().add({ days: later })),
  );

/** What the clock of a zone shows through these years: the same for all zones with the same text. */
const ruleOf = (zone: string): string => {
  const { offset } = Temporal.PlainDate.from(begin).toZonedDateTime(zone);
  return [offset, ...changesOf(zone).map(String)].join(' ').replaceAll(`[${zone}]`, '');
};

/** One zone of each rule; by default of those rules that every ninth zone has. */
export const zones: string[] = [
  ...new Map(
    share(Intl.supportedValuesOf('timeZone'), 9).map((zone) => [ruleOf(zone), zone]),
  ).values(),
];
