import type { Trigger } from 'zapier-platform-core';
import { HighLevelError } from '../../lib/api/errors.ts';
import { revisionOf } from '../../lib/polling/revision.ts';
import { task } from '../../records/tasks.ts';
import { user } from '../../records/users.ts';
import checkBlogSlug from '../../triggers/blogs/check_blog_slug.ts';
import listBusinesses from '../../triggers/businesses/list_businesses.ts';
import getContact from '../../triggers/contacts/get_contact.ts';
import getContactTask from '../../triggers/contacts/get_contact_task.ts';
import getContactTasks from '../../triggers/contacts/get_contact_tasks.ts';
import getContactsByBusiness from '../../triggers/contacts/get_contacts_by_business.ts';
import listContacts from '../../triggers/contacts/list_contacts.ts';
import searchContacts from '../../triggers/contacts/search_contacts.ts';
import getConversationMessages from '../../triggers/conversations/get_conversation_messages.ts';
import searchConversations from '../../triggers/conversations/search_conversations.ts';
import searchOpportunities from '../../triggers/opportunities/search_opportunities.ts';
import { times } from '../support/depth.ts';
import { plainZ, type Request, Zap } from '../support/zapier.ts';
import { day, fakeDate, hour, minute, second, type World } from './world.ts';
import { start, worldOf } from './worlds.ts';

beforeEach(fakeDate);
afterEach(() => jest.useRealTimers());

const zapOf = (world: World, trigger: Trigger, input: object = {}) =>
  new Zap(trigger, { ...input }, plainZ(world.answer));

/** What a poll after some time costs and fires. */
const poll = async (world: World, zap: Zap, time: number) => {
  world.now += time;
  const [requests, began] = [world.requests, world.now];
  const fired = await zap.poll();
  return {
    fired: fired.length,
    requests: world.requests - requests,
    seconds: (world.now - began) / second,
  };
};

describe('what polls cost', () => {
  test('the first poll reads 2,500 records, a quiet one asks once', async () => {
    const world = worldOf(2_700);
    const zap = zapOf(world, searchContacts);
    expect([await zap.turnOn(), world.requests]).toEqual([2_500, 25]);
    expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 0, requests: 1 });
  });

  test.each([
    [90, 1],
    [260, 3],
    [450, 5],
  ])('a burst of %d asks %d times; what is over 100 is held by Zapier', async (count, requests) => {
    const world = worldOf(250, day);
    const zap = zapOf(world, searchContacts);
    await zap.turnOn();
    world.now += minute;
    world.add(count);
    expect(await poll(world, zap, 14 * minute)).toMatchObject({ fired: count, requests });
    expect(zap.held).toBe(Math.max(0, count - 100));
  });

  test.each([
    ['Search Contacts', 'new', searchContacts],
    ['Search Contacts', 'changed', searchContacts],
    ['List Contacts', 'new', listContacts],
    ['Search Opportunities', 'new', searchOpportunities],
    ['Search Opportunities', 'changed', searchOpportunities],
    ['List Businesses', 'new', listBusinesses],
    ['List Businesses', 'changed', listBusinesses],
  ] as const)(
    '%s, %s, where 250 records come each day: a poll asks once, for days',
    async (...each) => {
      const [, triggerOn, trigger] = each;
      const world = worldOf(3_000, day / 250);
      const zap = zapOf(world, trigger, { triggerOn });
      await zap.turnOn();
      const quarter = () => poll(world, zap, 15 * minute);
      for (let polls = 0; polls < times(200); polls += 1) {
        world.add(polls % 4);
        expect(await quarter()).toMatchObject({ fired: polls % 4, requests: 1 });
      }
      // So it does after a pause, though Zapier has forgotten what the last poll left.
      expect(await poll(world, zap, 5 * hour)).toMatchObject({ fired: 0, requests: 1 });
    },
  );

  test('a quiet poll of a conversation full of activities asks once', async () => {
    let requests = 0;
    const entry = (index: number) => ({
      id: `m${index}`,
      messageType: index % 50 === 0 ? 'TYPE_SMS' : 'TYPE_ACTIVITY_CONTACT',
      dateAdded: new Date(start - index * minute).toISOString(),
    });
    const list = Array.from({ length: 700 }, (_, index) => entry(index));
    const z = plainZ((request) => {
      requests += 1;
      const { searchParams } = new URL(request.url, 'https://x.example');
      const from = list.findIndex(({ id }) => id === searchParams.get('lastMessageId')) + 1;
      const messages = list.slice(from, from + Number(searchParams.get('limit')));
      return { messages: { messages, lastMessageId: messages.at(-1)?.id, nextPage: true } };
    });
    jest.setSystemTime(start);
    const zap = new Zap(getConversationMessages, { conversationId: 'v1' }, z);
    expect([await zap.turnOn(), requests]).toEqual([14, 8]);
    expect([await zap.poll(), requests]).toEqual([[], 9]);
    list.unshift({ ...entry(0), id: 'new' }, { ...entry(1), id: 'activity' });
    expect(await zap.poll()).toMatchObject([{ id: 'new' }]);
  });

  test('a quiet poll asks once, even where a record has no date', async () => {
    let requests = 0;
    const list = Array.from({ length: 250 }, (_, index) => ({
      id: `c${index}`,
      dateAdded: index === 0 ? null : new Date(start - index * minute).toISOString(),
      searchAfter: [index],
    }));
    const z = plainZ((request) => {
      requests += 1;
      const { searchAfter = [-1] } = JSON.parse(String(request.body));
      return { contacts: list.slice(searchAfter[0] + 1, searchAfter[0] + 101), total: 250 };
    });
    jest.setSystemTime(start);
    const zap = new Zap(searchContacts, {}, z);
    expect([await zap.turnOn(), requests]).toEqual([250, 3]);
    expect([await zap.poll(), requests]).toEqual([[], 4]);
  });

  test('a poll ends within 20 s and one request', async () => {
    const world = worldOf(1_500, day / 200);
    const zap = zapOf(world, searchContacts);
    await zap.turnOn();
    world.slow(7 * second);
    world.add(500);
    expect(await poll(world, zap, 15 * minute)).toEqual({ fired: 300, requests: 3, seconds: 21 });
  });

  test('what came last runs last', async () => {
    const world = worldOf(3);
    const zap = zapOf(world, searchContacts);
    await zap.turnOn();
    for (const _ of [1, 2, 3]) {
      world.now += minute;
      world.add(1);
    }
    expect((await zap.poll()).map(({ id }) => id)).toEqual(['id000004', 'id000005', 'id000006']);
  });
});

