import fc from 'fast-check';
import type { Trigger } from 'zapier-platform-core';
import { HighLevelError } from '../../lib/api/errors.ts';
import listBusinesses from '../../triggers/businesses/list_businesses.ts';
import listContacts from '../../triggers/contacts/list_contacts.ts';
import searchContacts from '../../triggers/contacts/search_contacts.ts';
import searchOpportunities from '../../triggers/opportunities/search_opportunities.ts';
import { times } from '../support/depth.ts';
import { plainZ, type Request, Zap } from '../support/zapier.ts';
import { repeated } from './lists.ts';
import { day, fakeDate, hour, minute, second, type World } from './world.ts';
import { worldOf } from './worlds.ts';

beforeEach(fakeDate);
afterEach(() => jest.useRealTimers());

const lists = { searchContacts, listContacts, searchOpportunities, listBusinesses };
const triggers = Object.entries(lists);
const byCreation = triggers.filter(([, trigger]) => trigger !== listBusinesses);

/** A Zap that is on. */
const zapOf = async (world: World, trigger: Trigger, answer = world.answer) => {
  const zap = new Zap(trigger, {}, plainZ(answer));
  await zap.turnOn();
  return zap;
};

/** Polls every quarter of an hour, so many times; what each poll fires and asks. */
const poll = async (world: World, zap: Zap, times: number) => {
  const polls: { fired: number; requests: number }[] = [];
  for (let round = 0; round < times; round += 1) {
    world.now += 15 * minute;
    const before = world.requests;
    const { length: fired } = await zap.poll();
    polls.push({ fired, requests: world.requests - before });
  }
  return polls;
};

const firedIds = (zap: Zap) => zap.fired.map(({ id }) => String(id)).toSorted();
const quiet = { fired: 0, requests: 1 };

/** Fields of a record that was made some time ago. */
const dated = (time: number) => {
  const stamp = new Date(time).toISOString();
  return { dateAdded: stamp, dateUpdated: stamp, createdAt: stamp, updatedAt: stamp };
};

describe('a poll that is cut by time', () => {
  test.each(triggers)('%s: what is dated further back fires too', async (_, trigger) => {
    const world = worldOf(700, 30 * minute);
    world.lag = 10 * second;
    const zap = await zapOf(world, trigger);
    const imported = world.add(1_362, {}, 2_100);
    world.slow(4 * second);
    const polls = await poll(world, zap, 9);
    expect(firedIds(zap)).toEqual(imported);
    expect(polls.at(-1)).toEqual(quiet);
  });

  test.each(byCreation)('%s: one that comes far behind fires in the end', async (_, trigger) => {
    const world = worldOf(2_300, hour);
    const zap = await zapOf(world, trigger);
    world.slow(4 * second);
    const late = world.add(1, dated(world.now - 60 * day));
    const polls = await poll(world, zap, 8);
    expect(firedIds(zap)).toEqual(late);
    expect(polls.at(-1)).toEqual(quiet);
  });

  test.each(byCreation)('%s: so does one that comes behind a rest', async (_, trigger) => {
    const world = worldOf(700, hour);
    const zap = await zapOf(world, trigger);
    world.slow(6 * second);
    const made = world.add(700, {}, second);
    await poll(world, zap, 1);
    for (const back of [hour / 2, 20 * day]) made.push(...world.add(1, dated(world.now - back)));
    const polls = await poll(world, zap, 12);
    expect(firedIds(zap)).toEqual(made.toSorted());
    expect(polls.at(-1)).toEqual(quiet);
  });

  test.each(triggers)('%s: each poll fires more, however many come again', async (_, trigger) => {
    const world = worldOf(250, day);
    const zap = await zapOf(world, trigger);
    world.slow(6 * second);
    const made = world.add(1_500, {}, second);
    for (let round = 0; round < 4; round += 1) {
      const [one] = await poll(world, zap, 1);
      expect(one?.fired).toBeGreaterThanOrEqual(200);
      made.push(...world.add(120));
    }
    const polls = await poll(world, zap, 16);
    expect(firedIds(zap)).toEqual(made);
    expect(polls.at(-1)).toEqual(quiet);
  });

  test.each(byCreation)(
    '%s: what the index hides while the rest is read fires later',
    async (_, trigger) => {
      const world = worldOf(250, day);
      const zap = await zapOf(world, trigger);
      world.slow(6 * second);
      const imported = world.add(700, {}, 2.5 * second);
      await poll(world, zap, 1);
      const fired = new Set(firedIds(zap));
      // Each is hidden for ten minutes, ten minutes after it was edited.
      world.lag = 20 * minute;
      world.edit(imported.filter((id) => !fired.has(id)));
      expect(await poll(world, zap, 1)).toMatchObject([{ fired: 0 }]);
      await poll(world, zap, 4);
      expect(firedIds(zap)).toEqual(imported);
    },
  );

  test.each(triggers)('%s, where a page takes 10 s: each poll fires more', async (_, trigger) => {
    const world = worldOf(250, day);
    const zap = await zapOf(world, trigger);
    const imported = world.add(600);
    world.slow(10.5 * second);
    const [first, ...others] = await poll(world, zap, 5);
    expect(first).toEqual({ fired: 200, requests: 2 });
    expect(others).toEqual(others.map(() => ({ fired: 100, requests: 2 })));
    expect(firedIds(zap)).toEqual(imported);
  });

  test.each(triggers)(
    '%s: what was read fires even if the next page takes too long',
    async (_, trigger) => {
      const world = worldOf(250, day);
      let ends = Number.POSITIVE_INFINITY;
      const zap = await zapOf(world, trigger, (request: Request) => {
        const answer = world.answer(request);
        // The app ends a run that takes 27 s.
        if (world.now > ends) throw new Error('The request was aborted.');
        return answer;
      });
      const imported = world.add(300);
      for (const [pause, fired] of [
        [14 * second, 100],
        [9.5 * second, 100],
        [0, 100],
      ] as const) {
        world.slow(pause);
        ends = world.now + 15 * minute + 27 * second;
        expect(await poll(world, zap, 1)).toMatchObject([{ fired }]);
      }
      expect(firedIds(zap)).toEqual(imported);
    },
  );
});

