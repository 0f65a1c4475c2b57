interface Timer {
  at: number;
  run: () => void;
}

/** One turn of Node’s loop in real time: all that is ready is done. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * A clock on which a day takes seconds: `Date.now` and `setTimeout` go by it from `start` to `stop`, and nothing waits
 * in real time.
 */
export class VirtualClock {
  #now: number;
  /** What is due, by second and millisecond. */
  readonly #due = new Map<number, Map<number, Set<Timer>>>();
  readonly #real = { now: Date.now, setTimeout, clearTimeout };

  constructor(start: number) {
    this.#now = start;
  }

  start(): void {
    Date.now = () => this.#now;
    globalThis.setTimeout = ((run: () => void, milliseconds = 0) =>
      this.#add(run, milliseconds)) as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((timer?: Timer) => {
      if (!timer) return;
      this.#due
        .get(Math.floor(timer.at / 1000))
        ?.get(timer.at)
        ?.delete(timer);
    }) as typeof clearTimeout;
  }

  stop(): void {
    const { now, setTimeout: wait, clearTimeout: clear } = this.#real;
    Object.assign(globalThis, { setTimeout: wait, clearTimeout: clear });
    Date.now = now;
  }

  /** Does all that is due within so many milliseconds. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (;;) {
      for (let due = this.#take(); due.length > 0; due = this.#take()) {
        for (const { run } of due) run();
        await settle();
      }
      if (this.#now >= end) return;
      this.#now = Math.min(end, this.#next());
    }
  }

  /** The next millisecond in which something is due, or the next second if nothing is in this one. */
  #next(): number {
    const second = Math.floor(this.#now / 1000);
    const inSecond = this.#due.get(second);
    return inSecond?.size ? Math.min(...inSecond.keys()) : (second + 1) * 1000;
  }

  #add(run: () => void, milliseconds: number): Timer {
    const timer = { at: this.#now + Math.max(0, Math.ceil(milliseconds)), run };
    const second = Math.floor(timer.at / 1000);
    const inSecond = this.#due.get(second) ?? new Map<number, Set<Timer>>();
    const timers = inSecond.get(timer.at) ?? new Set();
    this.#due.set(second, inSecond.set(timer.at, timers.add(timer)));
    return timer;
  }

  #take(): Timer[] {
    const second = Math.floor(this.#now / 1000);
    const inSecond = this.#due.get(second);
    const due = [...(inSecond?.get(this.#now) ?? [])];
    inSecond?.delete(this.#now);
    if (inSecond?.size === 0) this.#due.delete(second);
    return due;
  }
}