describe('a burst of more than a poll reads', () => {
  /** Polls every quarter of an hour until nothing comes any more. */
  const drain = async (world: World, zap: Zap, meanwhile: (round: number) => void = () => {}) => {
    const polls: { fired: number; requests: number }[] = [];
    do {
      polls.push(await poll(world, zap, 15 * minute));
      meanwhile(polls.length);
    } while ((polls.at(-1)?.fired ?? 0) > 0 && polls.length < 40);
    return polls;
  };

  test.each([
    ['Search Contacts', 'new', 700, 9, searchContacts],
    ['Search Contacts', 'new', 1_300, 15, searchContacts],
    ['Search Contacts', 'changed', 1_300, 15, searchContacts],
    ['List Contacts', 'new', 1_300, 15, listContacts],
    ['Search Opportunities', 'new', 3_000, 32, searchOpportunities],
    ['Search Opportunities', 'changed', 3_000, 32, searchOpportunities],
    ['List Businesses', 'new', 700, 9, listBusinesses],
  ] as const)('%s, %s, %d: all fire, for %d requests in all', async (...each) => {
    const [, triggerOn, count, requests, trigger] = each;
    const world = worldOf(250, day);
    const zap = zapOf(world, trigger, { triggerOn });
    await zap.turnOn();
    const imported = world.add(count);
    const polls = await drain(world, zap);
    expect(new Set(zap.fired.map(({ id }) => id))).toEqual(new Set(imported));
    expect(zap.fired).toHaveLength(count);
    expect(polls.reduce((sum, one) => sum + one.requests, 0)).toBe(requests);
    expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 0, requests: 1 });
  });

  test('of one and the same moment: all fire', async () => {
    const world = worldOf(250, day);
    const zap = zapOf(world, searchContacts);
    await zap.turnOn();
    const imported = world.add(1_300, {}, 0);
    const polls = await drain(world, zap);
    expect(new Set(zap.fired.map(({ id }) => id))).toEqual(new Set(imported));
    expect(polls.map(({ fired }) => fired)).toEqual([1_300, 0]);
  });

  const resuming = { searchContacts, listContacts, searchOpportunities, listBusinesses };

  test.each(
    Object.entries(resuming).flatMap(([name, trigger]) => [
      [name, 0.5, trigger] as const,
      [name, 1.5, trigger] as const,
    ]),
  )(
    '%s, one every %d s: all fire if the next poll reads beyond where one stopped',
    async (...each) => {
      const [, apart, trigger] = each;
      const world = worldOf(250, day);
      const zap = zapOf(world, trigger);
      await zap.turnOn();
      world.now += 3 * hour;
      const imported = world.add(2_000, {}, apart * second);
      world.slow(8 * second);
      expect(await poll(world, zap, 0)).toMatchObject({ fired: 300 });
      world.slow(0);
      expect(await poll(world, zap, 2 * minute)).toMatchObject({ fired: 1_700 });
      expect(new Set(zap.fired.map(({ id }) => id))).toEqual(new Set(imported));
      expect(await poll(world, zap, 2 * minute)).toMatchObject({ fired: 0, requests: 1 });
    },
  );

  test.each(Object.entries(resuming))(
    '%s: a poll that goes on asks no more once HighLevel’s rate limit is reached',
    async (...each) => {
      const [, trigger] = each;
      const world = worldOf(250, 2 * day);
      const z = plainZ((request) => {
        if (world.requests < most) return world.answer(request);
        refused += 1;
        // Or the test would never end.
        if (refused > 9) throw new Error('asked on and on');
        throw new HighLevelError('throttled', 'HighLevel is busy.');
      });
      let [most, refused] = [Number.POSITIVE_INFINITY, 0];
      const zap = new Zap(trigger, {}, z);
      await zap.turnOn();
      world.now += 2 * day;
      const imported = world.add(2_000, {}, minute);
      world.slow(8 * second);
      await poll(world, zap, 0);
      world.slow(0);
      for (const allowed of [1, 1, 1, 2, 3]) {
        [most, refused] = [world.requests + allowed, 0];
        expect(await poll(world, zap, minute)).toMatchObject({ requests: allowed });
        expect(refused).toBe(1);
      }
      most = Number.POSITIVE_INFINITY;
      // What was left off when nothing could be read is where it was.
      const rest = Math.ceil((imported.length - new Set(zap.fired.map(({ id }) => id)).size) / 100);
      const { requests } = await poll(world, zap, minute);
      expect(requests).toBeLessThanOrEqual(rest + 4);
      expect(new Set(zap.fired.map(({ id }) => id))).toEqual(new Set(imported));
    },
  );

  test('what has fired is deleted meanwhile: the rest fires', async () => {
    const world = worldOf(250, day);
    const zap = zapOf(world, searchContacts);
    await zap.turnOn();
    const imported = world.add(1_300);
    world.slow(4 * second);
    await drain(world, zap, (round) => {
      if (round === 1) world.remove(imported.slice(0, 500));
    });
    expect(new Set(zap.fired.map(({ id }) => id))).toEqual(new Set(imported));
  });

  test('the same, of a list that pages by number', async () => {
    const world = worldOf(250, day);
    const zap = zapOf(world, listBusinesses);
    await zap.turnOn();
    const imported = world.add(1_300);
    world.slow(4 * second);
    await drain(world, zap, (round) => {
      if (round < 3) world.remove(imported.slice(round * 50 - 50, round * 50));
    });
    expect(new Set(zap.fired.map(({ id }) => id))).toEqual(new Set(imported));
  });

  test('behind it one that came late, among others that the last poll has seen', async () => {
    const world = worldOf(400, 2 * second);
    const zap = zapOf(world, searchContacts);
    await zap.turnOn();
    const dateAdded = new Date(world.now - 9 * minute).toISOString();
    const [late] = world.add(1, { dateAdded });
    world.now += minute;
    world.add(1_300);
    await drain(world, zap);
    expect(zap.fired.map(({ id }) => id)).toContain(late);
    expect(zap.fired).toHaveLength(1_301);
  });

  test('one that came late, among those that have fired, fires once the burst is read', async () => {
    const world = worldOf(250, day);
    const zap = zapOf(world, searchContacts);
    await zap.turnOn();
    world.add(700, {}, second);
    world.slow(5 * second);
    expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 500 });
    const dateAdded = new Date(world.now - 16 * minute).toISOString();
    world.add(1, { dateAdded });
    const polls = await drain(world, zap);
    expect(polls.reduce((sum, { fired }) => sum + fired, 0)).toBe(201);
  });

  test('where a look-up fails once the list is read, and the poll with it', async () => {
    for (const failing of [1, 2]) {
      const world = worldOf(250, day);
      let polls = 0;
      const z = plainZ((request) => {
        if (!request.url.includes('/customFields')) return world.answer(request);
        if (polls === failing) throw new Error('HighLevel has a problem at the moment (503).');
        return { customFields: [] };
      });
      Object.assign(z.cache, { get: async () => null });
      const zap = new Zap(searchContacts, {}, z);
      await zap.turnOn();
      const imported = world.add(1_300, { customFields: [{ id: 'f1', value: 'x' }] });
      for (polls = 1; polls < 6; polls += 1) {
        world.now += 15 * minute;
        if (polls === failing) await expect(zap.poll()).rejects.toThrow('has a problem');
        else await zap.poll();
      }
      expect(new Set(zap.fired.map(({ id }) => id))).toEqual(new Set(imported));
      expect(zap.fired).toHaveLength(imported.length);
    }
  });

  test('while more come, and a second burst', async () => {
    const world = worldOf(250, day);
    const zap = zapOf(world, searchContacts);
    await zap.turnOn();
    const made = world.add(1_500);
    await drain(world, zap, (round) => {
      if (round < 6) made.push(...world.add(30));
      if (round === 2) made.push(...world.add(900));
    });
    expect(new Set(zap.fired.map(({ id }) => id))).toEqual(new Set(made));
    expect(zap.fired).toHaveLength(made.length);
  });

  test('into an empty sub-account', async () => {
    const world = worldOf(0);
    const zap = zapOf(world, searchContacts);
    expect(await zap.turnOn()).toBe(0);
    world.add(1_100);
    await drain(world, zap);
    expect(zap.fired).toHaveLength(1_100);
  });

  test('beside a record whose date lies in the future', async () => {
    const world = worldOf(250, day);
    world.add(1, { dateAdded: new Date(world.now + 30 * day).toISOString() });
    const zap = zapOf(world, searchContacts);
    await zap.turnOn();
    const imported = world.add(1_300);
    await drain(world, zap);
    expect(new Set(zap.fired.map(({ id }) => id))).toEqual(new Set(imported));
  });

  test('that is cut short by time after Zapier has forgotten: the next poll reads it whole', async () => {
    const world = worldOf(250, day);
    const zap = zapOf(world, searchContacts);
    await zap.turnOn();
    world.add(400);
    world.slow(11 * second);
    expect(await poll(world, zap, 2 * hour)).toMatchObject({ fired: 200 });
    world.slow(0);
    expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 200 });
    expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 0 });
    expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 0, requests: 1 });
  });

  test('where Zapier keeps nothing for the Zap, the newest 2,000 fire', async () => {
    const world = worldOf(2_600, hour / 2);
    const z = plainZ(world.answer);
    const zap = new Zap(searchContacts, {}, z);
    const failing = () => Promise.reject(new Error('Unable to reach the RPC server'));
    Object.assign(z.cache, { get: failing, set: failing });
    zap.cursor.get = failing;
    zap.cursor.set = failing;
    await zap.turnOn();
    const imported = world.add(2_100);
    await drain(world, zap);
    expect(zap.fired.every(({ id }) => imported.includes(String(id)))).toBe(true);
    expect(zap.fired).toHaveLength(2_000);
  });

  test.each([
    ['that is new', 0],
    ['that has been on for weeks', 20 * day],
  ])(
    'a hold of 30 days does not lose what a second Zap with the same form saw first, of one %s',
    async (_, since) => {
      const world = worldOf(3_000, day / 300);
      const z = plainZ(world.answer);
      const [first, second] = [new Zap(searchContacts, {}, z), new Zap(searchContacts, {}, z)];
      await first.turnOn();
      await poll(world, first, 15 * minute);
      world.now += since;
      await second.turnOn();
      await poll(world, first, 15 * minute);
      await poll(world, second, minute);
      const made: string[] = [];
      for (let days = 0; days < 30; days += 1) {
        world.now += day;
        made.push(...world.add(300, {}, minute));
      }
      for (let polls = 0; polls < 6; polls += 1) {
        for (const zap of [first, second]) await poll(world, zap, 7 * minute);
        made.push(...world.add(1));
      }
      for (const zap of [first, second]) {
        await poll(world, zap, minute);
        const fired = new Set(zap.fired.map(({ id }) => id));
        expect(made.filter((id) => !fired.has(id))).toEqual([]);
      }
    },
  );

  test.each([
    ['of an older version', { page: 'x', top: 0 }],
    ['of another list', { list: 'x', page: 'x', top: 0, floor: 0, since: 0, totals: [] }],
    ['no JSON', undefined],
  ])('what Zapier keeps for the Zap counts for nothing: %s', async (_, kept) => {
    const world = worldOf(2_600, hour / 2);
    const zap = zapOf(world, searchContacts);
    await zap.turnOn();
    await zap.cursor.set(JSON.stringify(kept) ?? '{');
    world.add(3);
    expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 3, requests: 1 });
  });
});

