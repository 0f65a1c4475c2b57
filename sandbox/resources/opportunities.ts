import * as zod from 'zod';
import { type Endpoint, endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { limit, skip, text } from '../gateway/schemas.ts';
import { campaignMembers, contacts } from '../seed/contacts.ts';
import {
  lostReasons,
  type Opportunity,
  opportunities as opportunitiesOf,
  pipelines,
} from '../seed/opportunities.ts';
import type { Location } from '../state/state.ts';
import { contactOf, nameOf } from './contactRecord.ts';
import {
  changed,
  customValues,
  emptyOpportunity,
  opportunityOf,
  searched,
  status,
  whole,
  written,
} from './opportunityRecord.ts';

const version = '2021-07-28' as const;
const reading = { version, scopes: ['opportunities.readonly'] };
const writing = { version, scopes: ['opportunities.write'] };
const maybe = zod.string().optional();
const flag = zod.stringbool().optional();

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

const lists = [
  endpoint(
    'GET /opportunities/pipelines',
    { ...reading, query: zod.strictObject({ locationId: text }) },
    ({ location }) => ({ pipelines: [...pipelines(location).values()] }),
  ),

  /** The path is singular (reality d.5, RR). */
  endpoint(
    'GET /opportunities/lost-reason',
    {
      ...reading,
      query: zod.strictObject({
        locationId: text,
        name: maybe,
        deleted: zod.stringbool().default(false),
        query: maybe,
        skip,
        limit: limit(100, 100),
        getCount: flag,
      }),
    },
    ({ query, location }) => {
      const found = [...lostReasons(location).values()].filter(
        ({ name, deleted }) =>
          deleted === query.deleted &&
          (!query.name || name === query.name) &&
          name.toLowerCase().includes((query.query ?? '').toLowerCase()),
      );
      return {
        lostReasons: found
          .slice(query.skip, query.skip + query.limit)
          .map(({ deleted: _, ...shown }) => shown),
        ...(query.getCount && { total: found.length }),
      };
    },
  ),
];

const searches = [
  /**
   * Snake case: `locationId` is a 422 (reality d.0 ⚡5). `date` filters by the last change, `endDate` is ignored,
   * the cap is 10,000 rows, the address of the next page is one of HighLevel's own machines (reality d.5).
   */
  endpoint(
    'GET /opportunities/search',
    {
      ...reading,
      query: zod.strictObject({
        q: maybe,
        location_id: text,
        pipeline_id: maybe,
        pipeline_stage_id: maybe,
        contact_id: maybe,
        status: zod.enum(['open', 'won', 'lost', 'abandoned', 'all']).default('all'),
        assigned_to: maybe,
        campaignId: maybe,
        id: maybe,
        order: maybe,
        endDate: date,
        startAfter: zod.coerce.number().optional(),
        startAfterId: maybe,
        date,
        country: maybe,
        page: zod.coerce.number().int().min(1).default(1),
        limit: limit(100, 20),
        getTasks: flag,
        getNotes: flag,
        getCalendarEvents: flag,
      }),
    },
    ({ query, location }) => {
      const { page, limit: size, startAfter, startAfterId } = query;
      if (startAfter === undefined && page * size > REACH) throw tooFar();
      const [month, day, year] = query.date?.split('-').map(Number) ?? [];
      const since = year ? Date.UTC(year, (month ?? 1) - 1, day) : 0;
      const conditions: [unknown, (one: Opportunity) => unknown][] = [
        [query.pipeline_id, ({ pipelineId }) => pipelineId],
        [query.pipeline_stage_id, ({ pipelineStageId }) => pipelineStageId],
        [query.contact_id, ({ contactId }) => contactId],
        [query.assigned_to, ({ assignedTo }) => assignedTo],
        [query.id, ({ id }) => id],
        [query.status === 'all' ? undefined : query.status, (one) => one.status],
        [query.country, (one) => personOf(one, location)?.country],
      ];
      const members = campaignMembers(location);
      const found = matching(location, query.q ?? '').filter(
        (one) =>
          one.updatedAt >= since &&
          (!query.campaignId || members.get(one.contactId ?? '')?.has(query.campaignId)) &&
          conditions.every(([wanted, of]) => wanted === undefined || of(one) === wanted),
      );
      const direction = query.order === 'added_asc' ? 1 : -1;
      found.sort((a, b) => direction * byAge(a, b));
      const isLater = (one: Opportunity) =>
        direction * byAge(one, { createdAt: startAfter ?? 0, id: startAfterId ?? '' }) > 0;
      const rest =
        startAfter === undefined ? found.slice((page - 1) * size) : found.filter(isLater);
      const shown = rest.slice(0, size);
      const last = shown.at(-1);
      const more = rest.length > shown.length;
      return {
        opportunities: shown.map((one) =>
          searched(one, location, {
            notes: query.getNotes === true,
            tasks: query.getTasks === true,
            calendarEvents: query.getCalendarEvents === true,
          }),
        ),
        meta: {
          total: found.length,
          nextPageUrl: last
            ? `http://localhost:5066/opportunities/search?location_id=${location.id}&startAfter=${last.createdAt}&startAfterId=${last.id}&limit=${size}&page=${page + 1}`
            : '',
          ...(last && { startAfterId: last.id, startAfter: last.createdAt }),
          currentPage: page,
          ...(more && { nextPage: page + 1 }),
          ...(page > 1 && { prevPage: page - 1 }),
        },
        aggregations: {},
      };
    },
  ),

  /** Answers 201; `total` at the root and no `meta` (reality d.5, NG). */
  endpoint(
    'POST /opportunities/search',
    {
      ...reading,
      status: 201,
      body: zod.strictObject({
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
      }),
    },
    ({ body, location }) => {
      const { page = 1, limit: size, searchAfter = [], additionalDetails } = body;
      const [createdAt, id] = searchAfter;
      if (searchAfter.length === 0 && page * size > REACH) throw tooFar();
      const found = matching(location, body.query ?? '').sort((a, b) => -byAge(a, b));
      const rest =
        searchAfter.length > 0
          ? found.filter((one) => byAge(one, { createdAt: Number(createdAt), id: String(id) }) < 0)
          : found.slice((page - 1) * size);
      const { notes = false, tasks = false, calendarEvents = false } = additionalDetails ?? {};
      return {
        opportunities: rest
          .slice(0, size)
          .map((one) => searched(one, location, { notes, tasks, calendarEvents })),
        total: found.length,
      };
    },
  ),
];

const followerBody = zod.strictObject({ followers: zod.array(zod.string()) });

const records = [
  endpoint('GET /opportunities/{id}', reading, ({ path, location }) => ({
    opportunity: whole(opportunityOf(location, path.id), location),
  })),

  /** Only with the trailing slash; without it 404 (reality d.5). */
  endpoint(
    'POST /opportunities/',
    {
      ...writing,
      status: 201,
      body: zod.strictObject({
        ...written,
        locationId: text,
        pipelineId: text,
        name: text,
        status,
        contactId: text,
        customFields: customValues,
      }),
    },
    ({ body: { locationId: _, contactId, ...write }, location, state, now }) => {
      const contact = contactOf(location, contactId);
      const { allowDuplicateOpportunity } = location.record.settings;
      const twin = all(location).find(
        (one) =>
          one.contactId === contact.id &&
          one.pipelineId === write.pipelineId &&
          one.status === 'open',
      );
      if (twin && !allowDuplicateOpportunity) {
        throw fail(400, 'Can not create duplicate opportunity for the contact.');
      }
      const empty = emptyOpportunity(state.newId(), now);
      const opportunity = changed({ ...empty, contactId: contact.id }, location, write, now);
      opportunitiesOf(location).set(opportunity);
      return { opportunity: whole(opportunity, location) };
    },
  ),

  /** The contact cannot be changed (reality d.5, RR); one property alone is fine (NG). */
  endpoint(
    'PUT /opportunities/{id}',
    { ...writing, body: zod.strictObject({ ...written, customFields: customValues }) },
    ({ path, body, location, now }) => {
      const known = opportunityOf(location, path.id);
      const opportunity = opportunitiesOf(location).set(changed(known, location, body, now));
      return { opportunity: whole(opportunity, location) };
    },
  ),

  endpoint(
    'PUT /opportunities/{id}/status',
    { ...writing, body: zod.strictObject({ status, lostReasonId: maybe }) },
    ({ path, body, location, now }) => {
      const known = opportunityOf(location, path.id);
      opportunitiesOf(location).set(changed(known, location, body, now));
      return { succeded: true };
    },
  ),

  /** Updates by id only; the document declares neither contactId nor customFields (reality d.5, RR). */
  endpoint(
    'POST /opportunities/upsert',
    {
      ...writing,
      body: zod.strictObject({
        ...written,
        id: maybe,
        locationId: text,
        pipelineId: text,
        followers: zod.array(zod.string()),
        isRemoveAllFollowers: zod.boolean(),
        followersActionType: zod.enum(['add', 'remove']),
        lostReasonId: maybe,
      }),
    },
    ({ body, location, state, now }) => {
      const { id, locationId: _, followers, isRemoveAllFollowers, ...rest } = body;
      const { followersActionType, ...write } = rest;
      const known = id ? opportunityOf(location, id) : undefined;
      const next = changed(known ?? emptyOpportunity(state.newId(), now), location, write, now);
      const held = isRemoveAllFollowers ? [] : next.followers;
      next.followers =
        followersActionType === 'add'
          ? [...new Set([...held, ...followers])]
          : held.filter((user) => !followers.includes(user));
      opportunitiesOf(location).set(next);
      return { opportunity: whole(next, location), new: !known };
    },
  ),

  /** The flag is `success` here (reality d.0 ⚡4, NG), whatever the document says. */
  endpoint('DELETE /opportunities/{id}', writing, ({ path, location }) => {
    opportunitiesOf(location).delete(opportunityOf(location, path.id).id);
    return { success: true };
  }),

  endpoint(
    'POST /opportunities/{id}/followers',
    { ...writing, status: 201, body: followerBody },
    ({ path, body, location, now }) => {
      const known = opportunityOf(location, path.id);
      const followersAdded = [...new Set(body.followers)].filter(
        (user) => !known.followers.includes(user),
      );
      const followers = [...known.followers, ...followersAdded];
      opportunitiesOf(location).set({ ...known, followers, updatedAt: now });
      return { followers, followersAdded };
    },
  ),

  endpoint(
    'DELETE /opportunities/{id}/followers',
    {
      ...writing,
      query: zod.strictObject({ isRemoveAllFollowers: zod.stringbool().optional() }),
      body: followerBody,
    },
    ({ path, query, body, location, now }) => {
      const known = opportunityOf(location, path.id);
      const followersRemoved = known.followers.filter(
        (user) => query.isRemoveAllFollowers || body.followers.includes(user),
      );
      const followers = known.followers.filter((user) => !followersRemoved.includes(user));
      opportunitiesOf(location).set({ ...known, followers, updatedAt: now });
      return { followers, followersRemoved };
    },
  ),
];

export const opportunities: Endpoint[] = [...lists, ...searches, ...records];

/** Every opportunity as it is now, without lag. */
const all = (location: Location): Opportunity[] => {
  const store = opportunitiesOf(location);
  return [...store.written(), ...store.untouched()];
};

const personOf = ({ contactId }: Opportunity, location: Location) =>
  contactId ? contacts(location).get(contactId) : undefined;

/** What the search index holds of the text: name of the opportunity, name, e-mail and phone of its contact. */
function matching(location: Location, query: string): Opportunity[] {
  const store = opportunitiesOf(location);
  const wanted = query.trim().toLowerCase();
  return [...store.indexedWrites(), ...store.untouched()].filter((one) => {
    const person = personOf(one, location);
    const words = [one.name, person && nameOf(person), person?.email, person?.phone];
    return words.join('\n').toLowerCase().includes(wanted);
  });
}

type Aged = { createdAt: number; id: string };

/** Oldest first; ids decide between two of the same moment. */
const byAge = (a: Aged, b: Aged): number =>
  a.createdAt - b.createdAt || (a.id < b.id ? -1 : Number(a.id !== b.id));
