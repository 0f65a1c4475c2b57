import { moveClock } from './clock.ts';
import { happenings } from './happenings.ts';
import type { Session } from './session.ts';
import type { World } from './world.ts';
import { showLength } from './zone.ts';

const quarter = 15 * 60_000;
const pause = 3 * 3_600_000;

/** What people do while the clock moves, in turn. */
const work = ['newContact', 'inboundMessage', 'changedContact', 'movedOpportunity'].filter(
  (name) => name in happenings,
);

/** A way forward in time: the Zaps that are on poll every 15 minutes, and runs go on when their time has come. */
export class Journey {
  readonly #session: Session;
  readonly #world: World | undefined;
  readonly #from = Date.now();
  readonly #to: number;
  #isMoving = true;
  polls = 0;
  happened = 0;

  /** @param world who acts on the way; nobody without it */
  constructor(session: Session, milliseconds: number, world?: World) {
    this.#session = session;
    this.#to = this.#from + milliseconds;
    this.#world = world;
  }

  get isMoving(): boolean {
    return this.#isMoving;
  }

  get percent(): number {
    const done = (Date.now() - this.#from) / (this.#to - this.#from);
    return Math.min(100, Math.round(done * 100));
  }

  /** What came of it, in a sentence. */
  get summary(): string {
    const passed = showLength(Math.max(0, Math.min(Date.now(), this.#to) - this.#from));
    return `${passed} passed: ${this.polls} polls${this.#world ? `, ${this.happened} things happened` : ''}.`;
  }

  stop(): void {
    this.#isMoving = false;
  }

  /** Moves on until the time is reached or somebody stops it. */
  async move(): Promise<void> {
    let nextPoll = this.#from + quarter;
    let nextWork = this.#from + pause;
    while (this.#isMoving && Date.now() < this.#to) {
      const resumes = this.#session.lives.flatMap(({ resumesAt }) => resumesAt ?? []);
      const next = Math.min(this.#to, nextPoll, nextWork, ...resumes);
      moveClock(next - Date.now());
      if (Date.now() >= nextWork) {
        nextWork += pause;
        await this.#work();
      }
      if (Date.now() >= nextPoll) {
        nextPoll += quarter;
        await this.#poll();
      } else for (const live of this.#session.lives) await live.resume();
    }
    this.#isMoving = false;
  }

  async #poll(): Promise<void> {
    for (const live of this.#session.lives) {
      await live.tick();
      if (live.isPolling) this.polls += 1;
    }
  }

  async #work(): Promise<void> {
    const name = work[this.happened % work.length];
    if (!this.#world || !name) return;
    this.happened += 1;
    await this.#world.make(name).catch(() => undefined);
  }
}