describe('what is old never fires', () => {
  test.each([
    ['Search Contacts', 'new', searchContacts],
    ['Search Contacts', 'changed', searchContacts],
    ['List Contacts', 'new', listContacts],
  ] as const)('%s, more deleted than the first poll saw: %s', async (_, triggerOn, trigger) => {
    const world = worldOf(2_600);
    const zap = zapOf(world, trigger, { triggerOn });
    await zap.turnOn();
    world.remove(world.ids().slice(0, 2_300));
    expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 0 });
    world.add(2);
    expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 2 });
  });

  test('nor do those of this week that the first poll did not reach', async () => {
    const world = worldOf(2_500, 4 * minute);
    const zap = zapOf(world, searchContacts);
    await zap.turnOn();
    const imported = world.add(600);
    for (let polls = 0; polls < 8; polls += 1) await poll(world, zap, 15 * minute);
    // Zapier has forgotten by then what the last poll left.
    await poll(world, zap, 2 * hour);
    for (let polls = 0; polls < 8; polls += 1) await poll(world, zap, 15 * minute);
    expect(new Set(zap.fired.map(({ id }) => id))).toEqual(new Set(imported));
  });

  test('an old conversation that gets a message is not new, however many there are', async () => {
    const answers: Request[] = [];
    const message = (index: number, days: number) => ({
      id: `v${index}`,
      dateAdded: start - days * day,
      lastMessageDate: start - index * minute,
      sort: [start - index * minute],
    });
    const list = Array.from({ length: 2_600 }, (_, index) => message(index, 300));
    const z = plainZ((request) => {
      answers.push(request);
      const { searchParams } = new URL(request.url, 'https://x.example');
      const before = Number(searchParams.get('startAfterDate') ?? Number.POSITIVE_INFINITY);
      return {
        conversations: list.filter(({ sort: [at = 0] }) => at < before).slice(0, 100),
      };
    });
    jest.setSystemTime(start);
    const zap = new Zap(searchConversations, {}, z);
    await zap.turnOn();
    const old = list.splice(2_500, 100).map((one, index) => ({
      ...one,
      lastMessageDate: start + hour - index,
      sort: [start + hour - index],
    }));
    const made = { ...message(9_999, 0), lastMessageDate: start + 1, sort: [start + 1] };
    list.unshift(...old, { ...made, dateAdded: start + 1 });
    jest.setSystemTime(start + hour);
    expect((await zap.poll()).map(({ id }) => id)).toEqual(['v9999']);
  });
});

