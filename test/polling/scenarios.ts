import { day, hour, minute, second, type World } from './world.ts';

/** Something that happens in HighLevel. */
interface Event {
  /** After the Zap was turned on. */
  at: number;
  does: (world: World) => void;
}

/** Weeks in HighLevel, as a Zap sees them that polls all the while. */
export interface Scenario {
  /** What is there when the Zap is turned on: one record per three hours, back into the past; 120 unless said. */
  existing?: number;
  /** How long the Zap is on; 60 hours unless said. */
  days?: number;
  /** Between two polls; three hours unless said. */
  every?: number;
  /** HighLevel's search index and clock. */
  nature?: Partial<Pick<World, 'lag' | 'muddled' | 'clock'>>;
  /** When no poll gets through. */
  outage?: { from: number; to: number };
  /** Zapier keeps nothing between two polls, neither for an hour nor for longer. */
  isForgetful?: boolean;
  events: Event[];
}

const daily = (days: number, count: number): Event[] =>
  Array.from({ length: days }, (_, index) => ({
    at: index * day + 7 * hour + 3 * minute,
    does: (world: World) => void world.add(count),
  }));

/** Spread over the day, so that polls fall into all of it. */
const steadily = (days: number, perDay: number): Event[] =>
  Array.from({ length: days * perDay }, (_, index) => ({
    at: Math.round((index * day) / perDay) + 30 * second,
    does: (world: World) => void world.add(1),
  }));

const newest = (world: World, count: number) => world.ids().slice(0, count);
const oldest = (world: World, count: number) => world.ids().slice(-count);

/** Five seconds before a poll, so that a lagging index is caught in the act. */
const justBefore = (hours: number) => hours * hour - 5 * second;

