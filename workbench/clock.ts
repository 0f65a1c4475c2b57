const RealDate = Date;
let ahead = 0;

const now = (): number => RealDate.now() + ahead;

/**
 * Lets this process’s clock be moved forward, so that app, sandbox and Zapier’s part agree on the time. Only what reads
 * the time is moved; timers run as they do.
 */
export const installClock = (): void => {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length > 0 ? values : [now()], newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
};

/** Moves the clock forward by so many milliseconds. It never goes back: what has happened has happened. */
export const moveClock = (milliseconds: number): void => {
  ahead += Math.max(0, milliseconds);
};

/** How far the clock is ahead of this computer’s, in milliseconds. */
export const clockAhead = (): number => ahead;
