/**
 * Shortens waiting, in the app, in core and in the sandbox alike: a timeout of 25 seconds comes after one, and the clock
 * then shows that 25 have passed. Work takes its real time. Ends with `jest.restoreAllMocks()`.
 */
export const hurry = (): void => {
  const [now, wait] = [Date.now, setTimeout];
  let skipped = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => now() + skipped);
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, milliseconds = 0) => {
    if (milliseconds < 300) return wait(run, milliseconds);
    const due = Date.now() + milliseconds;
    return wait(() => {
      // Of what is waited for at the same time, only the rest has not passed yet.
      skipped += Math.max(0, due - Date.now());
      run();
    }, milliseconds / 25);
  }) as typeof setTimeout);
};
