import { array, assert, constantFrom, nat, property, tuple } from 'fast-check';
import { duplicateStep, insertStep, moveStep, removeStep } from '../../zaps/edit.ts';
import { tokensIn } from '../../zaps/values.ts';
import { type Step, stepsOf, type Zap } from '../../zaps/zap.ts';

const step = (id: string, takes: string): Step => ({ id, use: 'create_contact', map: { takes } });

const zap: Zap = {
  trigger: { id: 'one', use: 'search_contacts', map: {} },
  steps: [step('two', '{{1.a}}'), step('three', '{{2.b}}'), step('four', '{{2.c}}{{3.d}}')],
};
const takes = (of: Zap) =>
  of.steps.map((one) => [one.id, 'map' in one ? one.map?.takes : undefined]);

test('a step that comes in between moves what later steps take', () => {
  expect(takes(insertStep(zap, 2, step('new', '{{2.x}}')))).toEqual([
    ['two', '{{1.a}}'],
    ['new', '{{2.x}}'],
    ['three', '{{2.b}}'],
    ['four', '{{2.c}}{{4.d}}'],
  ]);
});

test('what was taken from a step that is gone is marked', () => {
  expect(takes(removeStep(zap, 2))).toEqual([
    ['three', '{{0.b}}'],
    ['four', '{{0.c}}{{2.d}}'],
  ]);
});

test('a step that moves takes along what it takes and gives', () => {
  expect(takes(moveStep(zap, 4, 2))).toEqual([
    ['four', '{{3.c}}{{4.d}}'],
    ['two', '{{1.a}}'],
    ['three', '{{3.b}}'],
  ]);
  expect(moveStep(zap, 9, 2)).toBe(zap);
});

test('a step is doubled right behind itself', () => {
  expect(takes(duplicateStep(zap, 2, 'again'))).toEqual([
    ['two', '{{1.a}}'],
    ['again', '{{1.a}}'],
    ['three', '{{2.b}}'],
    ['four', '{{2.c}}{{4.d}}'],
  ]);
  expect(duplicateStep(zap, 1, 'again')).toBe(zap);
});

/** From which step, by its id, each step takes what. */
const sources = (of: Zap) =>
  Object.fromEntries(
    stepsOf(of).map(({ id, ...rest }) => [
      id,
      tokensIn(rest).map(({ step: from, path }) => [stepsOf(of)[from - 1]?.id, path]),
    ]),
  );

test('however steps are moved, each takes the same from the same step', () => {
  const moves = array(tuple(constantFrom(2, 3, 4), nat(6)), { maxLength: 20 });
  assert(
    property(moves, (list) => {
      const moved = list.reduce((now, [from, to]) => moveStep(now, from, to), zap);
      expect(sources(moved)).toEqual(sources(zap));
    }),
  );
});
