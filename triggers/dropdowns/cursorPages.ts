import * as zod from 'zod';
import type { Run } from '../../lib/run.ts';
import type { JsonObject } from '../../lib/values.ts';

/** Where a page begins: after which record, and which records the page before it has shown. */
const place = zod.object({
  last: zod.record(zod.string(), zod.unknown()).optional(),
  known: zod.array(zod.string()),
});
type Place = zod.output<typeof place>;

const first: Place = { known: [] };

/** Seconds for which somebody may think before “Load more”. */
const timeToThink = 900;

interface CursorList {
  /** Under this name the place of the next page is kept. */
  name: string;
  size: number;
  /** What of the last record the next request needs. */
  cursor: readonly string[];
  /** Reads `size` records after the last one of the page before. */
  load: (last: JsonObject | undefined) => Promise<JsonObject[]>;
}

const idsOf = (records: JsonObject[]): string[] => records.map(({ id }) => String(id));

/**
 * A page of a dropdown from an endpoint that pages only by “after this record”. Each page leaves the place of the next
 * one, so that “Load more” costs one request; without it, all pages up to the wanted one are read.
 */
export const readCursorPage = async (
  run: Run,
  { name, size, cursor, load }: CursorList,
): Promise<JsonObject[]> => {
  const page = run.bundle.meta.page ?? 0;
  const nameOf = (index: number) => `dropdown:${name}:${index}`;
  const kept = zod.safeParse(place, page > 0 ? await run.cache.read(nameOf(page)) : first).data;
  let at: Place = kept ?? first;
  for (let index = kept ? page : 0; ; index += 1) {
    const records = await load(at.last);
    const known = new Set(at.known);
    const last = records.at(-1);
    at = {
      last: last && Object.fromEntries(cursor.map((key) => [key, last[key]])),
      known: idsOf(records),
    };
    const isEnd = records.length < size;
    if (index < page && !isEnd) continue;
    if (!isEnd) await run.cache.write(nameOf(page + 1), at, timeToThink);
    return index < page ? [] : records.filter(({ id }) => !known.has(String(id)));
  }
};