export const scenarios: Record<string, Scenario> = {
  'three quiet weeks': { days: 21, every: 8 * hour, events: [] },
  'one new record a day': { days: 14, every: 6 * hour, events: daily(14, 1) },
  'a burst of 260 between two polls': { events: [{ at: 26.5 * hour, does: (w) => w.add(260) }] },
  'a burst of 450 between two polls': { events: [{ at: 26.5 * hour, does: (w) => w.add(450) }] },
  'two bursts of 450 on one day': {
    existing: 120,
    events: [
      { at: 26.5 * hour, does: (w) => w.add(450) },
      { at: 29.5 * hour, does: (w) => w.add(450) },
    ],
  },
  'an import of 300 with one and the same timestamp': {
    events: [{ at: 26.5 * hour, does: (w) => w.add(300, {}, 0) }],
  },
  'the newest 200 are deleted': {
    existing: 600,
    events: [
      { at: 30.5 * hour, does: (w) => w.remove(newest(w, 200)) },
      { at: 50.5 * hour, does: (w) => w.add(3) },
    ],
  },
  'a bad import is deleted again': {
    existing: 300,
    events: [
      { at: 10.5 * hour, does: (w) => w.add(450) },
      { at: 12.5 * hour, does: (w) => w.remove(newest(w, 450)) },
      { at: 14.5 * hour, does: (w) => w.add(2) },
    ],
  },
  'old records are edited': {
    existing: 250,
    events: [
      { at: 20.5 * hour, does: (w) => w.edit(oldest(w, 5)) },
      { at: 44.5 * hour, does: (w) => w.edit(oldest(w, 150)) },
      { at: 45.5 * hour, does: (w) => w.edit(oldest(w, 1)) },
    ],
  },
  'new records are edited before and after the poll': {
    days: 3,
    events: [
      { at: 20.2 * hour, does: (w) => w.add(2) },
      { at: 20.5 * hour, does: (w) => w.edit(newest(w, 1)) },
      { at: 21.5 * hour, does: (w) => w.edit(newest(w, 2)) },
    ],
  },
  'two records with the same timestamp, at the end of a page': {
    days: 2,
    events: [
      { at: 20.2 * hour, does: (w) => w.add(99) },
      { at: 20.3 * hour, does: (w) => w.add(2, {}, 0) },
      { at: 20.5 * hour, does: (w) => w.add(98) },
    ],
  },
  'the search index lags by 10 s': {
    days: 3,
    nature: { lag: 10 * second },
    events: [
      { at: justBefore(12), does: (w) => w.add(3) },
      { at: justBefore(21) + 2 * second, does: (w) => w.add(260) },
      { at: justBefore(30), does: (w) => w.edit(newest(w, 120)) },
      { at: justBefore(33) + 3 * second, does: (w) => w.edit(oldest(w, 3)) },
      { at: justBefore(36), does: (w) => w.remove(newest(w, 30)) },
    ],
  },
  'the search index shows the newest records out of order': {
    days: 3,
    nature: { lag: 10 * second, muddled: true },
    events: [
      { at: justBefore(12) - 20 * second, does: (w) => w.add(3) },
      { at: justBefore(21) - 8 * second, does: (w) => w.add(260, {}, 100) },
      { at: justBefore(21), does: (w) => w.add(5) },
    ],
  },
  'HighLevel’s clock is ten minutes fast': {
    days: 4,
    nature: { clock: 600 },
    events: [...daily(4, 2), { at: 50.5 * hour, does: (w) => w.add(260) }],
  },
  'HighLevel’s clock is ten minutes slow': {
    days: 4,
    nature: { clock: -600 },
    events: [...daily(4, 2), { at: 50.5 * hour, does: (w) => w.add(260) }],
  },
  'deleted records come back': {
    existing: 250,
    events: [
      { at: 10.5 * hour, does: (w) => w.remove(newest(w, 4)) },
      { at: 30.5 * hour, does: (w) => w.restore(['id000001', 'id000002', 'id000003', 'id000004']) },
      { at: 40.5 * hour, does: (w) => w.add(2) },
      { at: 41.5 * hour, does: (w) => w.remove(newest(w, 2)) },
      { at: 43.5 * hour, does: (w) => w.restore(['id000251', 'id000252']) },
    ],
  },
  'the connection is held for three days, with 40 new records a day': {
    existing: 60,
    days: 9,
    outage: { from: 3 * day, to: 6 * day },
    events: steadily(9, 40),
  },
  'the connection is held for three days, with 100 new records a day': {
    days: 9,
    every: 6 * hour,
    outage: { from: 3 * day, to: 6 * day },
    events: steadily(9, 100),
  },
  'the connection is held for nine days, with 10 new records a day': {
    days: 14,
    outage: { from: 3 * day, to: 12 * day },
    events: steadily(14, 10),
  },
  'the connection is held for nine days, with 10 new records a day, and nothing is remembered': {
    days: 14,
    outage: { from: 3 * day, to: 12 * day },
    isForgetful: true,
    events: steadily(14, 10),
  },
  'the connection is held for three days, with 300 new records a day': {
    existing: 600,
    days: 6,
    every: 6 * hour,
    outage: { from: 2 * day, to: 5 * day },
    events: steadily(6, 300),
  },
  'the connection is held for thirty days, with 300 new records a day': {
    days: 30.5,
    every: 0.5 * hour,
    outage: { from: 3 * hour, to: 30.25 * day },
    events: steadily(30.5, 300),
  },
  'the connection is held for thirty days, with 300 new records a day, and polls are rare': {
    days: 31.5,
    every: 6 * hour,
    outage: { from: 0.5 * day, to: 30.5 * day },
    events: steadily(31, 300),
  },
  'the connection is held for thirty days, with 60 a day, and nothing is remembered': {
    existing: 2_600,
    days: 32,
    every: 6 * hour,
    outage: { from: 1 * day, to: 31 * day },
    isForgetful: true,
    events: steadily(32, 60),
  },
  'Zapier pauses for two hours, in which 1,200 new records come': {
    existing: 600,
    days: 1,
    every: 0.25 * hour,
    outage: { from: 5 * hour, to: 7 * hour },
    events: [{ at: 6 * hour, does: (w) => w.add(1_200) }],
  },
  'Zapier pauses for two hours, 1,200 new records come, and nothing is remembered': {
    existing: 600,
    days: 0.5,
    every: 0.25 * hour,
    outage: { from: 5 * hour, to: 7 * hour },
    isForgetful: true,
    events: [{ at: 6 * hour, does: (w) => w.add(1_200) }],
  },
  'more are deleted than the first poll has seen': {
    existing: 4_000,
    days: 1,
    events: [
      { at: 10.5 * hour, does: (w) => w.remove(newest(w, 3_000)) },
      { at: 13.5 * hour, does: (w) => w.add(3) },
    ],
  },
  'the newest 400 of a long list are deleted, and nothing is remembered': {
    existing: 4_000,
    days: 1,
    isForgetful: true,
    events: [
      { at: 10.5 * hour, does: (w) => w.remove(newest(w, 400)) },
      { at: 13.5 * hour, does: (w) => w.add(3) },
    ],
  },
  'HighLevel answers slowly for some hours, and a burst of 450 comes': {
    days: 2,
    events: [
      { at: 19 * hour, does: (w) => w.slow(6 * second) },
      { at: 20.5 * hour, does: (w) => w.add(450) },
      { at: 28 * hour, does: (w) => w.slow(0) },
    ],
  },
};