test('records that are changed again in the same order all fire again', async () => {
  const world = worldOf(300);
  const zap = zapOf(world, searchContacts, { triggerOn: 'changed' });
  await zap.turnOn();
  for (const _ of ['this night', 'and the next']) {
    world.edit(world.ids());
    expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 300 });
  }
});

test('an old conversation that gets a message has changed', async () => {
  const list = [1, 2].map((days) => ({
    id: `v${days}`,
    dateAdded: start - 300 * day,
    lastMessageDate: start - days * day,
  }));
  const z = plainZ(() => ({ conversations: list }));
  jest.setSystemTime(start);
  const zap = new Zap(searchConversations, { triggerOn: 'changed' }, z);
  await zap.turnOn();
  Object.assign(list[1] ?? {}, { lastMessageDate: start });
  expect((await zap.poll()).map(({ id }) => id)).toEqual(['v2']);
});

describe('a filter', () => {
  const filters = [{ field: 'tags', operator: 'eq', value: 'vip' }];

  test.each([
    ['new', 2, 1],
    ['new', 300, 1],
    ['changed', 2, 1],
    ['changed', 300, 1],
  ] as const)(
    '%s: who is %d days old and fits only now fires %d times',
    async (mode, age, times) => {
      const world = worldOf(400, day);
      world.edit(world.ids().slice(350), { tags: ['vip'] });
      const zap = zapOf(world, searchContacts, { triggerOn: mode, filters });
      expect(await zap.turnOn()).toBe(50);
      const contact = world.ids().slice(age, age + 1);
      world.edit(contact, { tags: ['vip'] });
      expect((await poll(world, zap, 15 * minute)).fired).toBe(times);
      expect((await poll(world, zap, 15 * minute)).fired).toBe(0);
    },
  );
});

