import type { Paging } from '../lib/polling/paging.ts';
import { timeOf } from '../lib/time.ts';
import { type JsonObject, objectsIn, withoutBlanks } from '../lib/values.ts';

/** What the search record's own cursor says, or the same made from the record (api#opportunity-cursor). */
const cursor = ({ sort, createdAt, id }: JsonObject) =>
  Array.isArray(sort)
    ? { startAfter: sort[0], startAfterId: sort[1] }
    : { startAfter: timeOf(createdAt) || undefined, startAfterId: id };

/**
 * `POST /opportunities/search`: newest first by the date that counts, then by the record’s own cursor
 * (api#opportunity-search).
 */
export const opportunitySearchPages: Paging = {
  size: 100,
  newest: { new: 'createdAt', changed: 'updatedAt' },
  isNarrowed: ({ query, filters }) => Boolean(query) || objectsIn(filters).length > 0,
  params: ({ index, size, changed, last }) => ({
    limit: size,
    sort: [{ field: changed ? 'date_updated' : 'date_added', direction: 'desc' }],
    ...(Array.isArray(last?.sort)
      ? { searchAfter: last.sort }
      : { page: index + 1, searchAfter: [] }),
  }),
};

/**
 * `GET /opportunities/search`: newest first, page after page by cursor, because pages end at 10,000 rows
 * (api#opportunity-cursor). It has no order by change date, so for changed records the whole list is read.
 */
export const opportunityPages: Paging = {
  size: 100,
  newest: { new: 'createdAt' },
  params: ({ index, size, last }) => ({
    order: 'added_desc',
    limit: size,
    ...(last ? cursor(last) : { page: index + 1 }),
  }),
};

/** What `POST /opportunities/search` requires to be told that it should not add to the records. */
export const withoutDetails = {
  notes: false,
  tasks: false,
  calendarEvents: false,
  unReadConversations: false,
};

/** The request of `POST /opportunities/search` for fields that must be equal to something; blanks ask for nothing. */
export const searchFor = (locationId: string, fields: JsonObject) => ({
  locationId,
  query: '',
  filters: Object.entries(withoutBlanks(fields)).map(([field, value]) => ({
    field,
    operator: 'eq',
    value,
  })),
  additionalDetails: withoutDetails,
});
