import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { limit, optionalText, text } from '../../gateway/schemas.ts';
import { campaignMembers } from '../../seed/contactParts.ts';
import { opportunities } from '../../seed/opportunities.ts';
import type { Opportunity } from '../../seed/opportunity.ts';
import { contactOf, type IndexedOpportunity } from '../../seed/opportunityIndex.ts';
import { type FoundPage, findPage } from '../../state/page.ts';
import { compareIds } from '../../state/sortedList.ts';
import type { Location } from '../../state/state.ts';
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

  /** Answers 201; `total` at the root and no `meta` (reality d.5, NG). */
  endpoint(
    'POST /opportunities/search',
    { ...reading, status: 201, body: searchBody },
    ({ body, location }) => {
      const { page = 1, limit: size, searchAfter = [], additionalDetails } = body;
      const [createdAt, id] = searchAfter;
      const hasCursor = searchAfter.length > 0;
      if (!hasCursor && page * size > REACH) throw tooFar();
      const found = findOpportunities(location, 'desc', textTest(body.query), {
        after: hasCursor ? { createdAt: Number(createdAt), id: String(id) } : undefined,
        skip: hasCursor ? 0 : (page - 1) * size,
        take: size,
      });
      const { notes = false, tasks = false, calendarEvents = false } = additionalDetails ?? {};
      return {
        opportunities: found.page.map((one) =>
          foundOpportunity(one, location, { notes, tasks, calendarEvents }),
        ),
        total: found.total,
      };
    },
  ),
];

type Aged = { createdAt: number; id: string };
type Test = (entry: IndexedOpportunity) => boolean;

const compareAge = (a: Aged, b: Aged): number => a.createdAt - b.createdAt || compareIds(a, b);

/** A page of those that pass, and how many pass in all; `after` is the cursor. */
function findOpportunities(
  location: Location,
  direction: 'asc' | 'desc',
  passes: Test | undefined,
  { after, skip, take }: { after: Aged | undefined; skip: number; take: number },
): FoundPage<Opportunity> {
  const sign = direction === 'asc' ? 1 : -1;
  const { index } = opportunities(location);
  const isAfter: Test | undefined =
    after && (({ opportunity }) => sign * compareAge(opportunity, after) > 0);
  const found = findPage(index.inOrder(direction), passes, { isAfter, skip, take }, index.size);
  return { ...found, page: found.page.map(({ opportunity }) => opportunity) };
}

/** Whether the text holds the words; without words all pass. */
function textTest(query: string | undefined): Test | undefined {
  const words = query?.trim().toLowerCase();
  return words ? ({ text }) => text.includes(words) : undefined;
}

/** What the query demands of an opportunity; undefined if it demands nothing. */
function testOf(query: Query, location: Location): Test | undefined {
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
  const campaign = query.campaignId;
  const tests: (Test | false | '' | undefined)[] = [
    textTest(query.q),
    year !== undefined && (({ opportunity }) => opportunity.updatedAt >= since),
    campaign &&
      (({ opportunity: { contactId } }) => members.get(contactId ?? '')?.has(campaign) === true),
    conditions.length > 0 &&
      (({ opportunity }) => conditions.every(([wanted, read]) => read(opportunity) === wanted)),
  ];
  const needed = tests.filter((test) => typeof test === 'function');
  return needed.length > 0 ? (entry) => needed.every((test) => test(entry)) : undefined;
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
