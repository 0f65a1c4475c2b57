import type { Exchange } from './app.ts';
import { type Failure, readError, type Stage } from './stage.ts';
import { performStep } from './steps.ts';
import type { Values, Zap } from './zap.ts';

export type StepStatus = 'done' | 'filtered' | 'nothingFound' | 'waiting' | 'scheduled' | Failure;

/** What a step did in a run. */
export interface StepRun {
  /** Its place in the Zap; the trigger is 1. */
  number: number;
  /** Which round of a loop it was in, from 1. */
  item?: number;
  /** Which try it was, from 1. */
  attempt: number;
  status: StepStatus;
  input: Values;
  output?: Values;
  /** What its user reads, if it did not go well. */
  why?: string;
  exchanges: Exchange[];
  milliseconds: number;
  at: number;
  /** When it goes on. */
  until?: number;
}

/** A thread of a run; a loop splits it. */
interface Branch {
  next: number;
  results: Values[];
  item?: number;
  attempt: number;
  /** When it goes on; nothing once it has ended. */
  until?: number;
  last?: StepRun;
}

export type RunStatus = 'success' | Exclude<StepStatus, 'done'>;

/** After how long Zapier replays a step that ended in an error (help page “Autoreplay”). */
export const replayDelays = [5, 30, 60, 180, 360].map((minutes) => minutes * 60_000);

const throttledTries = 10;

/** One run of a Zap: for one record of its trigger. */
export class Run {
  readonly number: number;
  readonly zap: Zap;
  readonly record: Values;
  readonly startedAt: number;
  readonly steps: StepRun[];
  readonly branches: Branch[];

  constructor(number: number, zap: Zap, record: Values, startedAt: number) {
    this.number = number;
    this.zap = zap;
    this.record = record;
    this.startedAt = startedAt;
    const about = { attempt: 1, exchanges: [], milliseconds: 0, at: startedAt };
    this.steps = [{ number: 1, status: 'done', input: {}, output: record, ...about }];
    this.branches = [{ next: 0, results: [record], attempt: 1, until: startedAt }];
  }

  /** How the run stands, as Zap history says it. */
  get status(): RunStatus {
    const last = this.branches.map((branch) => branch.last?.status ?? 'done');
    const order: StepStatus[] = [
      'held',
      'throttled',
      'scheduled',
      'waiting',
      'errored',
      'halted',
      'nothingFound',
    ];
    const worst = order.find((status) => last.includes(status));
    if (worst) return worst as RunStatus;
    return last.length > 0 && last.every((status) => status === 'filtered')
      ? 'filtered'
      : 'success';
  }

  /** When the run goes on by itself; nothing if it has ended or is held. */
  get resumesAt(): number | undefined {
    const moments = this.branches.flatMap(({ until }) => until ?? []).filter(Number.isFinite);
    return moments.length > 0 ? Math.min(...moments) : undefined;
  }

  /** Holds the run, as Zapier does with a flood of records. */
  hold(why: string): void {
    for (const branch of this.branches) {
      branch.until = Number.POSITIVE_INFINITY;
      branch.last = {
        ...(this.steps[0] as StepRun),
        number: 2,
        status: 'held',
        why,
        input: {},
      };
    }
  }

  /** Plays what is held, and replays what has failed, from the step that failed. */
  replay(now: number): void {
    for (const branch of this.branches) {
      const status = branch.last?.status ?? 'done';
      if (!['held', 'errored', 'halted', 'scheduled', 'throttled'].includes(status)) continue;
      branch.until = now;
      branch.attempt = 1;
    }
  }
}

const failStep = (stage: Stage, branch: Branch, error: unknown): Partial<StepRun> => {
  const { failure, why, seconds } = readError(error);
  const now = stage.now();
  if (failure === 'held') return { status: 'held', why, until: Number.POSITIVE_INFINITY };
  if (failure === 'throttled' && branch.attempt < throttledTries)
    return { status: 'throttled', why, until: now + seconds * 1000 };
  const delay = stage.autoreplay ? replayDelays[branch.attempt - 1] : undefined;
  if (failure === 'errored' && delay !== undefined)
    return { status: 'scheduled', why, until: now + delay };
  return { status: failure === 'throttled' ? 'errored' : failure, why };
};

/** Runs the next step of a branch; gives the branches that take over from it. */
const runStep = async (stage: Stage, run: Run, branch: Branch): Promise<Branch[]> => {
  const step = run.zap.steps[branch.next];
  if (!step) return [];
  const { next, results, attempt } = branch;
  const shown: StepRun = {
    number: next + 2,
    ...(branch.item === undefined ? {} : { item: branch.item }),
    attempt,
    status: 'done',
    input: {},
    exchanges: [],
    milliseconds: 0,
    at: stage.now(),
  };
  const start = performance.now();
  let items: Values[] = [];
  try {
    const outcome = await performStep(stage, step, results, shown);
    items = outcome.items;
    Object.assign(shown, outcome.shown);
  } catch (error) {
    Object.assign(shown, failStep(stage, branch, error));
  }
  shown.milliseconds = Math.round(performance.now() - start);
  run.steps.push(shown);
  branch.last = shown;
  if (shown.status === 'scheduled' || shown.status === 'throttled' || shown.status === 'held') {
    branch.until = shown.until ?? Number.POSITIVE_INFINITY;
    branch.attempt += 1;
    return [branch];
  }
  if (shown.status !== 'done' && shown.status !== 'waiting') return [branch];
  return items.map((item, index) => ({
    next: next + 1,
    results: [...results, item],
    ...(items.length > 1 ? { item: index + 1 } : branch.item ? { item: branch.item } : {}),
    attempt: 1,
    until: shown.until ?? stage.now(),
    last: shown,
  }));
};

/** Whether a branch has steps left, and its time has come. */
const isDue = (run: Run, branch: Branch, now: number): boolean =>
  branch.until !== undefined && branch.until <= now && branch.next < run.zap.steps.length;

/** Runs all that is due, step after step, until the run has ended or waits. */
export const advance = async (stage: Stage, run: Run): Promise<void> => {
  for (;;) {
    const at = run.branches.findIndex((branch) => isDue(run, branch, stage.now()));
    const branch = run.branches[at];
    if (!branch) break;
    delete branch.until;
    if (branch.last?.status === 'waiting') branch.last.status = 'done';
    run.branches.splice(at, 1, ...(await runStep(stage, run, branch)));
  }
  // A delay at the end of a Zap has nothing to go on with.
  for (const branch of run.branches)
    if (branch.next >= run.zap.steps.length) {
      if (branch.last?.status === 'waiting') branch.last.status = 'done';
      delete branch.until;
    }
};
