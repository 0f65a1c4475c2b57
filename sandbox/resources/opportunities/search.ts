import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { limit, optionalText, text } from '../../gateway/schemas.ts';
import { campaignMembers } from '../../seed/contactParts.ts';
import { opportunities } from '../../seed/opportunities.ts';
import type { Opportunity } from '../../seed/opportunity.ts';
import { contactOf } from '../../seed/opportunityIndex.ts';
import { compareIds } from '../../state/sortedList.ts';
import type { Location } from '../../state/state.ts';
import { pageOf } from '../records.ts';
import { reading } from './access.ts';
import { statusSchema } from './schema.ts';
import { foundOpportunity } from './shown.ts';

/** No page reaches beyond the 10,000th row (reality d.5, d.13). */
const REACH = 10_000;

const tooFar = () =>
  fail(400, {
    statusCode: 400,
    message: 'Cannot page beyond 10000 records. Use startAfter and startAfterId instead.',
    error: 'SEARCH_USE_START_AFTER_PAGINATION',
  });

const date = zod
  .string()
  .regex(/^\d{2}-\d{2}-\d{4}$/, 'must be in format mm-dd-yyyy')
  .optional();

const flag = zod.stringbool().optional();

const searchQuery = zod.strictObject({
  q: optionalText,
  location_id: text,
  pipeline_id: optionalText,
  pipeline_stage_id: optionalText,
  contact_id: optionalText,
  status: zod.enum([...statusSchema.options, 'all']).default('all'),
  assigned_to: optionalText,
  campaignId: optionalText,
  id: optionalText,
  order: optionalText,
  endDate: date,
  startAfter: zod.coerce.number().optional(),
  startAfterId: optionalText,
  date,
  country: optionalText,
  page: zod.coerce.number().int().min(1).default(1),
  limit: limit(100, 20),
  getTasks: flag,
  getNotes: flag,
  getCalendarEvents: flag,
});

type Query = zod.output<typeof searchQuery>;

const searchBody = zod.strictObject({
  locationId: text,
  query: zod.string().max(75).optional(),
  limit: zod.number().int().min(1).max(500),
  page: zod.number().int().min(1).optional(),
  searchAfter: zod.array(zod.union([zod.string(), zod.number()])).optional(),
  filters: zod.array(zod.looseObject({})).optional(),
  additionalDetails: zod
    .strictObject({
      notes: zod.boolean().optional(),
      tasks: zod.boolean().optional(),
      calendarEvents: zod.boolean().optional(),
      unReadConversations: zod.boolean().optional(),
    })
    .optional(),
});

export const opportunitySearch = [
  /**
   * Snake case: `locationId` is a 422 (reality d.0 ⚡5). `date` filters by the last change, `endDate` is ignored,
   * the cap is 10,000 rows, the address of the next page is one of HighLevel's own machines (reality d.5).
   */
  endpoint(
    'GET /opportunities/search',
    { ...reading, query: searchQuery },
    ({ query, location }) => {
      const { page, limit: size, startAfter, startAfterId = '' } = query;
      if (startAfter === undefined && page * size > REACH) throw tooFar();
      const found = opportunities(location)
        .index.matching(query.q ?? '')
        .filter(testOf(query, location));
      const direction = query.order === 'added_asc' ? 1 : -1;
      if (direction < 0) found.reverse();
      const rest =
        startAfter === undefined
          ? found.slice((page - 1) * size)
          : found.filter(
              (one) => direction * compareAge(one, { createdAt: startAfter, id: startAfterId }) > 0,
            );
      const shown = rest.slice(0, size);
      const details = {
        notes: query.getNotes === true,
        tasks: query.getTasks === true,
        calendarEvents: query.getCalendarEvents === true,
      };
      return {
        opportunities: shown.map((one) => foundOpportunity(one, location, details)),
        meta: {
          total: found.length,
          ...pageMeta(query, location, shown.at(-1), rest.length > shown.length),
        },
        aggregations: {},
      };
    },
  ),

  /** Answers 201; `total` at the root and no `meta` (reality d.5, NG). */
  endpoint(
    'POST /opportunities/search',
    { ...reading, status: 201, body: searchBody },
    ({ body, location }) => {
      const { page = 1, limit: size, searchAfter = [], additionalDetails } = body;
      const [createdAt, id] = searchAfter;
      if (searchAfter.length === 0 && page * size > REACH) throw tooFar();
      const found = opportunities(location)
        .index.matching(body.query ?? '')
        .reverse();
      const cursor = { createdAt: Number(createdAt), id: String(id) };
      const rest =
        searchAfter.length > 0
          ? found.filter((one) => compareAge(one, cursor) < 0)
          : found.slice((page - 1) * size);
      const { notes = false, tasks = false, calendarEvents = false } = additionalDetails ?? {};
      return {
        opportunities: pageOf(rest, 0, size).map((one) =>
          foundOpportunity(one, location, { notes, tasks, calendarEvents }),
        ),
        total: found.length,
      };
    },
  ),
];

/** What of the query an opportunity must meet, beside the text. */
function testOf(query: Query, location: Location): (one: Opportunity) => boolean {
  const [month = 1, day, year] = query.date?.split('-').map(Number) ?? [];
  const since = year ? Date.UTC(year, month - 1, day) : 0;
  const members = campaignMembers(location);
  const status = query.status === 'all' ? undefined : query.status;
  const readers: [string | undefined, (one: Opportunity) => unknown][] = [
    [query.pipeline_id, ({ pipelineId }) => pipelineId],
    [query.pipeline_stage_id, ({ pipelineStageId }) => pipelineStageId],
    [query.contact_id, ({ contactId }) => contactId],
    [query.assigned_to, ({ assignedTo }) => assignedTo],
    [query.id, ({ id }) => id],
    [status, (one) => one.status],
    [query.country, (one) => contactOf(one, location)?.country],
  ];
  const conditions = readers.filter(([wanted]) => wanted !== undefined);
  return (one) =>
    one.updatedAt >= since &&
    (!query.campaignId || members.get(one.contactId ?? '')?.has(query.campaignId) === true) &&
    conditions.every(([wanted, read]) => read(one) === wanted);
}

/** Where the page stands, and where the next one is. */
function pageMeta(
  { page, limit: size }: Query,
  location: Location,
  last: Opportunity | undefined,
  hasMore: boolean,
): object {
  return {
    nextPageUrl: last
      ? `http://localhost:5066/opportunities/search?location_id=${location.id}&startAfter=${last.createdAt}&startAfterId=${last.id}&limit=${size}&page=${page + 1}`
      : '',
    ...(last && { startAfterId: last.id, startAfter: last.createdAt }),
    currentPage: page,
    ...(hasMore && { nextPage: page + 1 }),
    ...(page > 1 && { prevPage: page - 1 }),
  };
}

type Aged = { createdAt: number; id: string };

const compareAge = (a: Aged, b: Aged): number => a.createdAt - b.createdAt || compareIds(a, b);
