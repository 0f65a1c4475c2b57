import type { JsonObject } from '../../lib/values.ts';

/**
 * A page of a dropdown from an endpoint that pages only by “after this record”: reads all pages up to that one.
 * @param page from 0
 * @param load reads `size` records after the last one of the page before
 */
export const readCursorPage = async (
  page: number,
  size: number,
  load: (last: JsonObject | undefined) => Promise<JsonObject[]>,
): Promise<JsonObject[]> => {
  let records = await load(undefined);
  let unseen = records;
  for (let index = 0; index < page; index += 1) {
    if (records.length < size) return [];
    const known = new Set(records.map(({ id }) => id));
    records = await load(records.at(-1));
    unseen = records.filter(({ id }) => !known.has(id));
  }
  return unseen;
};