test('who fits a filter only now fires at once, behind however many others', async () => {
  const world = worldOf(400, 20 * minute);
  const [late = '', ...others] = world.ids().slice(300);
  world.edit(
    world.ids().filter((id) => id !== late && !others.includes(id)),
    { tags: ['vip'] },
  );
  const filters = [{ field: 'tags', operator: 'eq', value: 'vip' }];
  const zap = zapOf(world, searchContacts, { filters });
  await zap.turnOn();
  expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 0, requests: 1 });
  world.edit([late], { tags: ['vip'] });
  expect((await poll(world, zap, 15 * minute)).fired).toBe(1);
  expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 0, requests: 1 });
});

test('who takes another one’s place in a filter fires at the next poll', async () => {
  const world = worldOf(400, 20 * minute);
  const [first = '', second = ''] = world.ids().slice(300);
  world.edit(world.ids(), { tags: ['vip'] });
  world.edit([second], { tags: [] });
  const filters = [{ field: 'tags', operator: 'eq', value: 'vip' }];
  const zap = zapOf(world, searchContacts, { filters });
  await zap.turnOn();
  expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 0, requests: 1 });
  world.edit([first], { tags: [] });
  world.edit([second], { tags: ['vip'] });
  expect((await poll(world, zap, 15 * minute)).fired).toBe(1);
});

test('an old contact of a long list that is edited is not new', async () => {
  const world = worldOf(3_000, 20 * minute);
  world.edit(world.ids(), { tags: ['vip'] });
  for (const filters of [undefined, [{ field: 'tags', operator: 'eq', value: 'vip' }]]) {
    const zap = zapOf(world, searchContacts, { filters });
    await zap.turnOn();
    world.now += minute;
    world.edit(world.ids().slice(-100));
    expect((await poll(world, zap, 15 * minute)).fired).toBe(0);
  }
});

