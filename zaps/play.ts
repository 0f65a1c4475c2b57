import { isInstant, type Posted } from './app.ts';
import { advance, Run } from './run.ts';
import { prepareInput, type Stage } from './stage.ts';
import { Watch } from './watch.ts';
import { isOurs, type Ours, type Values, type Zap } from './zap.ts';

/** What a test adds to a Zap: what happens in HighLevel while it is on. */
export interface Scene extends Omit<Stage, 'now'> {
  happens?: (() => unknown) | undefined;
  /** Puts the URL of an instant trigger into its workflow, lets it happen, and gives what was posted. */
  posts?: (key: string, happens: () => unknown) => Promise<Posted[]>;
}

/** Hands an instant trigger what its workflow posts, and gives the records with which it fires. */
const receive = async (scene: Scene, { use, ...step }: Ours, input: Values): Promise<Values[]> => {
  const zapier = scene.zapierOf({ use, ...step });
  const posted = (await scene.posts?.(use, () => scene.happens?.())) ?? [];
  const fired: Values[] = [];
  for (const post of posted) fired.push(...(await zapier.run(use, input, { posted: post })));
  return fired;
};

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

/**
 * Plays a Zap as Zapier would: seeds a polling trigger, lets something happen, polls, and runs each new record. An
 * instant trigger runs with each post.
 */
export const playZap = async (scene: Scene, zap: Zap): Promise<number> => {
  const { trigger } = zap;
  if (!isOurs(trigger)) {
    await runThrough(scene, zap, trigger.gives ?? {});
    return 1;
  }
  const { input } = await prepareInput({ ...scene, now: Date.now }, trigger, []);
  if (isInstant(trigger.use)) {
    const fired = await receive(scene, trigger, input);
    for (const record of fired) await runThrough(scene, zap, record);
    return fired.length;
  }
  const watch = new Watch(scene.zapierOf(trigger), trigger.use, input);
  await watch.poll();
  await scene.happens?.();
  const { fired } = await watch.poll();
  for (const record of fired.toReversed()) await runThrough(scene, zap, record);
  return fired.length;
};
