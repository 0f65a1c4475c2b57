import type { List } from './paging.ts';
import { placeOf } from './places.ts';

/** The page of a list that a dropdown asks for. */
export const readChoices = async <Item>(list: List<Item>): Promise<Item[]> => {
  const { paging, page, load, finish } = list;
  const wanted = { index: page, size: paging.size, changed: false, last: undefined };
  return finish((await load(paging.params(wanted))).records);
};

/** How many records the editor shows. */
const few = 3;

/** Some records for the editor. */
export const readSample = async <Item>(list: List<Item>): Promise<Item[]> => {
  const { paging, changed, load, finish } = list;
  const page = await load(paging.params({ index: 0, size: few, changed, last: undefined }));
  const sample = await finish(page.records);
  // What HighLevel does not filter itself is left out only once it is read: that may be the newest ones.
  if (sample.length > 0 || page.records.length === 0) return sample;
  return (await finish((await load(placeOf(list, 0).params)).records)).slice(0, few);
};
