import { performance } from 'node:perf_hooks';

interface Waiting {
  /** When it is due, by the clock that the tests see. */
  due: number;
  run: () => void;
  /** When its share of real time has passed. */
  ripeAt: number;
  /** Whether it came then. */
  isRipe: boolean;
  /** Looks since then at which it had not come. */
  missed: number;
}

/** Looks, each in a turn of its own, after which a timer will not come: it was cleared past our `clearTimeout`. */
const mostMissed = 2;

/** Turns of the event loop without work after which everybody waits. */
const quietTurns = 3;

/** Milliseconds of work in a turn that count for none: the look itself. */
const noWork = 0.5;

/**
 * Shortens waiting, in the app, in core and in the sandbox alike: a timeout of 25 seconds comes after one, and the clock
 * then shows that 25 have passed. Work takes its real time, and no timeout comes while there is work, so that a slow
 * machine changes nothing. Ends with `jest.restoreAllMocks()`.
 */
export const hurry = (): void => {
  if (jest.isMockFunction(setTimeout)) return;
  const [now, wait, clear] = [Date.now, setTimeout, clearTimeout];
  const waiting = new Map<NodeJS.Timeout, Waiting>();
  let skipped = 0;
  let isLooking = false;

  const fireEarliest = () => {
    for (const [timer, one] of waiting) {
      if (!one.isRipe && performance.now() > one.ripeAt) one.missed += 1;
      if (one.missed > mostMissed) waiting.delete(timer);
    }
    const [first] = [...waiting].sort(([, a], [, b]) => a.due - b.due);
    if (!first) return;
    const [timer, { due, run, isRipe }] = first;
    // None comes before one that is due earlier, even if that was set later.
    if (!isRipe) return;
    waiting.delete(timer);
    // Of what is waited for at the same time, only the rest has not passed yet.
    skipped += Math.max(0, due - Date.now());
    run();
  };

  /** Looks once per turn of the event loop; what is ready, sockets included, is done in between. */
  const look = (quiet: number, before: ReturnType<typeof performance.eventLoopUtilization>) => {
    const { active } = performance.eventLoopUtilization(before);
    const turns = active < noWork ? quiet + 1 : 0;
    if (turns >= quietTurns) fireEarliest();
    isLooking = [...waiting.values()].some(({ isRipe }) => isRipe);
    if (isLooking) lookLater(turns >= quietTurns ? 0 : turns);
  };
  const lookLater = (quiet: number) => {
    const before = performance.eventLoopUtilization();
    wait(() => look(quiet, before), 2);
  };

  jest.spyOn(Date, 'now').mockImplementation(() => now() + skipped);
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(((
    perform: (...given: unknown[]) => void,
    milliseconds = 0,
    ...given: unknown[]
  ) => {
    const run = () => perform(...given);
    if (milliseconds < 300) return wait(run, milliseconds);
    const share = milliseconds / 250;
    const one: Waiting = {
      due: Date.now() + milliseconds,
      run,
      ripeAt: performance.now() + share,
      isRipe: false,
      missed: 0,
    };
    const timer = wait(() => {
      one.isRipe = true;
      // Again, if it was refreshed after it had run.
      waiting.set(timer, one);
      if (!isLooking) lookLater(0);
      isLooking = true;
    }, share);
    waiting.set(timer, one);
    return timer;
  }) as typeof setTimeout);
  jest.spyOn(globalThis, 'clearTimeout').mockImplementation((timer) => {
    // A timer may be named by its number.
    for (const one of waiting.keys()) if (Number(one) === Number(timer)) waiting.delete(one);
    clear(timer);
  });
};
