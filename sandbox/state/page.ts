/** What a page leaves out before it, and how long it is. */
export type Page<T> = {
  /** Whether a record comes after the cursor; without a cursor all do. */
  isAfter?: ((record: T) => boolean) | undefined;
  skip: number;
  take: number;
};

export type FoundPage<T> = { page: T[]; total: number; hasMore: boolean };

/**
 * A page of records that are in order, and how many pass in all. Without a test all pass: then nothing behind the
 * page is looked at, and `size` is the total.
 */
export function findPage<T>(
  records: Iterable<T>,
  passes: ((record: T) => boolean) | undefined,
  { isAfter, skip, take }: Page<T>,
  size: number,
): FoundPage<T> {
  const page: T[] = [];
  let total = 0;
  let left = skip;
  let hasMore = false;
  for (const record of records) {
    if (passes && !passes(record)) continue;
    total++;
    if (hasMore || (isAfter && !isAfter(record)) || left-- > 0) continue;
    if (page.length < take) page.push(record);
    else hasMore = true;
    if (hasMore && !passes) break;
  }
  return { page, total: passes ? total : size, hasMore };
}
