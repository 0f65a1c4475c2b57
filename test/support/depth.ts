/**
 * How much of the long random tests runs: a quarter, so that `npm test` is quick; all with TIMES=1, as in .ci/run; more
 * with more.
 */
export const times = (full: number): number => Math.ceil(full * Number(process.env.TIMES ?? 0.25));
