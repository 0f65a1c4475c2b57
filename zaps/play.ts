import { advance, Run } from './run.ts';
import { prepareInput, type Stage } from './stage.ts';
import { Watch } from './watch.ts';
import { isOurs, type Values, type Zap } from './zap.ts';

/** What a test adds to a Zap: what happens in HighLevel while it is on. */
export interface Scene extends Omit<Stage, 'now'> {
  happens?: (() => unknown) | undefined;
}

/** Runs to the end; the clock jumps to where a delay or a replay ends. Throws what an error step says. */
const runThrough = async (scene: Scene, zap: Zap, record: Values): Promise<void> => {
  let moved = 0;
  const stage: Stage = { ...scene, now: () => Date.now() + moved };
  const run = new Run(1, zap, record, stage.now());
  for (;;) {
    await advance(stage, run);
    const { resumesAt } = run;
    if (resumesAt === undefined) break;
    moved = resumesAt - Date.now();
  }
  const failed = run.steps.find(({ status }) => status === 'errored' || status === 'halted');
  if (failed) throw new Error(`Step ${failed.number}: ${failed.why}`);
};

/** Plays a Zap as Zapier would: seeds a polling trigger, lets something happen, polls, and runs each new record. */
export const playZap = async (scene: Scene, zap: Zap): Promise<number> => {
  const { trigger } = zap;
  if (!isOurs(trigger)) {
    await runThrough(scene, zap, trigger.gives ?? {});
    return 1;
  }
  const { input } = await prepareInput({ ...scene, now: Date.now }, trigger, []);
  const watch = new Watch(scene.zapierOf(trigger), trigger.use, input);
  await watch.poll();
  await scene.happens?.();
  const { fired } = await watch.poll();
  for (const record of fired.toReversed()) await runThrough(scene, zap, record);
  return fired.length;
};
