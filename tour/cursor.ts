/**
 * z.cursor of one Zap for one call, in the shape of core's own stand-in (event.cursorTestObj), which reads under the key
 * `undefined` and writes the value itself as a key.
 * @param kept what the call before has left
 */
export const cursorWith = (kept: string | undefined) => {
  const cursorTestObj: Record<string, unknown> = { undefined: kept ?? null };
  const left = (): string | undefined =>
    Object.keys(cursorTestObj).findLast((key) => key !== 'undefined') ?? kept;
  return { cursorTestObj, left };
};
