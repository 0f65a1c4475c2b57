import fc from 'fast-check';
import { triggers } from '../../triggers/index.ts';
import { times } from '../support/depth.ts';
import { plainTriggers } from '../support/plainTriggers.ts';
import { plainZ, Zap } from '../support/zapier.ts';
import { type Kind, kinds } from './plainKinds.ts';
import { answerOf } from './plainLists.ts';
import { fakeDate, type Item, minute, second, World } from './world.ts';

beforeEach(fakeDate);
afterEach(() => jest.useRealTimers());

const start = Date.parse('2026-03-02T08:00:00.000Z');
const existing = 130;

/** What happens in the quarter of an hour before a poll. */
type Step =
  | { does: 'nothing' | 'restores' | 'loses the poll' | 'forgets' }
  | { does: 'adds' | 'edits new' | 'edits old' | 'removes'; count: number; turn: number };

const some = (does: 'adds' | 'edits new' | 'edits old' | 'removes', max: number) =>
  fc.record({
    does: fc.constant(does),
    count: fc.integer({ min: 1, max }),
    turn: fc.nat(11),
  });

const life = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: some('adds', 12) },
    { weight: 5, arbitrary: some('edits new', 12) },
    { weight: 3, arbitrary: some('edits old', 6) },
    some('removes', 5),
    fc.constantFrom<Step>(
      { does: 'nothing' },
      { does: 'restores' },
      { does: 'loses the poll' },
      { does: 'forgets' },
    ),
  ),
  { minLength: 8, maxLength: 16 },
);

/** Says which events a person would expect, out of what the list has shown at each poll. */
class Witness {
  readonly #event: Kind['event'];
  readonly #last = new Map<string, Item>();
  readonly #told = new Set<string>();

  constructor({ event }: Kind) {
    this.#event = event;
  }

  /** The ids of the records that are events now. */
  look(world: World): string[] {
    return world.shown().flatMap((item) => {
      const event = this.#event(item, this.#last.get(item.id), world.now);
      this.#last.set(item.id, item);
      const text = `${item.id} ${event}`;
      if (!event || this.#told.has(text)) return [];
      if (typeof event === 'string') this.#told.add(text);
      return [item.id];
    });
  }
}

const turnOf = <T>(turns: T[], turn: number): T | undefined => turns[turn % turns.length];

/** Does what a step says, record after record by turns. */
const act = (
  world: World,
  { made = [], edits = [], settles }: Kind,
  step: Step,
  removed: string[],
) => {
  const { now } = world;
  if (step.does === 'restores') world.restore(removed.splice(0));
  if (!('count' in step)) return;
  const { does, count, turn } = step;
  const ids = world.ids();
  if (does === 'adds')
    for (let n = 0; n < count; n += 1) world.add(1, turnOf(made, turn + n)?.(now) ?? {}, 0);
  const chosen = does === 'edits old' && !settles ? ids.slice(-count) : ids.slice(0, count);
  if (does.startsWith('edits') && edits.length > 0)
    for (const [n, id] of chosen.entries()) world.edit([id], turnOf(edits, turn + n)?.(now) ?? {});
  if (does === 'removes') removed.push(...chosen);
  if (does === 'removes') world.remove(chosen);
};

const worldOf = ({ made = [], there = made }: Kind): World => {
  const world = new World(start - existing * 60 * minute);
  for (let index = 0; index < existing; index += 1) {
    world.now += 60 * minute;
    world.add(1, turnOf(there, index)?.(world.now) ?? {});
  }
  world.now = start;
  return world;
};

/** Polls through the steps; gives what each poll should have fired and did not, or did and should not. */
const live = async (kind: Kind, lag: number, steps: Step[]): Promise<object[]> => {
  const world = worldOf(kind);
  world.lag = kind.lags ? lag : 0;
  let isLost = false;
  const answer = answerOf(world);
  const z = plainZ((request) => {
    if (isLost) throw new Error('HighLevel cannot be reached.');
    return answer(request);
  });
  const zap = new Zap(kind.trigger, { ...kind.input }, z);
  const witness = new Witness(kind);
  witness.look(world);
  await zap.turnOn();
  const wrong: object[] = [];
  const removed: string[] = [];
  const quiet: Step[] = [{ does: 'nothing' }, { does: 'nothing' }];
  for (const [at, step] of [...steps, ...quiet].entries()) {
    world.now += 15 * minute - 4 * second;
    act(world, kind, step, removed);
    if (step.does === 'forgets') await zap.cursor.set('{');
    world.now += 4 * second;
    isLost = step.does === 'loses the poll';
    const fired = await zap.poll().catch((error: Error) => {
      if (!isLost) throw error;
      return undefined;
    });
    const ids = fired?.map(({ id }) => String(id)).sort();
    const expected = fired && witness.look(world).sort();
    if (JSON.stringify(ids) !== JSON.stringify(expected)) wrong.push({ at, step, ids, expected });
  }
  return wrong;
};

const lags = fc.constantFrom(0, 10 * second);

describe.each(Object.entries(kinds))('%s', (_, kind) => {
  test('fires once for each event, through hours of anything', async () => {
    await fc.assert(
      fc.asyncProperty(lags, life, async (lag, steps) => {
        expect(await live(kind, lag, steps)).toEqual([]);
      }),
      { numRuns: times(12), seed: 20_260_302 },
    );
  });

  test('a quiet poll asks once, or once for each 100 records of a list that has to be read whole', async () => {
    const world = worldOf(kind);
    const zap = new Zap(kind.trigger, { ...kind.input }, plainZ(answerOf(world)));
    await zap.turnOn();
    world.now += 15 * minute;
    await zap.poll();
    world.now += 15 * minute;
    const before = world.requests;
    expect(await zap.poll()).toEqual([]);
    const pages = Math.ceil((existing + 1) / 100);
    expect(world.requests - before).toBeLessThanOrEqual(kind.readsWhole ? pages : 1);
  });
});

test('every plain trigger is lived through', () => {
  const lived = new Set(Object.values(kinds).map(({ trigger }) => trigger.key));
  expect(plainTriggers.map(({ key }) => key).filter((key) => !lived.has(key))).toEqual([]);
  const registered = Object.values(triggers).flat();
  expect([...lived].filter((key) => !registered.some((one) => one.key === key))).toEqual([]);
});
