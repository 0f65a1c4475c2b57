/**
 * How much of the long random tests runs: a quarter, so that `npm test` is quick; all with TIMES=1, as in .ci/run; more
 * with more.
 */
export const times = (full: number): number => Math.ceil(full * Number(process.env.TIMES ?? 0.25));

/** Of a long list every fourth item, or all. */
export const share = <Item>(items: Item[]): Item[] => {
  const step = Math.max(1, Math.round(items.length / times(items.length)));
  return items.filter((_, index) => index % step === 0);
};
