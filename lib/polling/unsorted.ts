import { timeOf } from '../time.ts';
import type { JsonObject } from '../values.ts';
import { answerSize, late, mostRecords, tooLarge, tooLong, tooSlow } from './limits.ts';
import type { Memory } from './memory.ts';
import { PageReader, sizeOf } from './pages.ts';
import type { List } from './paging.ts';

/**
 * Reads a list that comes in no order, whole or not at all: a record that nobody has read would be missed, or fire as
 * new some day. Nothing has to be remembered.
 */
export const readUnsorted = async <Item>(
  list: List<Item>,
  isNew: (record: JsonObject) => boolean = () => true,
): Promise<Item[]> => {
  const reader = new PageReader(list, { records: mostRecords });
  const isWhole = await reader.read(() => false);
  if (!isWhole) throw reader.isFull ? tooLong(list.advice()) : tooSlow();
  const items = await list.finish(reader.records.filter(isNew));
  if (sizeOf(items) > answerSize) throw tooLarge(list.advice());
  return items;
};

/**
 * The same for a list that HighLevel gave in order when the Zap was turned on, perhaps: then the seed was not the whole
 * list, and what it left out is not new.
 * @param date the member that holds the date of that order
 */
export const readNoLongerSorted = async <Item>(list: List<Item>, date: string): Promise<Item[]> => {
  const { purpose, memory, name } = list;
  const isSeed = purpose === 'seed';
  const now = Date.now();
  const before = isSeed ? undefined : await memory.recall(name);
  const { floor = 0, stored = 0 } = before ?? {};
  const items = await readUnsorted(list, (record) => !(timeOf(record[date]) < floor));
  const left: Memory = {
    list: name,
    floor,
    since: now - late,
    top: now,
    totals: [],
    page: '',
    isAgain: false,
    stored,
  };
  await memory.remember(left, isSeed);
  return items;
};
