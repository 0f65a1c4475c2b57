import type { Trigger } from 'zapier-platform-core';
import { lazy } from '../../lib/zapier.ts';
import listBusinesses from '../../triggers/businesses/list_businesses.ts';
import listContacts from '../../triggers/contacts/list_contacts.ts';
import searchContacts from '../../triggers/contacts/search_contacts.ts';
import searchOpportunities from '../../triggers/opportunities/search_opportunities.ts';
import { isWhole } from '../support/depth.ts';
import { plainZ, Zap } from '../support/zapier.ts';
import { fakeDate, hour, minute, second, World } from './world.ts';
import { start, worldOf } from './worlds.ts';

beforeEach(fakeDate);
afterEach(() => jest.useRealTimers());

/** More than a Zap can watch without an order, twice or ten times over; all were made at once. */
const many = isWhole ? 100_000 : 20_000;
const shown = many.toLocaleString('en');

const crowd = lazy(() => {
  const world = new World(start);
  world.add(many, {}, 5 * minute);
  return world;
});

/** A sub-account of which HighLevel may refuse to give a list in order, or ignore the order. */
const setUp = async (count: number, trigger: Trigger, input: object) => {
  const world = count === many ? crowd().copy() : worldOf(count, hour);
  const mood = { refuses: false, ignores: false };
  const z = plainZ((request) => {
    const body = request.body ? JSON.parse(String(request.body)) : {};
    if (!body.sort || !mood.ignores) return world.answer(request);
    const sort = [{ field: 'date_added' }];
    return world.answer({ ...request, body: JSON.stringify({ ...body, sort }) });
  });
  const { request: ask } = z;
  const refusal = { statusCode: 422, message: ['property sort should not exist'] };
  const refuse = async (request: { body?: unknown }) => {
    if (!mood.refuses || !String(request.body).includes('"sort"'))
      return ask(request as Parameters<typeof ask>[0]);
    world.requests += 1;
    return {
      status: 422,
      request,
      data: refusal,
      content: JSON.stringify(refusal),
      getHeader: () => 'application/json',
    };
  };
  Object.assign(z, { request: refuse });
  const zap = new Zap(trigger, { ...input }, z);
  const poll = async (time = 15 * minute) => {
    world.now += time;
    const before = world.requests;
    const fired = await zap.poll();
    return { fired: fired.length, requests: world.requests - before };
  };
  return { world, mood, zap, z, poll };
};

const kinds = [
  ['Search Opportunities', 'new', searchOpportunities],
  ['Search Opportunities', 'changed', searchOpportunities],
  ['List Businesses', 'new', listBusinesses],
  ['List Businesses', 'changed', listBusinesses],
] as const;

test.each([
  ['Search Contacts', 'new', searchContacts],
  ['Search Contacts', 'changed', searchContacts],
  ['List Contacts', 'new', listContacts],
])(`%s, %s, of ${shown}: a poll asks once, 700 new ones take nine requests`, async (...each) => {
  const [, triggerOn, trigger] = each;
  const { world, zap, poll } = await setUp(many, trigger, { triggerOn });
  await zap.turnOn();
  for (const count of [0, 1, 3, 0]) {
    world.now += minute;
    world.add(count);
    expect(await poll()).toEqual({ fired: count, requests: 1 });
  }
  world.now += minute;
  world.add(700);
  const [burst, after] = [await poll(), await poll()];
  expect(burst.fired + after.fired).toBe(700);
  expect(burst.requests + after.requests).toBeLessThanOrEqual(9);
});

