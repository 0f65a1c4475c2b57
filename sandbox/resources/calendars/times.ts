import type { Appointment } from '../../seed/appointments.ts';
import type { BlockedSlot } from '../../seed/blockedSlots.ts';
import { inZone } from '../../state/clock.ts';
import type { Location } from '../../state/state.ts';
import { iso } from '../records.ts';

/** From when to when something takes place, in epoch ms. */
export type Span = { startTime: number; endTime: number };

/** Start and end in the sub-account's zone (api#calendar-times). */
export const spanIn = ({ startTime, endTime }: Span, { record: { timezone } }: Location) => ({
  startTime: inZone(startTime, timezone),
  endTime: inZone(endTime, timezone),
});

/** Start and end in the sub-account's zone, dates of change in UTC (api#calendar-times). */
export const timesOf = (event: Appointment | BlockedSlot, location: Location) => ({
  ...spanIn(event, location),
  dateAdded: iso(event.dateAdded),
  dateUpdated: iso(event.dateUpdated),
});

export const overlap = (a: Span, b: Span): boolean =>
  a.startTime < b.endTime && a.endTime > b.startTime;

const MINUTE = 60_000;

/** A length of a calendar in ms: its unit is minutes or hours. */
export const lengthOf = (size: number, unit: string): number =>
  size * (unit === 'hours' ? 60 : 1) * MINUTE;
