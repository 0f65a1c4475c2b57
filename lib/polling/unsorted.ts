import { seedRecords, tooLong, tooSlow } from './limits.ts';
import { PageReader, placeOf } from './pages.ts';
import type { List } from './paging.ts';

/**
 * Reads a list that comes in no order, whole or not at all: a record that nobody has read would be missed, or fire as
 * new some day.
 */
export const readUnsorted = async <Item>(list: List<Item>): Promise<Item[]> => {
  const reader = new PageReader({ ...list, deadline: list.run.deadline }, seedRecords);
  const cut = await reader.read(placeOf(list, 0), () => false);
  if (cut) throw reader.count >= seedRecords ? tooLong() : tooSlow();
  return list.finish(reader.records);
};