describe.each(kinds)('%s, %s', (_, triggerOn, trigger) => {
  test(`of ${shown} opportunities, of 9,000 businesses: a poll asks once, with and without news`, async () => {
    const count = trigger === searchOpportunities ? many : 9_000;
    const { world, zap, poll } = await setUp(count, trigger, { triggerOn });
    expect([await zap.turnOn(), world.requests]).toEqual([2_500, 25]);
    expect(await poll()).toEqual({ fired: 0, requests: 1 });
    world.add(3);
    expect(await poll()).toEqual({ fired: 3, requests: 1 });
    expect(await poll()).toEqual({ fired: 0, requests: 1 });
  });

  test('where HighLevel refuses the order: watched all the same, and asked again once a day', async () => {
    const { world, mood, zap, poll } = await setUp(3_000, trigger, { triggerOn });
    mood.refuses = true;
    await zap.turnOn();
    expect((await poll()).fired).toBe(0);
    world.add(3);
    expect((await poll()).fired).toBe(3);
    mood.refuses = false;
    expect((await poll(25 * hour)).fired).toBe(0);
    world.add(2);
    expect(await poll()).toEqual({ fired: 2, requests: 1 });
  });

  test('where HighLevel refuses it once, or now and then: the next poll asks for it again', async () => {
    const { world, mood, zap, poll } = await setUp(3_000, trigger, { triggerOn });
    await zap.turnOn();
    for (let round = 0; round < 3; round += 1) {
      world.add(1);
      mood.refuses = true;
      expect((await poll()).fired).toBe(1);
      mood.refuses = false;
      expect(await poll(50 * minute)).toEqual({ fired: 0, requests: 1 });
    }
  });

  test('where a refusal lasts, the list is asked for in order no more, for a day', async () => {
    const { world, mood, zap, poll } = await setUp(900, trigger, { triggerOn });
    await zap.turnOn();
    mood.refuses = true;
    for (let polls = 0; polls < 6; polls += 1) await poll();
    const { requests } = await poll();
    mood.refuses = false;
    world.add(1);
    expect(await poll()).toEqual({ fired: 1, requests });
  });

  test('where HighLevel refuses it only later: what the first poll left out does not fire', async () => {
    const { world, mood, zap, poll } = await setUp(3_000, trigger, { triggerOn });
    await zap.turnOn();
    mood.refuses = true;
    world.add(3);
    expect((await poll()).fired).toBe(3);
    world.add(1);
    expect((await poll()).fired).toBe(1);
    // Nor once the hour is over for which Zapier keeps the exact memory.
    world.add(1);
    expect((await poll(3 * hour)).fired).toBe(1);
  });
});

test.each([
  ['Search Opportunities', searchOpportunities],
  ['List Businesses', listBusinesses],
])(
  '%s: where a poll left off in order, one without order misses nothing, and back',
  async (...each) => {
    const [, trigger] = each;
    const { world, mood, zap, poll } = await setUp(250, trigger, {});
    await zap.turnOn();
    const imported = world.add(1_300, {}, second);
    world.slow(8 * second);
    expect((await poll(0)).fired).toBe(300);
    mood.refuses = true;
    if (trigger === listBusinesses) world.slow(0);
    await poll(minute);
    mood.refuses = false;
    world.slow(0);
    for (const _ of [1, 2, 3]) await poll(minute);
    expect(new Set(zap.fired.map(({ id }) => id))).toEqual(new Set(imported));
    expect(await poll()).toEqual({ fired: 0, requests: 1 });
  },
);

test('an order that HighLevel ignores is as good as none', async () => {
  const { world, mood, zap, poll } = await setUp(400, searchOpportunities, {
    triggerOn: 'changed',
  });
  world.edit(world.ids().slice(200, 210));
  mood.ignores = true;
  expect(await zap.turnOn()).toBe(400);
  world.now += hour;
  world.edit(world.ids().slice(300, 301));
  expect((await poll()).fired).toBe(1);
});

test(`${shown} whose order HighLevel refuses for a moment are read by the next poll`, async () => {
  const { world, mood, zap, poll } = await setUp(many, searchOpportunities, {
    triggerOn: 'changed',
  });
  await zap.turnOn();
  world.now += minute;
  world.add(2);
  mood.refuses = true;
  await expect(poll()).rejects.toThrow('more than a Zap can watch');
  mood.refuses = false;
  expect(await poll()).toEqual({ fired: 2, requests: 1 });
});

test('beyond 10,000 without an order, the message says what helps', async () => {
  const { mood, zap } = await setUp(many, searchOpportunities, { triggerOn: 'changed' });
  mood.refuses = true;
  await expect(zap.turnOn()).rejects.toThrow(
    'This list has 10,000 records or more, which is more than a Zap can watch. Narrow it down with the fields of this step, or choose “A new opportunity” in “Trigger On”.',
  );
});
