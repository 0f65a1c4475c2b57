import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import type { Opportunity } from '../../seed/opportunity.ts';
import type { IndexedOpportunity } from '../../seed/opportunityIndex.ts';
import type { FoundPage } from '../../state/page.ts';
import type { Location } from '../../state/state.ts';
import { reading } from './access.ts';
import { filterTest } from './filters.ts';
import { findOpportunities, testOf, textTest } from './find.ts';
import { keysOf, sortOpportunities } from './order.ts';
import { type Query, type SearchBody, searchBody, searchQuery, searchQueryV3 } from './schema.ts';
import { foundOpportunity } from './shown.ts';

/** No page reaches beyond the 10,000th row (api#page-ceiling, api#opportunity-cursor). */
const REACH = 10_000;

const tooFar = () =>
  fail(400, {
    statusCode: 400,
    message: 'Cannot page beyond 10000 records. Use startAfter and startAfterId instead.',
    error: 'SEARCH_USE_START_AFTER_PAGINATION',
  });

export const opportunitySearch = [
  /**
   * Snake case: `locationId` is a 422 (api#opportunity-query), but what v3 wants. `date` filters by the last change, `endDate` is ignored,
   * the cap is 10,000 rows, the address of the next page is one of HighLevel's own machines (api#opportunity-dates,
   * api#opportunity-cursor, api#next-page-address).
   */
  endpoint(
    'GET /opportunities/search',
    { ...reading, query: searchQuery, v3: { query: searchQueryV3 } },
    ({ query, location }) => {
      const { page, limit: size, startAfter, startAfterId = '' } = query;
      if (startAfter === undefined && page * size > REACH) throw tooFar();
      const direction = query.order === 'added_asc' ? 'asc' : 'desc';
      const found = findOpportunities(location, direction, testOf(query, location), {
        after: startAfter === undefined ? undefined : { createdAt: startAfter, id: startAfterId },
        skip: startAfter === undefined ? (page - 1) * size : 0,
        take: size,
      });
      const details = {
        notes: query.getNotes === true,
        tasks: query.getTasks === true,
        calendarEvents: query.getCalendarEvents === true,
      };
      return {
        opportunities: found.page.map((one) => foundOpportunity(one, location, details)),
        meta: { total: found.total, ...pageMeta(query, location, found) },
        aggregations: {},
      };
    },
  ),

  /** Answers 201; `total` at the root and no `meta`; a cursor follows the order (api#opportunity-search). */
  endpoint(
    'POST /opportunities/search',
    { ...reading, status: 201, body: searchBody },
    ({ body, location }) => {
      const { page = 1, limit: size, searchAfter = [], additionalDetails, sort } = body;
      const hasCursor = searchAfter.length > 0;
      if (!hasCursor && page * size > REACH) throw tooFar();
      const found = sortOpportunities(location, sort, bodyTest(body, location), {
        after: hasCursor ? searchAfter : undefined,
        skip: hasCursor ? 0 : (page - 1) * size,
        take: size,
      });
      const { notes = false, tasks = false, calendarEvents = false } = additionalDetails ?? {};
      return {
        opportunities: found.page.map((one) => ({
          ...foundOpportunity(one, location, { notes, tasks, calendarEvents }),
          sort: keysOf(one, sort),
        })),
        total: found.total,
      };
    },
  ),
];

/** What the body demands of an opportunity; undefined if it demands nothing. */
function bodyTest({ query, filters }: SearchBody, location: Location) {
  const holds = textTest(query);
  const fits = filters.length > 0 ? filterTest(filters, location) : undefined;
  if (!fits) return holds;
  return (entry: IndexedOpportunity) => fits(entry.opportunity) && (holds?.(entry) ?? true);
}

/** Where the page stands, and where the next one is. */
function pageMeta(
  { page, limit: size }: Query,
  location: Location,
  found: FoundPage<Opportunity>,
): object {
  const last = found.page.at(-1);
  return {
    nextPageUrl: last
      ? `http://localhost:5066/opportunities/search?location_id=${location.id}&startAfter=${last.createdAt}&startAfterId=${last.id}&limit=${size}&page=${page + 1}`
      : '',
    ...(last && { startAfterId: last.id, startAfter: last.createdAt }),
    currentPage: page,
    ...(found.hasMore && { nextPage: page + 1 }),
    ...(page > 1 && { prevPage: page - 1 }),
  };
}