describe('a list that pages by number', () => {
  test.each([
    ['', 0],
    [', and as many come behind it', 150],
  ])('of which 150 are deleted that have fired%s: the rest fires', async (_, count) => {
    const world = worldOf(250, day);
    const zap = await zapOf(world, listBusinesses);
    const imported = world.add(900, {}, 4 * second);
    world.slow(6 * second);
    await poll(world, zap, 1);
    world.remove(firedIds(zap).slice(0, 150));
    imported.push(...world.add(count, dated(world.now - hour)));
    await poll(world, zap, 9);
    expect(firedIds(zap)).toEqual(imported);
  });

  test('whose newest records come in another order each time: all fire', async () => {
    const world = worldOf(0);
    world.muddled = true;
    const zap = await zapOf(world, listBusinesses);
    world.now += 15 * minute;
    const made = world.add(827, {}, 50);
    world.now += 3 * second;
    world.slow(2 * second);
    await zap.poll();
    expect(zap.fired.length).toBeLessThan(made.length);
    const polls = await poll(world, zap, 3);
    expect(firedIds(zap)).toEqual(made);
    expect(polls.at(-1)).toEqual(quiet);
  });

  test('of which some change while it is read: it still counts as in order', async () => {
    const world = worldOf(700, 3 * hour);
    let changes = true;
    const zap = new Zap(
      listBusinesses,
      { triggerOn: 'changed' },
      plainZ((request) => {
        if (world.requests === 2 && changes) world.edit(world.ids().slice(-3));
        changes &&= world.requests < 2;
        return world.answer(request);
      }),
    );
    await zap.turnOn();
    expect(world.requests).toBe(8);
    expect(await poll(world, zap, 1)).toMatchObject([{ fired: 3 }]);
    expect(await poll(world, zap, 1)).toEqual([quiet]);
  });
});

test('a list that ignores its cursor while a rest is left: each poll fires more', async () => {
  const world = worldOf(250, day);
  let ignores = false;
  const zap = await zapOf(world, searchContacts, (request: Request) => {
    const { searchAfter, ...asked } = JSON.parse(String(request.body));
    const body = ignores ? asked : { ...asked, searchAfter };
    return world.answer({ ...request, body: JSON.stringify(body) });
  });
  const imported = world.add(500, {}, 5 * second);
  world.slow(10.5 * second);
  await poll(world, zap, 1);
  ignores = true;
  const polls = await poll(world, zap, 4);
  expect(polls.map(({ fired }) => fired)).toEqual([0, 0, 100, 100]);
  await poll(world, zap, 1);
  expect(firedIds(zap)).toEqual(imported);
});

test.each(triggers)(
  '%s: the whole burst is deleted while a rest is left: the list still counts as in order',
  async (_, trigger) => {
    const world = worldOf(700, 3 * hour);
    const routes = new Set<string>();
    const zap = await zapOf(world, trigger, (request: Request) => {
      routes.add(`${request.method} ${new URL(request.url, 'https://x.example').pathname}`);
      return world.answer(request);
    });
    const imported = world.add(900, {}, second);
    world.slow(6 * second);
    await poll(world, zap, 1);
    world.remove(imported);
    await poll(world, zap, 6);
    expect(routes.size).toBe(1);
    const made = world.add(1);
    expect(await poll(world, zap, 2)).toEqual([{ fired: 1, requests: 1 }, quiet]);
    expect(firedIds(zap).slice(-1)).toEqual(made);
  },
);

test.each(triggers)('%s: just what has fired is deleted: the rest fires', async (_, trigger) => {
  const world = worldOf(700, 3 * hour);
  const zap = await zapOf(world, trigger);
  world.now += 3 * hour;
  const imported = world.add(900, {}, 6 * second);
  world.slow(6 * second);
  await poll(world, zap, 1);
  world.remove(firedIds(zap));
  await poll(world, zap, 6);
  expect(firedIds(zap)).toEqual(imported);
});

