import type { List } from './paging.ts';
import { readChoices, readSample } from './sample.ts';
import { readSorted } from './sorted.ts';
import { readUnsorted } from './unsorted.ts';

/** Reads as much of a list as the run needs: for a dropdown, for the editor’s sample, for a poll. */
export const readList = <Item>(list: List<Item>): Promise<Item[]> => {
  const { meta } = list.run.bundle;
  if (meta.isFillingDynamicDropdown) return readChoices(list);
  if (meta.isLoadingSample) return readSample(list);
  const { newest } = list.paging;
  const date = list.changed ? newest?.changed : newest?.new;
  return date ? readSorted(list, date) : readUnsorted(list);
};
