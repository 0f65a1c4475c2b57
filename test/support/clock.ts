import { performance } from 'node:perf_hooks';

interface Waiting {
  /** When it is due, by the clock that the tests see. */
  due: number;
  run: () => void;
  /** Whether its share of real time has passed. */
  isRipe: boolean;
}

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
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, milliseconds = 0) => {
    if (milliseconds < 300) return wait(run, milliseconds);
    const one: Waiting = { due: Date.now() + milliseconds, run, isRipe: false };
    const timer = wait(() => {
      one.isRipe = true;
      // Again, if it was refreshed after it had run.
      waiting.set(timer, one);
      if (!isLooking) lookLater(0);
      isLooking = true;
    }, milliseconds / 250);
    waiting.set(timer, one);
    return timer;
  }) as typeof setTimeout);
  jest.spyOn(globalThis, 'clearTimeout').mockImplementation((timer) => {
    if (typeof timer === 'object') waiting.delete(timer as NodeJS.Timeout);
    clear(timer);
  });
};
