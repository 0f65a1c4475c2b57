import type { Paging } from './polling.ts';

/** Lists that page by `skip` and `limit`. */
export const bySkip = (size: number, newest: Paging['newest'] = {}): Paging => ({
  size,
  newest,
  ask: ({ index, size: limit }) => ({ skip: index * size, limit }),
});

/**
 * `POST /contacts/search`: newest first by the date that counts, then the record's own cursor, which has no ceiling
 * of 10,000 rows as pages have (reality d.3).
 */
export const contactPages: Paging = {
  size: 100,
  newest: { new: 'dateAdded', changed: 'dateUpdated' },
  ask: ({ index, size, changed, last }) => ({
    pageLimit: size,
    sort: [{ field: changed ? 'dateUpdated' : 'dateAdded', direction: 'desc' }],
    ...(Array.isArray(last?.searchAfter) ? { searchAfter: last.searchAfter } : { page: index + 1 }),
  }),
};
