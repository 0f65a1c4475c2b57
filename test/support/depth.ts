/**
 * How much of the long tests runs: a part by default, so that `npm test` is quick; all with TIMES=1, as in .ci/run; more
 * of the random ones with more.
 */
const depth = process.env.TIMES === undefined ? undefined : Number(process.env.TIMES);

/** Whether all of the long tests run. */
export const isWhole = depth !== undefined && depth >= 1;

/** Runs of a random test: a quarter by default. */
export const times = (full: number): number => Math.ceil(full * (depth ?? 0.25));

/** Every n-th item of a long list, or all. @param turn which of them; by turns, all are met by something */
export const share = <Item>(items: readonly Item[], every: number, turn = 0): Item[] =>
  depth === undefined ? items.filter((_, index) => index % every === turn % every) : [...items];

/** A row of a table, or by default every n-th of it, by turns, so that each item is tried in some row. */
export const turns = <Item>(items: readonly Item[], row: number, every: number): Item[] =>
  items.filter((_, index) => depth !== undefined || (index + row) % every === 0);

/** Each of the first with each of the second; by default with one of them, by turns. */
export const pairs = <First, Second>(
  firsts: readonly First[],
  seconds: readonly Second[],
): [First, Second][] =>
  firsts.flatMap((first, index) =>
    seconds
      .filter((_, turn) => depth !== undefined || index % seconds.length === turn)
      .map((second): [First, Second] => [first, second]),
  );