test.each([
  ['Search Contacts', searchContacts],
  ['List Contacts', listContacts],
  ['Search Opportunities', searchOpportunities],
])(
  '%s: who comes late into the list, behind the newest page, fires at once',
  async (_, trigger) => {
    const world = worldOf(400, 20 * minute);
    const zap = zapOf(world, trigger);
    await zap.turnOn();
    expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 0, requests: 1 });
    const stamp = new Date(world.now - 2 * day).toISOString();
    world.add(1, { dateAdded: stamp, createdAt: stamp });
    expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 1 });
  },
);

describe('a list that comes in no order', () => {
  const business = { businessId: 'b1' };

  test('is watched up to 10,000 records, and says so beyond', async () => {
    const world = worldOf(9_990);
    const zap = zapOf(world, getContactsByBusiness, business);
    expect(await zap.turnOn()).toBe(9_990);
    world.add(2);
    expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 2, requests: 100 });
    world.add(20);
    await expect(zap.poll()).rejects.toThrow(
      'This list has 10,000 records or more, which is more than a Zap can watch. Narrow it down with the fields of this step.',
    );
    const edited = zapOf(worldOf(10_010), listContacts, { triggerOn: 'changed' });
    await expect(edited.turnOn()).rejects.toThrow(
      'Narrow it down with the fields of this step, or choose “A new contact” in “Trigger On”.',
    );
  });

  test('is refused from the start if Zapier would not take the whole of it', async () => {
    const world = worldOf(0);
    world.add(200, { note: 'x'.repeat(100_000) });
    const zap = zapOf(world, getContactsByBusiness, business);
    await expect(zap.turnOn()).rejects.toThrow('This list has more than 19 MB');
  });

  test('is read whole or not at all', async () => {
    const world = worldOf(1_500);
    const zap = zapOf(world, getContactsByBusiness, business);
    world.slow(3 * second);
    await expect(zap.turnOn()).rejects.toThrow('too slowly');
    world.slow(0);
    await zap.turnOn();
    world.slow(3 * second);
    world.add(3);
    await expect(zap.poll()).rejects.toThrow('Nothing is lost');
    world.slow(0);
    expect(await poll(world, zap, 15 * minute)).toMatchObject({ fired: 3, requests: 16 });
  });

  test('an endpoint that does not page is read once', async () => {
    const contacts = Array.from({ length: 100 }, (_, index) => ({ id: `c${index}` }));
    let requests = 0;
    const z = plainZ(() => {
      requests += 1;
      return { contacts };
    });
    const zap = new Zap(getContactsByBusiness, business, z);
    expect([await zap.turnOn(), requests]).toEqual([100, 2]);
  });

  test('a list that grows in front while it is read shows nothing twice', async () => {
    const contacts = Array.from({ length: 150 }, (_, index) => ({ id: `c${index}` }));
    const z = plainZ((request) => {
      const skip = Number(new URL(request.url, 'https://x.example').searchParams.get('skip'));
      const page = contacts.slice(skip, skip + 100);
      if (contacts.length === 150) contacts.unshift({ id: 'first' });
      return { contacts: page };
    });
    const zap = new Zap(getContactsByBusiness, business, z);
    expect(await zap.turnOn()).toBe(150);
    expect(await zap.poll()).toMatchObject([{ id: 'first' }]);
  });
});

test('a seeding poll of a sorted list that is cut short too early fails instead of seeding too little', async () => {
  const world = worldOf(2_500);
  world.slow(9 * second);
  await expect(zapOf(world, searchContacts).turnOn()).rejects.toThrow('too slowly');
  world.slow(3 * second);
  expect(await zapOf(world, searchContacts).turnOn()).toBe(700);
});

