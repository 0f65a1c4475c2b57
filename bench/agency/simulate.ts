import { VirtualClock } from './clock.ts';
import { AgencyWorld } from './world.ts';

/** An agency and what its Zaps do. */
export interface Plan {
  name: string;
  subAccounts: number;
  zaps: number;
  /** All Zaps are due in the same second; else they are spread over the interval. */
  isAtOnce?: boolean;
  /** Requests of one poll. */
  requests?: number;
  hours: number;
}

export interface Report {
  polls: number;
  /** Requests to HighLevel in all, and those of them that exchange a token. */
  requests: number;
  exchanges: number;
  /** Requests that HighLevel refused, because a limit was reached. */
  refused: number;
  /** Polls that Zapier or the app held back for more than a second. */
  waits: number;
  /** Polls that were not done when the next one was due. */
  skipped: number;
  /** Seconds from when a poll was due until it was done, in the middle of all polls. */
  median: number;
  /** The same of the slowest one: while no sub-account has a token yet, and after that. */
  slowestAtFirst: number;
  slowestLater: number;
}

/** Milliseconds from one poll of a Zap to the next. */
const interval = 300_000;

/** Milliseconds after which every sub-account has a token. */
const coldTime = 2 * interval;

/** What Zapier lets start in a window, as the app asks it to (index.ts, `throttle`). */
const throttle = { window: 10_000, limit: 25 };

/** Always the same numbers, so that the page changes only if the app does. */
const seeded = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
};

/** The sub-account of each Zap: some have many, most have few. */
const homesOf = ({ subAccounts, zaps }: Plan): string[] => {
  const weights = Array.from({ length: subAccounts }, (_, index) => 1 / Math.sqrt(index + 10));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let taken = 0;
  return weights.flatMap((weight, index) => {
    taken += (weight / sum) * zaps;
    const from = Math.round(taken - (weight / sum) * zaps);
    return Array<string>(Math.round(taken) - from).fill(`sub${index}`);
  });
};

/** Zapier’s queue: when a run that is due now may start. */
class Throttle {
  readonly #taken = new Map<string, { window: number; count: number }>();

  startOf(locationId: string, now: number): number {
    const current = Math.floor(now / throttle.window);
    const last = this.#taken.get(locationId);
    const place = last && last.window >= current ? last : { window: current, count: 0 };
    if (place.count >= throttle.limit) Object.assign(place, { window: place.window + 1, count: 0 });
    place.count += 1;
    this.#taken.set(locationId, place);
    return Math.max(now, place.window * throttle.window);
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Plays the Zaps of an agency on a clock of its own, with the app’s own code, HighLevel’s limits and Zapier’s. */
export const simulate = async (plan: Plan): Promise<Report> => {
  const { isAtOnce = false, requests = 1, hours } = plan;
  const begin = Date.parse('2026-03-02T00:00:00Z');
  const clock = new VirtualClock(begin);
  const { random } = Math;
  clock.start();
  Math.random = seeded(1);
  try {
    const world = new AgencyWorld({ cache: 0, api: 300 });
    const queue = new Throttle();
    const times: number[] = [];
    const slowest = { first: 0, later: 0 };
    let skipped = 0;
    const poll = async (home: string, due: number): Promise<void> => {
      for (;;) {
        await pause(queue.startOf(home, Date.now()) - Date.now());
        const { outcome, wait } = await world.run(home, requests);
        if (outcome === 'done') break;
        await pause(wait * 1000);
      }
      const time = Date.now() - due;
      const part = due < begin + coldTime ? 'first' : 'later';
      slowest[part] = Math.max(slowest[part], time);
      times.push(time);
    };
    const live = async (home: string, first: number): Promise<void> => {
      await pause(first);
      for (let due = begin + first; ; due += interval) {
        if (Date.now() > due) skipped += 1;
        else {
          await pause(due - Date.now());
          await poll(home, due);
        }
      }
    };
    for (const home of homesOf(plan)) {
      void live(home, isAtOnce ? 0 : Math.floor(Math.random() * interval));
    }
    await clock.pass(hours * 3_600_000 - 1);
    times.sort((a, b) => a - b);
    const { counts } = world;
    return {
      polls: times.length,
      requests: counts.requests,
      exchanges: counts.exchanges,
      refused: counts.refusedRequests + counts.refusedExchanges,
      waits: times.filter((time) => time > 1_000 + requests * 300).length,
      skipped,
      median: (times[Math.floor(times.length / 2)] ?? 0) / 1000,
      slowestAtFirst: slowest.first / 1000,
      slowestLater: slowest.later / 1000,
    };
  } finally {
    Math.random = random;
    clock.stop();
  }
};
