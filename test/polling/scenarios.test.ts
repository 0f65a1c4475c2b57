import type { Trigger } from 'zapier-platform-core';
import listBusinesses from '../../triggers/businesses/list_businesses.ts';
import listCalendarEvents from '../../triggers/calendars/list_calendar_events.ts';
import getContactNotes from '../../triggers/contacts/get_contact_notes.ts';
import getContactsByBusiness from '../../triggers/contacts/get_contacts_by_business.ts';
import listContacts from '../../triggers/contacts/list_contacts.ts';
import searchContacts from '../../triggers/contacts/search_contacts.ts';
import searchOpportunities from '../../triggers/opportunities/search_opportunities.ts';
import { pairs } from '../support/depth.ts';
import { plainZ, Zap } from '../support/zapier.ts';
import { repeated, timeOf } from './lists.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import { day, fakeDate, hour, type Item } from './world.ts';
import { start, worldOf } from './worlds.ts';

beforeEach(fakeDate);
afterEach(() => jest.useRealTimers());

interface Kind {
  trigger: Trigger;
  input: object;
  /** Whether the list holds a record at a moment. */
  holds?: (item: Item, now: number) => boolean;
}

const isAhead = (item: Item, now: number) => {
  const start = timeOf(item, 'startTime');
  return start >= now - 7 * day && start <= now + 30 * day;
};

/** One trigger for each way in which a list comes. */
const kinds: Record<string, Kind> = {
  'sorted by creation and by change': { trigger: searchContacts, input: {} },
  'sorted by creation only': { trigger: listContacts, input: {} },
  'sorted by either, searched by another endpoint': { trigger: searchOpportunities, input: {} },
  'sorted by change only, paged by number': { trigger: listBusinesses, input: {} },
  'paged in no order': { trigger: getContactsByBusiness, input: { businessId: 'b1' } },
  'all in one answer': { trigger: getContactNotes, input: { contactId: 'c1' } },
  'a window of time': { trigger: listCalendarEvents, input: { calendarId: 'a' }, holds: isAhead },
};

interface Outcome {
  missed: string[];
  wrong: string[];
  twice: string[];
  fired: number;
  /** Polls that ended with an error, after which Zapier polls again. */
  failed: number;
  requests: { seeding: number; most: number; quiet: number };
}

const simulate = async (
  { trigger, input, holds = () => true }: Kind,
  triggerOn: 'new' | 'changed',
  scenario: Scenario,
): Promise<Outcome> => {
  const { existing = 120, days = 2.5, every = 3 * hour, nature = {}, outage, events } = scenario;
  const { isForgetful } = scenario;
  const world = worldOf(existing);
  Object.assign(world, nature);
  const z = plainZ(world.answer);
  const zap = new Zap(trigger, { ...input, triggerOn }, z);
  if (isForgetful) {
    Object.assign(z.cache, { get: async () => null });
    zap.cursor.get = async () => null;
  }
  const requestsOf = async (run: () => Promise<unknown>) => {
    const before = world.requests;
    await run();
    return world.requests - before;
  };
  const keyOf = (item: Record<string, unknown>) =>
    triggerOn === 'new' ? String(item.id) : `${item.id} ${item.dateUpdated}`;

  const known = new Set(world.shown().map(keyOf));
  const seeding = await requestsOf(() => zap.turnOn());
  const expected = new Set<string>();
  const open = [...events].sort((a, b) => a.at - b.at);
  const counts: number[] = [];
  let failed = 0;
  for (let time = every; time <= days * day; time += every) {
    while (open[0] && open[0].at < time) {
      const event = open.shift();
      world.now = start + (event?.at ?? 0);
      event?.does(world);
    }
    world.now = start + time;
    if (outage && time > outage.from && time < outage.to) continue;
    for (const item of world.shown()) if (holds(item, world.now)) expected.add(keyOf(item));
    counts.push(await requestsOf(() => zap.poll().catch(() => (failed += 1))));
  }
  const fired = zap.fired.map(keyOf);
  const once = new Set(fired);
  return {
    missed: [...expected].filter((key) => !known.has(key) && !once.has(key)),
    wrong: [...once].filter((key) => known.has(key) || !expected.has(key)),
    twice: repeated(fired),
    fired: fired.length,
    failed,
    requests: { seeding, most: Math.max(...counts), quiet: counts.at(-1) ?? 0 },
  };
};

const modes = ['new', 'changed'] as const;
const lists = Object.keys(kinds).flatMap((kind) =>
  modes.map((mode) => `a list ${kind} triggers on ${mode}`),
);

/** By default each scenario meets one list, and each list some scenarios. */
const lived = new Set(
  pairs(Object.keys(scenarios), lists).map(([scenario, list]) => `${list}: ${scenario}`),
);

describe.each(Object.entries(kinds))('a list %s', (name, kind) => {
  describe.each(modes)('triggers on %s', (mode) => {
    const isLived = ([scenario]: [string, Scenario]) =>
      lived.has(`a list ${name} triggers on ${mode}: ${scenario}`);
    test.each(Object.entries(scenarios).filter(isLived))('%s', async (_, scenario) => {
      const outcome = await simulate(kind, mode, scenario);
      expect(outcome).toMatchObject({ missed: [], wrong: [], twice: [] });
    });
  });
});