describe('a single record', () => {
  const polled = async (trigger: Trigger, wrapper: string, states: object[]) => {
    const open = [...states];
    const zap = new Zap(
      trigger,
      { contactId: 'c1', taskId: 't1' },
      plainZ(() => ({ [wrapper]: { id: 'x', ...open.shift() }, traceId: String(open.length) })),
    );
    jest.setSystemTime(start);
    await zap.turnOn();
    const fired: number[] = [];
    while (open.length > 0) {
      jest.setSystemTime(Date.now() + minute);
      fired.push((await zap.poll()).length);
    }
    return fired;
  };

  test('fires at each change date', async () => {
    const at = (dateUpdated: string, more = {}) => ({ dateUpdated, ...more });
    const [first, second] = ['2026-03-01T08:00:00.000Z', '2026-03-01T09:00:00.000Z'];
    const states = [at(first), at(first), at(second), at(second, { seen: 1 }), at(first)];
    expect(await polled(getContact, 'contact', states)).toEqual([0, 1, 0, 0]);
  });

  test('without a change date fires when it says something else', async () => {
    const states = [
      { title: 'Call', completed: false },
      { completed: false, title: 'Call' },
      { title: 'Call', completed: true },
      { title: 'Call', completed: true, body: null },
      { title: 'Call back', completed: true },
    ];
    expect(await polled(getContactTask, 'task', states)).toEqual([0, 1, 0, 1]);
  });

  test('fires each time when it goes to and fro', async () => {
    const [open, done] = [{ completed: false }, { completed: true }];
    const states = [open, done, done, open, open, done, open, open];
    expect(await polled(getContactTask, 'task', states)).toEqual([1, 0, 1, 0, 1, 1, 0]);
  });

  test('fires each time, however often it goes to and fro', async () => {
    const states = Array.from({ length: 260 }, (_, index) => ({ completed: index % 2 === 1 }));
    const fired = await polled(getContactTask, 'task', states);
    expect(fired).toEqual(fired.map(() => 1));
  });

  test('fires when it is again what it was many states and weeks ago', async () => {
    const states = [...Array.from({ length: 30 }, (_, day) => `Title ${day}`), 'Title 0'];
    let now = 0;
    const zap = new Zap(
      getContactTask,
      { contactId: 'c1', taskId: 't1' },
      plainZ(() => ({ task: { id: 't1', title: states[now] } })),
    );
    jest.setSystemTime(start);
    await zap.turnOn();
    for (now = 1; now < states.length; now += 1) {
      jest.setSystemTime(start + now * 2 * day);
      expect(await zap.poll()).toHaveLength(1);
    }
  });

  test('is no matter of another record that another Zap watches', async () => {
    const z = plainZ(({ url }) => {
      const id = url.split('/').at(-1);
      return { task: { id, title: `Title of ${id}` } };
    });
    const zaps = ['t1', 't2'].map(
      (taskId) => new Zap(getContactTask, { contactId: 'c1', taskId }, z),
    );
    for (const zap of zaps) await zap.turnOn();
    for (const zap of [...zaps, ...zaps]) expect(await zap.poll()).toEqual([]);
  });

  test('nor of the same one that another Zap asks about in another way', async () => {
    // The slug is taken by post p1, so it is free for p1 itself.
    const z = plainZ(({ url }) => ({ exists: !url.includes('postId=p1') }));
    const zaps = [{}, { postId: 'p1' }].map(
      (more) => new Zap(checkBlogSlug, { urlSlug: 'summer', ...more }, z),
    );
    for (const zap of zaps) await zap.turnOn();
    for (const zap of [...zaps, ...zaps]) expect(await zap.poll()).toEqual([]);
  });

  describe.each([
    ['off and on again', (first: Zap) => first],
    ['a second Zap of the same form', (_: Zap, second: Zap) => second],
  ])('%s', (_name, watched) => {
    const states = [{ completed: false }, { completed: true }];
    const setUp = async () => {
      let now = 0;
      const z = plainZ(() => ({ task: { id: 't1', ...states[now % 2] } }));
      const input = { contactId: 'c1', taskId: 't1' };
      const zaps = [new Zap(getContactTask, input, z), new Zap(getContactTask, input, z)] as const;
      jest.setSystemTime(start);
      const [first, second] = zaps;
      await first.turnOn();
      const step = async (zap: Zap, changes: boolean) => {
        jest.setSystemTime(Date.now() + 15 * minute);
        if (changes) now += 1;
        return (await zap.poll()).length;
      };
      for (const changes of [true, true, true]) await step(first, changes);
      const zap = watched(first, second);
      await zap.turnOn();
      const forget = () => Object.assign(z.cache, { get: async () => null });
      return { zap, z, forget, poll: (changes: boolean) => step(zap, changes) };
    };

    test.each([0, 1, 2])('a lost memory fires nothing, after %d changes', async (changes) => {
      const { forget, poll } = await setUp();
      for (let count = 0; count < changes; count += 1) expect(await poll(true)).toBe(1);
      forget();
      expect(await poll(false)).toBe(0);
    });

    test('what changes after the loss fires each time', async () => {
      const { z, poll } = await setUp();
      const { get } = z.cache;
      Object.assign(z.cache, { get: async () => null });
      expect(await poll(false)).toBe(0);
      Object.assign(z.cache, { get });
      for (const changes of [true, false, true, true])
        expect(await poll(changes)).toBe(Number(changes));
    });
  });

  test('ninety quiet days forget nothing', async () => {
    let completed = false;
    const z = plainZ(() => ({ task: { id: 't1', completed } }));
    const zap = new Zap(getContactTask, { contactId: 'c1', taskId: 't1' }, z);
    jest.setSystemTime(start);
    await zap.turnOn();
    for (completed of [true, false]) {
      jest.setSystemTime(Date.now() + minute);
      await zap.poll();
    }
    for (let days = 0; days < 100; days += 1) {
      jest.setSystemTime(Date.now() + day);
      expect(await zap.poll()).toEqual([]);
    }
    completed = true;
    expect(await zap.poll()).toHaveLength(1);
  });

  test('fires nothing by itself when Zapier’s cache has forgotten it, or fails', async () => {
    const states = [{ completed: false }, { completed: true }, { completed: false }];
    let now = 0;
    const forgetful = plainZ(() => ({ task: { id: 't1', ...states[now] } }));
    const zap = new Zap(getContactTask, { contactId: 'c1', taskId: 't1' }, forgetful);
    await zap.turnOn();
    for (now = 1; now < 3; now += 1) expect(await zap.poll()).toHaveLength(1);
    now = 2;
    const failing = () => Promise.reject(new Error('Unable to reach the RPC server'));
    Object.assign(forgetful.cache, { get: failing, set: failing });
    expect(await zap.poll()).toEqual([]);
  });
});

