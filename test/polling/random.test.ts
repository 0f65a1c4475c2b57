import fc from 'fast-check';
import type { Trigger } from 'zapier-platform-core';
import listBusinesses from '../../triggers/businesses/list_businesses.ts';
import listContacts from '../../triggers/contacts/list_contacts.ts';
import searchContacts from '../../triggers/contacts/search_contacts.ts';
import searchOpportunities from '../../triggers/opportunities/search_opportunities.ts';
import { pairs, times } from '../support/depth.ts';
import { plainZ, Zap } from '../support/zapier.ts';
import { repeated } from './lists.ts';
import { fakeDate, minute, second } from './world.ts';
import { worldOf } from './worlds.ts';

beforeEach(fakeDate);
afterEach(() => jest.useRealTimers());

/** What happens in the quarter of an hour before a poll. */
type Step =
  | { does: 'nothing' | 'restores' | 'loses the poll' | 'forgets' }
  | { does: 'adds' | 'edits new' | 'edits old' | 'removes'; count: number };

const stepsWith = (most: number, ...more: Step['does'][]) => {
  const some = (does: 'adds' | 'edits new' | 'edits old' | 'removes', max: number) =>
    fc.record({ does: fc.constant(does), count: fc.integer({ min: 1, max }) });
  return fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant<Step>({ does: 'nothing' }) },
      { weight: 4, arbitrary: some('adds', 40) },
      { weight: 2, arbitrary: some('adds', most) },
      some('edits new', 30),
      some('edits old', 30),
      some('removes', 150),
      fc.constantFrom<Step>(
        { does: 'restores' },
        ...(more as 'forgets'[]).map((does) => ({ does })),
      ),
    ),
    { minLength: 5, maxLength: 14 },
  );
};

/** Polls through the steps and until nothing is left to come; what was missed, wrong or twice in the end. */
const live = async (trigger: Trigger, triggerOn: string, lag: number, steps: Step[]) => {
  const world = worldOf(700, 30 * minute);
  world.lag = lag;
  let isLost = false;
  const zap = new Zap(
    trigger,
    { triggerOn },
    plainZ((request) => {
      if (isLost) throw new Error('HighLevel cannot be reached.');
      return world.answer(request);
    }),
  );
  const keyOf = (one: Record<string, unknown>) =>
    triggerOn === 'new' ? String(one.id) : `${one.id} ${one.dateUpdated}`;
  const known = new Set(world.shown().map(keyOf));
  await zap.turnOn();
  const removed: string[] = [];
  let most = 0;
  const poll = async () => {
    const before = world.requests;
    await zap.poll().catch((error: Error) => {
      if (!isLost) throw error;
    });
    most = Math.max(most, world.requests - before);
  };
  for (const step of steps) {
    world.now += 15 * minute - 4 * second;
    if (step.does === 'adds') world.add(step.count);
    if (step.does === 'edits new') world.edit(world.ids().slice(0, step.count));
    if (step.does === 'edits old') world.edit(world.ids().slice(-step.count));
    if (step.does === 'removes') removed.push(...world.ids().slice(0, step.count));
    if (step.does === 'removes') world.remove(removed.slice(-step.count));
    if (step.does === 'restores') world.restore(removed.splice(0));
    if (step.does === 'forgets') await zap.cursor.set('{');
    world.now += 4 * second;
    isLost = step.does === 'loses the poll';
    await poll();
    isLost = false;
  }
  for (let quiet = 0; quiet < 30; quiet += 1) {
    world.now += 15 * minute;
    await poll();
  }
  const fired = zap.fired.map(keyOf);
  const once = new Set(fired);
  const there = world.shown().map(keyOf);
  return {
    missed: there.filter((key) => !known.has(key) && !once.has(key)),
    old: fired.filter((key) => known.has(key)),
    twice: repeated(fired),
    isBounded: most <= 50,
  };
};

const kinds: [string, string, Trigger][] = [
  ['Search Contacts', 'new', searchContacts],
  ['Search Contacts', 'changed', searchContacts],
  ['List Contacts', 'new', listContacts],
  ['Search Opportunities', 'new', searchOpportunities],
  ['Search Opportunities', 'changed', searchOpportunities],
  ['List Businesses', 'new', listBusinesses],
];
const nothing = { missed: [], old: [], twice: [], isBounded: true };
const runs = { numRuns: times(6), seed: 20_260_302 };
const lags = fc.constantFrom(0, 10 * second);

const fates = [
  ['bursts of up to 1,400 and polls that fail', 1_400, 'loses the poll'],
  ['bursts of up to 450 and a Zapier that forgets', 450, 'forgets'],
] as const;

test.each(
  pairs(kinds, fates).map(([[name, triggerOn, trigger], [fate, most, does]]) => ({
    name: `${name}, ${triggerOn}, through hours of anything: ${fate}`,
    live: (lag: number, steps: Step[]) => live(trigger, triggerOn, lag, steps),
    steps: stepsWith(most, does),
  })),
)('$name', async ({ live, steps }) => {
  await fc.assert(
    fc.asyncProperty(lags, steps, async (lag, happening) => {
      expect(await live(lag, happening)).toEqual(nothing);
    }),
    runs,
  );
});
