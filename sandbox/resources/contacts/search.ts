import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { text } from '../../gateway/schemas.ts';
import { contacts } from '../../seed/contacts.ts';
import type { Location } from '../../state/state.ts';
import { reading } from './access.ts';
import { candidatesFor, type Filter, filterSchema, testOf, textTest } from './filters.ts';
import { findContacts, keysBy, NEWEST, type Wanted } from './pages.ts';
import { foundContact } from './shown.ts';

/** No page reaches beyond the 10,000th record (api#page-ceiling). */
const REACH = 10_000;

const body = zod.strictObject({
  locationId: text,
  pageLimit: zod.number().int().min(1).max(500),
  page: zod.number().int().min(1).optional(),
  searchAfter: zod.array(zod.union([zod.string(), zod.number()])).optional(),
  filters: zod.array(filterSchema).optional(),
  sort: zod
    .array(zod.strictObject({ field: zod.string(), direction: zod.enum(['asc', 'desc']) }))
    .optional(),
  query: zod.string().max(75).optional(),
});

export const contactSearch = [
  /**
   * Record-level cursor `searchAfter`, lagging index, strict body (api#contact-search-cursor, api#search-index-lag,
   * api#strict-bodies).
   */
  endpoint('POST /contacts/search', { ...reading, body }, ({ body, location }) => {
    const { pageLimit, page = 1, filters = [], query = '' } = body;
    const sort = body.sort?.length ? body.sort : NEWEST;
    const after = body.searchAfter?.length ? body.searchAfter : undefined;
    if (!after && page * pageLimit > REACH) {
      throw fail(400, `Only the first ${REACH} contacts can be paged, use searchAfter instead`);
    }
    const { index } = contacts(location);
    const found = findContacts(index, sort, wantedBy(location, filters, query), {
      after,
      skip: after ? 0 : (page - 1) * pageLimit,
      take: pageLimit,
    });
    const keysOf = keysBy(sort);
    return {
      contacts: found.contacts.map((contact) => foundContact(contact, keysOf(contact), location)),
      total: found.total,
    };
  }),
];

function wantedBy(location: Location, filters: Filter[], query: string): Wanted | undefined {
  if (filters.length === 0 && query === '') return undefined;
  const all: Filter = { group: 'AND', filters };
  const passes = testOf(all, location);
  const holds = textTest(query);
  const candidates = candidatesFor(contacts(location).index, all);
  return {
    test: (entry) => holds(entry) && passes(entry.contact),
    among: candidates && new Set(candidates),
  };
}
