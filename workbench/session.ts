import { Memory } from '../zaps/builtIn.ts';
import type { Stage } from '../zaps/stage.ts';
import { Watch } from '../zaps/watch.ts';
import type { Input, Sandbox } from './app.ts';
import { Connections } from './connections.ts';
import { Draft } from './draft.ts';
import type { Labels } from './form.ts';
import type { Journey } from './journey.ts';
import { Live } from './live.ts';
import { MissingZap, ZapStore } from './store.ts';

/** What is filled into the form of an operation. */
export interface Filled {
  input: Input;
  labels: Labels;
}

/** What the workbench knows: one person, their connections and Zaps. All but the files of the Zaps goes with the process. */
export class Session extends Connections {
  readonly store: ZapStore;
  readonly memory = new Memory();
  readonly #watches = new Map<string, Watch>();
  readonly #drafts = new Map<string, Draft>();
  readonly #lives = new Map<string, Live>();
  /** What is filled into each operation’s form, by its key. */
  readonly filled = new Map<string, Filled>();
  /** The way forward in time that was taken last. */
  journey: Journey | undefined;

  constructor(sandbox: Sandbox | undefined, rpcUrl: () => string, folder: string) {
    super(sandbox, rpcUrl);
    this.store = new ZapStore(folder);
  }

  /** The watch of a trigger with this setup; another setup counts as switched on again. */
  watchOf(key: string, input: Input): Watch {
    const known = this.#watches.get(key);
    const { zapier } = this;
    if (known?.isOf(zapier, key, input)) return known;
    const watch = new Watch(zapier, key, input);
    this.#watches.set(key, watch);
    return watch;
  }

  /** Forgets what a trigger has seen. */
  forget(key: string): void {
    this.#watches.delete(key);
  }

  /** A Zap, open in the editor. Throws a sentence if there is none, or if its file cannot be read. */
  draft(id: string): Draft {
    if (!this.store.has(id)) {
      this.#drafts.delete(id);
      throw new MissingZap('There is no such Zap. Its file may have been moved or deleted.');
    }
    const known = this.#drafts.get(id) ?? new Draft(this.store, id);
    this.#drafts.set(id, known);
    return known;
  }

  /** What runs of a Zap. */
  live(id: string): Live {
    const known = this.#lives.get(id) ?? new Live(() => this.stage());
    this.#lives.set(id, known);
    return known;
  }

  /** All Zaps that are switched on, or have runs that wait. */
  get lives(): Live[] {
    return [...this.#lives.values()];
  }

  /** Forgets a Zap that was deleted. */
  drop(id: string): void {
    this.#lives.get(id)?.switchOff();
    this.#lives.delete(id);
    this.#drafts.delete(id);
  }

  /** What Zaps run in here. */
  stage(): Stage {
    return {
      zapierOf: (step) => this.connectionOf(step)?.zapier ?? this.nobody,
      memory: this.memory,
      now: Date.now,
      zoneOf: async (step, input) => (await this.zoneOf(step, input)).name,
    };
  }
}