describe('a list whose records have no change date', () => {
  const [open, done] = [{ completed: false }, { completed: true }];
  const zapOfTasks = (tasks: () => object[]) =>
    new Zap(
      getContactTasks,
      { contactId: 'c1', triggerOn: 'changed' },
      plainZ(() => ({ tasks: tasks() })),
    );

  test('a task that is opened again and done again fires each time, its neighbour never', async () => {
    let now: object = open;
    const zap = zapOfTasks(() => [
      { id: 't1', ...now },
      { id: 't2', ...open },
    ]);
    await zap.turnOn();
    const fired: unknown[] = [];
    for (now of [done, done, open, open, done, open]) {
      jest.setSystemTime(Date.now() + minute);
      fired.push((await zap.poll()).map(({ id }) => id));
    }
    expect(fired).toEqual([['t1'], [], ['t1'], [], ['t1'], ['t1']]);
  });

  test('a task that is gone for a while fires only if it comes back otherwise', async () => {
    let now: object[] = [{ id: 't1', ...open }];
    const zap = zapOfTasks(() => now);
    await zap.turnOn();
    const fired: number[] = [];
    for (now of [[], [{ id: 't1', ...open }], [], [{ id: 't1', ...done }]])
      fired.push((await zap.poll()).length);
    expect(fired).toEqual([0, 0, 0, 1]);
  });

  test('however many others have come and gone', async () => {
    let now: object[] = [];
    const zap = zapOfTasks(() => now);
    await zap.turnOn();
    const some = (from: number, count: number, state: object) =>
      Array.from({ length: count }, (_, index) => ({ id: `t${from + index}`, ...state }));
    const fired: number[] = [];
    for (now of [
      some(0, 300, open),
      [...some(0, 300, open), ...some(1_000, 200, open)],
      [...some(0, 300, open), ...some(2_000, 200, open)],
      some(0, 300, done),
      some(0, 300, open),
    ])
      fired.push((await zap.poll()).length);
    expect(fired).toEqual([300, 200, 200, 300, 300]);
  });

  test('a list of a thousand is not remembered', async () => {
    const states = [open, done, open];
    let now = 0;
    const zap = zapOfTasks(() =>
      Array.from({ length: 1_000 }, (_, id) => ({ id, ...states[now] })),
    );
    await zap.turnOn();
    const fired: number[] = [];
    for (now = 1; now < states.length; now += 1) fired.push((await zap.poll()).length);
    expect(fired).toEqual([1_000, 0]);
  });
});

describe('the fingerprint of a record', () => {
  const raw = { id: 't1', title: 'Call', dueDate: '2026-03-05T17:00:00.000Z', completed: false };
  const same = revisionOf(raw, task);

  test.each([
    ['a field that HighLevel invents', { ...raw, priority: 'high' }],
    ['an empty field that comes or goes', { ...raw, body: null, assignedTo: undefined }],
    ['another order of its fields', Object.fromEntries(Object.entries(raw).reverse())],
    ['numbers and switches as text', { ...raw, completed: 'false' }],
  ])('does not change with %s', (_, state) => {
    expect(revisionOf(state, task)).toBe(same);
  });

  test.each([{ completed: true }, { title: 'Call!' }, { body: 'x' }])(
    'changes with %j',
    (change) => {
      expect(revisionOf({ ...raw, ...change }, task)).not.toBe(same);
    },
  );

  test('nor with a permission that HighLevel invents, but with one that is given', () => {
    const daniel = (permissions: object) => ({
      id: 'u1',
      roles: { type: 'account', locationIds: ['loc1'] },
      permissions: { contactsEnabled: true, tagsEnabled: false, ...permissions },
    });
    const before = revisionOf(daniel({}), user);
    expect(revisionOf(daniel({ holographyEnabled: true }), user)).toBe(before);
    expect(revisionOf(daniel({ tagsEnabled: true }), user)).not.toBe(before);
  });
});
