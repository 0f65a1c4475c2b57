import { VirtualClock } from '../../bench/agency/clock.ts';
import { AgencyWorld, type Outcome } from '../../bench/agency/world.ts';

const clock = new VirtualClock(Date.parse('2026-03-02T09:00:00Z'));
beforeAll(() => clock.start());
afterAll(() => clock.stop());

const subAccounts = (count: number) => Array.from({ length: count }, (_, index) => `sub${index}`);

/** Runs that begin at the same moment, each started anew after a ThrottledError, as Zapier does. */
const play = async (world: AgencyWorld, locationIds: string[], seconds = 120) => {
  const seen = locationIds.map(() => [] as Outcome[]);
  const waits: number[] = [];
  const start = async (locationId: string, index: number): Promise<void> => {
    const { outcome, wait } = await world.run(locationId);
    seen[index]?.push(outcome);
    if (outcome !== 'throttled') return;
    waits.push(wait);
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    await start(locationId, index);
  };
  const all = Promise.all(locationIds.map(start));
  await clock.pass(seconds * 1000);
  return { seen, waits, all };
};

const ends = (seen: Outcome[][]) => new Set(seen.map((one) => one.at(-1)));

/** A second run does not meet the sub-account’s own limit, which is another matter (test/faults/throttle.test.ts). */
const few = (locationId: string, count: number) => Array<string>(count).fill(locationId);

describe('runs of an agency that begin at once without a token', () => {
  test('300 of one sub-account exchange at most 3 times', async () => {
    const world = new AgencyWorld();
    const { seen } = await play(world, few('sub1', 300));
    expect(ends(seen)).toEqual(new Set(['done']));
    expect(world.counts.exchanges).toBeLessThanOrEqual(3);
  });

  test('150 of one sub-account leave room for ten others: none of those is refused', async () => {
    const world = new AgencyWorld();
    const { seen } = await play(world, [...few('busy', 150), ...subAccounts(10)]);
    expect(new Set(seen.slice(150).flat())).toEqual(new Set(['done']));
    expect(world.counts.refusedExchanges).toBe(0);
  });

  test('300 sub-accounts exchange at most 1.1 times each, and HighLevel refuses nothing', async () => {
    const world = new AgencyWorld();
    const { seen, waits } = await play(world, subAccounts(300));
    expect(ends(seen)).toEqual(new Set(['done']));
    expect(world.counts.exchanges).toBeLessThanOrEqual(330);
    expect(world.counts.refusedExchanges).toBe(0);
    // Those that must come again do not come all at once.
    expect(new Set(waits).size).not.toBe(1);
  });

  test('300 of a sub-account without the app ask a few times only, and all fail', async () => {
    const world = new AgencyWorld();
    world.uninstall('sub1');
    const { seen } = await play(world, few('sub1', 300));
    expect(ends(seen)).toEqual(new Set(['failed']));
    expect(world.counts.exchanges).toBeLessThanOrEqual(3);
  });
});

test('a run alone exchanges at once', async () => {
  const world = new AgencyWorld();
  const began = Date.now();
  let took = 0;
  world.run('sub1').then(() => {
    took = Date.now() - began;
  });
  await clock.pass(5_000);
  // Two answers of 300 ms, and less than ten looks into the cache.
  expect(took).toBeLessThan(800);
  expect(took).toBeGreaterThan(600);
});

test('of 50 runs whose token HighLevel takes no more, one exchanges it, and none drops the fresh one', async () => {
  const world = new AgencyWorld();
  await play(world, ['sub1'], 5);
  world.endTokens();
  const before = world.counts.exchanges;
  const { seen } = await play(world, few('sub1', 50));
  expect(ends(seen)).toEqual(new Set(['done']));
  expect(world.counts.exchanges - before).toBe(1);
});

test('a token is renewed before it ends, by one run, and nobody waits for it', async () => {
  const world = new AgencyWorld();
  await play(world, ['sub1'], 5);
  await clock.pass(86_200_000);
  const took: number[] = [];
  for (let index = 0; index < 50; index += 1) {
    const began = Date.now();
    world.run('sub1').then(() => took.push(Date.now() - began));
  }
  await clock.pass(10_000);
  expect(world.counts.exchanges).toBe(2);
  // All but the one that renews are as quick as ever.
  expect(took.sort((a, b) => a - b)[48]).toBeLessThan(450);
  expect(took).toHaveLength(50);
});
