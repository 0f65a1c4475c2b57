import { advance, Run } from '../zaps/run.ts';
import { prepareInput, readError, type Stage } from '../zaps/stage.ts';
import { Watch } from '../zaps/watch.ts';
import { isOurs, type Ours, type Values } from '../zaps/zap.ts';
import { type Input, isInstant, messageOf, type Posted } from './app.ts';
import type { ZapFile } from './zapFile.ts';

/** A poll of a Zap’s trigger, or a post to it, as the chart shows it. */
export interface PollLog {
  at: number;
  records: number;
  fired: number;
  requests: number;
  trouble?: string;
}

/** How many new records at once Zapier holds (help page “Flood protection”). */
export const flood = 100;

/** A Zap that is or was switched on: polls its trigger, and runs its steps once for each record that is new. */
export class Live {
  readonly #stageOf: () => Stage;
  #file: ZapFile | undefined;
  #watch: Watch | undefined;
  #circumstances = {};
  #ticking: Promise<void> | undefined;
  #hook: { trigger: Ours; input: Input } | undefined;
  #isOn = false;
  runs: Run[] = [];
  polls: PollLog[] = [];
  /** Why the last poll failed; Zapier polls again all the same. */
  trouble: string | undefined;

  constructor(stageOf: () => Stage) {
    this.#stageOf = stageOf;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** The Zap as it was when it was switched on. */
  get file(): ZapFile | undefined {
    return this.#file;
  }

  /** How many records Zapier remembers. */
  get remembered(): number {
    return this.#watch?.remembered ?? 0;
  }

  get isPolling(): boolean {
    return this.#watch !== undefined;
  }

  /** It waits for posts instead of polling. */
  get isListening(): boolean {
    return this.#hook !== undefined;
  }

  #stage(): Stage {
    return { ...this.#stageOf(), autoreplay: this.#file?.autoreplay === true };
  }

  /** Switches on: the first poll fills Zapier’s memory. Throws what the trigger throws. */
  async switchOn(file: ZapFile): Promise<void> {
    this.switchOff();
    const { trigger } = file;
    const copy = structuredClone(file);
    if (isOurs(trigger)) {
      const stage = this.#stageOf();
      const { input, circumstances } = await prepareInput(stage, trigger, []);
      this.#circumstances = circumstances;
      if (isInstant(trigger.use)) this.#hook = { trigger, input };
      else {
        const watch = new Watch(stage.zapierOf(trigger), trigger.use, input);
        await this.#pollWith(watch);
        this.#watch = watch;
      }
    }
    this.#file = copy;
    this.#isOn = true;
  }

  switchOff(): void {
    this.#isOn = false;
    this.#watch = undefined;
    this.#hook = undefined;
    this.trouble = undefined;
  }

  /** Another app’s event: one run for it. */
  async fire(file: ZapFile, record: Values): Promise<Run> {
    this.#file ??= structuredClone(file);
    const run = this.#add(this.#isOn ? (this.#file ?? file) : structuredClone(file), record);
    await advance({ ...this.#stage(), autoreplay: file.autoreplay === true }, run);
    return run;
  }

  /** Runs at once with what was posted to the Zap’s URL. @param zap tells it apart from a Zap of the same trigger */
  async receive(posted: Posted, zap: string): Promise<void> {
    const file = this.#file;
    if (!this.#hook || !file) return;
    const { trigger, input } = this.#hook;
    const zapier = this.#stageOf().zapierOf(trigger);
    const fired = await this.#log(async (heard) => {
      const call = { ...this.#circumstances, heard, posted, zap };
      const records = await zapier.run(trigger.use, input, call);
      return { records, fired: records };
    }).catch((error: unknown) => {
      this.trouble = readError(error).why;
      return undefined;
    });
    if (!fired) return;
    this.trouble = undefined;
    for (const record of fired) await advance(this.#stage(), this.#add(file, record));
  }

  #add(file: ZapFile, record: Values): Run {
    const run = new Run(this.runs.length + 1, file, record, this.#stageOf().now());
    this.runs.push(run);
    return run;
  }

  #pollWith(watch: Watch): Promise<Values[]> {
    return this.#log((heard) => watch.poll({ ...this.#circumstances, heard }));
  }

  /** Writes down what a poll or a post came to; gives what fires. */
  async #log(
    read: (heard: () => void) => Promise<{ records: Values[]; fired: Values[] }>,
  ): Promise<Values[]> {
    let requests = 0;
    const at = this.#stageOf().now();
    const heard = () => {
      requests += 1;
    };
    try {
      const { records, fired } = await read(heard);
      this.polls.push({ at, records: records.length, fired: fired.length, requests });
      return fired;
    } catch (error) {
      this.polls.push({ at, records: 0, fired: 0, requests, trouble: messageOf(error) });
      throw error;
    }
  }

  async #poll(): Promise<void> {
    if (!this.#watch || !this.#file) return;
    try {
      const fired = await this.#pollWith(this.#watch);
      this.trouble = undefined;
      for (const record of fired.toReversed()) {
        const run = this.#add(this.#file, record);
        if (fired.length >= flood)
          run.hold(
            `${fired.length} records came at once. If there are ${flood} or more, Zapier holds their runs until the owner of the Zap starts them.`,
          );
      }
    } catch (error) {
      const { failure, why } = readError(error);
      this.trouble =
        failure === 'held' ? `${why} Zapier polls again once the account is reconnected.` : why;
    }
  }

  /** Goes on with every run whose time has come. */
  async resume(): Promise<void> {
    for (const run of this.runs) await advance(this.#stage(), run);
  }

  /** When the next run goes on by itself. */
  get resumesAt(): number | undefined {
    const moments = this.runs.flatMap(({ resumesAt }) => resumesAt ?? []);
    return moments.length > 0 ? Math.min(...moments) : undefined;
  }

  /** Polls, and runs what is due, oldest first. Who asks meanwhile waits for the same poll. */
  tick(): Promise<void> {
    this.#ticking ??= this.#poll()
      .then(() => this.resume())
      .finally(() => {
        this.#ticking = undefined;
      });
    return this.#ticking;
  }
}
