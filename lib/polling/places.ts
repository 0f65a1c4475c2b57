import type { JsonObject } from '../values.ts';
import type { List } from './paging.ts';

/** Where to go on in a list: the request of the next page. */
export interface Place {
  /** Of the page, from 0. */
  index: number;
  params: JsonObject;
}

/** The place of a page. @param last the last record of the page before */
export const placeOf = (
  { paging, byChange }: Pick<List, 'paging' | 'byChange'>,
  index: number,
  last?: JsonObject,
): Place => ({
  index,
  params: paging.params({ index, size: paging.size, changed: byChange, last }),
});

/** Whether a request asks for a page by its number: which records that has, changes when others come or go. */
export const isNumbered = ({ params }: Pick<Place, 'params'>): boolean =>
  'page' in params || 'skip' in params;
