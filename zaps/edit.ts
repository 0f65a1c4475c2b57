import { renumber } from './values.ts';
import { type Step, stepsOf, type Zap } from './zap.ts';

/** A Zap with its steps in another order. @param order the old number of each step; 0 is a step that is new */
const reordered = (zap: Zap, order: { step: Step; was: number }[]): Zap => {
  const now = new Map(order.map(({ was }, index) => [was, index + 2]));
  now.set(1, 1);
  now.delete(0);
  const to = (step: number): number => now.get(step) ?? 0;
  const inOld = ({ step, was }: { step: Step; was: number }): Step =>
    was === 0 ? step : renumber(step, to);
  return { ...zap, steps: order.map(inOld) };
};

const numbered = ({ steps }: Zap) => steps.map((step, index) => ({ step, was: index + 2 }));

/** A new step behind the step with this number; what later steps take from earlier ones stays right. */
export const insertStep = (zap: Zap, after: number, step: Step): Zap =>
  reordered(zap, numbered(zap).toSpliced(after - 1, 0, { step, was: 0 }));

/** Without the step; what was taken from it becomes `{{0.…}}`, which the editor marks. */
export const removeStep = (zap: Zap, number: number): Zap =>
  reordered(zap, numbered(zap).toSpliced(number - 2, 1));

/** The step moved to another place. The trigger stays where it is. */
export const moveStep = (zap: Zap, from: number, to: number): Zap => {
  const order = numbered(zap);
  const [moved] = order.splice(from - 2, 1);
  if (!moved) return zap;
  order.splice(Math.max(0, to - 2), 0, moved);
  return reordered(zap, order);
};

/** The same step once more, right behind itself. */
export const duplicateStep = (zap: Zap, number: number, id: string): Zap => {
  const step = stepsOf(zap)[number - 1];
  return step && number > 1 ? insertStep(zap, number, { ...structuredClone(step), id }) : zap;
};

/** Another step in the place of the one with this number. */
export const replaceStep = (zap: Zap, number: number, step: Step): Zap =>
  number === 1
    ? { ...zap, trigger: step as Zap['trigger'] }
    : { ...zap, steps: zap.steps.with(number - 2, step) };