test('a list whose pages reach 10,000 records: if more come at once, so many fire', async () => {
  const world = worldOf(250, day);
  const zap = await zapOf(world, listBusinesses, (request: Request) => {
    const { page } = JSON.parse(String(request.body));
    if (page > 100) throw new HighLevelError('invalid', 'Invalid request body', { status: 400 });
    return world.answer(request);
  });
  world.add(10_300);
  const polls = await poll(world, zap, 4);
  expect(polls.map(({ fired }) => fired)).toEqual([10_000, 0, 0, 0]);
  expect(polls.at(-1)).toEqual(quiet);
  world.add(3);
  expect(await poll(world, zap, 2)).toEqual([{ fired: 3, requests: 1 }, quiet]);
});

describe('a list that ends in many records without a date', () => {
  /** Such a list, after so many that have one. */
  const setUp = async (trigger: Trigger, dated: number) => {
    const world = worldOf(dated, 3 * hour);
    world.add(5_000, { dateAdded: null, createdAt: null });
    return { world, zap: await zapOf(world, trigger) };
  };
  const byCursor = { searchContacts, searchOpportunities };

  test.each(Object.entries(byCursor))('%s: a poll asks once', async (_, trigger) => {
    const { world, zap } = await setUp(trigger, 30);
    for (const count of [0, 1, 3, 0]) {
      world.add(count);
      expect(await poll(world, zap, 1)).toEqual([{ fired: count, requests: 1 }]);
    }
  });

  test.each(Object.entries(byCursor))('%s: a rest among them ends', async (_, trigger) => {
    const world = worldOf(250, 3 * hour);
    world.add(900, { dateAdded: null, createdAt: null });
    const zap = await zapOf(world, trigger);
    world.slow(4 * second);
    const late = world.add(1, dated(world.now - day));
    const polls = await poll(world, zap, 8);
    expect(firedIds(zap)).toEqual(late);
    expect(polls.at(-1)).toEqual(quiet);
  });

  test.each(Object.entries(byCursor))('%s: none of them is new', async (_, trigger) => {
    const { world, zap } = await setUp(trigger, 700);
    const late = world.add(1, dated(world.now - day));
    await poll(world, zap, 2);
    expect(firedIds(zap)).toEqual(late);
  });
});

test.each(byCreation)('%s: some come late behind thousands that are new', async (_, trigger) => {
  const world = worldOf(700, 30 * minute);
  const zap = await zapOf(world, trigger);
  const made = [...world.add(2_700), ...world.add(60, dated(world.now - 2 * day))];
  await poll(world, zap, 2);
  expect(firedIds(zap)).toEqual(made);
});

/** What happens before a poll, how long its answers take, and how many of them HighLevel gives. */
const step = fc.record({
  added: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 700 })),
  apart: fc.constantFrom(0, 1, second, 2.5 * second),
  edited: fc.constantFrom(0, 0, 30, 120),
  pause: fc.constantFrom(minute, 15 * minute, 15 * minute, 2 * hour),
  slow: fc.constantFrom(0, 0, 4 * second, 9 * second, 12 * second),
  allowed: fc.constantFrom(1, 2, 3, 5, 99, 99),
});
const steps = fc.array(step, { minLength: 3, maxLength: 8 });
type Steps = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

/** Lives through the steps and until nothing is left to come; what was missed, and what came twice. */
const live = async (trigger: Trigger, lag: number, happening: Steps) => {
  const world = worldOf(250, 30 * minute);
  world.lag = lag;
  let left = Number.POSITIVE_INFINITY;
  const zap = await zapOf(world, trigger, (request: Request) => {
    left -= 1;
    if (left < 0) throw new HighLevelError('throttled', 'HighLevel is busy.');
    return world.answer(request);
  });
  const made: string[] = [];
  for (const { added, apart, edited, pause, slow, allowed } of happening) {
    world.now += pause - 4 * second;
    // An older date of change is no change.
    made.push(...world.add(added, {}, trigger === listBusinesses ? Math.min(apart, 1) : apart));
    world.edit(world.ids().slice(0, edited));
    world.now += 4 * second;
    world.slow(slow);
    left = allowed;
    await zap.poll();
  }
  left = Number.POSITIVE_INFINITY;
  await poll(world, zap, 5);
  world.slow(0);
  const polls = await poll(world, zap, 4);
  const fired = new Set(firedIds(zap));
  return {
    missed: made.filter((id) => !fired.has(id)),
    twice: repeated(firedIds(zap)),
    last: polls.at(-1),
  };
};

test.each(triggers)('%s: bursts, slow answers and rate limits lose nothing', async (_, trigger) => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(0, 10 * second), steps, async (lag, happening) => {
      const outcome = await live(trigger, lag, happening);
      expect(outcome).toEqual({ missed: [], twice: [], last: quiet });
    }),
    { numRuns: times(12), seed: 20_260_302 },
  );
});
