import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { limit, skip, text } from '../gateway/schemas.ts';
import { type Contact, type Contacts, contacts } from '../seed/contacts.ts';
import type { Location } from '../state/state.ts';
import { listed, nameOf, searched } from './contactRecord.ts';

const scopes = ['contacts.readonly'];
const version = '2021-07-28' as const;

/** No page reaches beyond the 10,000th record (reality d.13). */
const REACH = 10_000;

const condition = zod.looseObject({
  field: zod.string(),
  operator: zod.string(),
  value: zod.unknown().optional(),
});

type Filter = zod.output<typeof condition> | { group: 'AND' | 'OR'; filters: Filter[] };

const filter: zod.ZodType<Filter> = zod.lazy(() =>
  zod.union(
    [zod.strictObject({ group: zod.enum(['AND', 'OR']), filters: zod.array(filter) }), condition],
    {
      error: 'must be a filter or a group of filters',
    },
  ),
);

type Sort = { field: string; direction: 'asc' | 'desc' };
type Key = string | number;

export const contactSearch = [
  /** Record-level cursor `searchAfter`, lagging index, strict body (reality d.3). */
  endpoint(
    'POST /contacts/search',
    {
      version,
      scopes,
      body: zod.strictObject({
        locationId: text,
        pageLimit: zod.number().int().min(1).max(500),
        page: zod.number().int().min(1).optional(),
        searchAfter: zod.array(zod.union([zod.string(), zod.number()])).optional(),
        filters: zod.array(filter).optional(),
        sort: zod
          .array(zod.strictObject({ field: zod.string(), direction: zod.enum(['asc', 'desc']) }))
          .optional(),
        query: zod.string().max(75).optional(),
      }),
    },
    ({ body, location }) => {
      const { pageLimit, page = 1, filters = [], query = '' } = body;
      const sort: Sort[] = body.sort?.length
        ? body.sort
        : [{ field: 'dateAdded', direction: 'desc' }];
      const after = body.searchAfter?.length ? body.searchAfter : undefined;
      if (!after && page * pageLimit > REACH) {
        throw fail(400, `Only the first ${REACH} contacts can be paged, use searchAfter instead`);
      }
      const all: Filter = { group: 'AND', filters };
      const matches = tester(all);
      const store = contacts(location);
      const among = seededAmong(store, all);
      const isFiltered = filters.length > 0 || query !== '';
      const wanted: Wanted | undefined = isFiltered
        ? {
            test: (contact) => holds(contact, query) && matches(contact),
            among: among && [...new Set(among)].sort((a, b) => a - b),
          }
        : undefined;
      const found = pageOf(store, sort, wanted, {
        after,
        skip: after ? 0 : (page - 1) * pageLimit,
        take: pageLimit,
      });
      return {
        contacts: found.map((contact) => searched(contact, keyOf(contact, sort))),
        total: countOf(store, wanted),
      };
    },
  ),

  /** Newest first; refuses `tags` and other filters with 422 (reality d.3). */
  endpoint(
    'GET /contacts/',
    {
      version,
      scopes,
      query: zod.strictObject({
        locationId: text,
        limit: limit(100, 20),
        startAfter: zod.coerce.number().optional(),
        startAfterId: zod.string().optional(),
        query: zod.string().optional(),
      }),
    },
    ({ query, location }) => {
      const store = contacts(location);
      const { query: words = '' } = query;
      const wanted = words ? { test: (contact: Contact) => holds(contact, words) } : undefined;
      const found = pageOf(store, NEWEST, wanted, {
        after:
          query.startAfter === undefined ? undefined : [query.startAfter, query.startAfterId ?? ''],
        skip: 0,
        take: query.limit,
      });
      const total = countOf(store, wanted);
      const last = found.at(-1);
      const next = last && {
        nextPageUrl: `http://localhost:5058/contacts/?locationId=${location.id}&startAfter=${last.dateAdded}&startAfterId=${last.id}`,
        startAfterId: last.id,
        startAfter: last.dateAdded,
      };
      return {
        contacts: found.map(listed),
        meta: {
          total,
          ...next,
          currentPage: 1,
          nextPage: found.length < total ? 2 : null,
          prevPage: null,
        },
        count: total,
      };
    },
  ),

  endpoint(
    'GET /contacts/business/{businessId}',
    {
      version,
      scopes,
      query: zod.strictObject({
        locationId: text,
        limit: limit(100, 25),
        skip,
        query: zod.string().optional(),
      }),
    },
    ({ path, query, location }) => {
      const found = ofBusiness(location, path.businessId, query.query ?? '');
      return {
        contacts: found.slice(query.skip, query.skip + query.limit).map(listed),
        count: found.length,
      };
    },
  ),
];

const NEWEST: Sort[] = [{ field: 'dateAdded', direction: 'desc' }];

const ofBusiness = (location: Location, businessId: string, query: string) =>
  pageOf(
    contacts(location),
    NEWEST,
    { test: (contact) => contact.businessId === businessId && holds(contact, query) },
    { after: undefined, skip: 0, take: Number.POSITIVE_INFINITY },
  );

/** Seeded contacts lie in the order of both dates, so that only other sorts have to sort them. */
const isDated = ([first, second]: Sort[]) =>
  (first?.field === 'dateAdded' || first?.field === 'dateUpdated') && !second;

/** What passes the test; `among`: the only seeded indexes, in order, at which something can. */
type Wanted = { test: (contact: Contact) => boolean; among?: number[] | undefined };

type Page = { after: Key[] | undefined; skip: number; take: number };

function pageOf(
  store: Contacts,
  sort: Sort[],
  wanted: Wanted | undefined,
  { after, skip, take }: Page,
): Contact[] {
  const directions = [...sort.map(({ direction }) => direction), 'asc' as const];
  const order = (a: Key[], b: Key[]) => compare(a, b, directions);
  const isAfter = (contact: Contact) => !after || order(keyOf(contact, sort), after) > 0;
  const passes = (contact: Contact) => isAfter(contact) && (!wanted || wanted.test(contact));
  const byOrder = (a: Contact, b: Contact) => order(keyOf(a, sort), keyOf(b, sort));
  const fresh = store.indexedWrites().filter(passes);

  if (!isDated(sort)) {
    const all = [...fresh, ...[...store.untouched(wanted?.among)].filter(passes)];
    return all.sort(byOrder).slice(skip, skip + take);
  }
  const isDescending = sort[0]?.direction === 'desc';
  const among = isDescending ? wanted?.among : wanted?.among?.toReversed();
  const start = isDescending ? store.seek(isAfter) : store.seek((contact) => !isAfter(contact)) - 1;
  const seeded = store.untouched(among ?? store.indexes(start, isDescending ? 1 : -1));
  const page: Contact[] = [];
  for (const contact of merged(fresh.sort(byOrder), seeded, byOrder)) {
    if (!passes(contact)) continue;
    if (skip-- > 0) continue;
    page.push(contact);
    if (page.length >= take) break;
  }
  return page;
}

/** Two sorted sequences as one. */
function* merged<T>(first: T[], second: Iterable<T>, order: (a: T, b: T) => number): Iterable<T> {
  let i = 0;
  for (const item of second) {
    for (let head = first[i]; head && order(head, item) < 0; head = first[++i]) yield head;
    yield item;
  }
  yield* first.slice(i);
}

function countOf(store: Contacts, wanted: Wanted | undefined): number {
  if (!wanted) return store.count();
  let count = store.indexedWrites().filter(wanted.test).length;
  for (const contact of store.untouched(wanted.among)) if (wanted.test(contact)) count++;
  return count;
}

/** What a contact is sorted by, and the cursor of its page: [1784272317939, id] (reality d.3, NG). */
const keyOf = (contact: Contact, sort: Sort[]): Key[] => [
  ...sort.map(({ field }) => sortable(fieldOf(contact, field))),
  contact.id,
];

const sortable = (value: unknown): Key =>
  typeof value === 'number' ? value : String(value ?? '').toLowerCase();

function compare(a: Key[], b: Key[], directions: ('asc' | 'desc')[]): number {
  for (const [i, direction] of directions.entries()) {
    const [left = '', right = ''] = [a[i], b[i]];
    if (left !== right) return left < right === (direction === 'asc') ? -1 : 1;
  }
  return 0;
}

/** The text search looks at name, phone, e-mail, tags and company name. */
function holds(contact: Contact, query: string): boolean {
  if (query === '') return true;
  const { email, phone, companyName, tags } = contact;
  const haystack = [nameOf(contact), email, phone, companyName, ...tags].join('\n').toLowerCase();
  return haystack.includes(query.toLowerCase());
}

/** A field under the name the search knows it by; custom fields by id, not by name (reality d.3 #42). */
function fieldOf(contact: Contact, field: string): unknown {
  if (field.startsWith('customFields.')) {
    const id = field.slice('customFields.'.length);
    return contact.customFields.find((value) => value.id === id)?.value;
  }
  switch (field) {
    case 'contactName':
    case 'fullNameLowerCase':
      return nameOf(contact);
    case 'firstNameLowerCase':
      return contact.firstName;
    case 'lastNameLowerCase':
      return contact.lastName;
    case 'address':
      return contact.address1;
    case 'businessName':
      return contact.companyName;
    case 'dateOfBirth':
      return contact.dateOfBirth ? Date.parse(contact.dateOfBirth) : null;
    default:
      return FIELDS.has(field) ? contact[field as keyof Contact] : undefined;
  }
}

const FIELDS = new Set([
  'id',
  'firstName',
  'lastName',
  'email',
  'phone',
  'companyName',
  'city',
  'state',
  'country',
  'postalCode',
  'website',
  'timezone',
  'source',
  'type',
  'dnd',
  'tags',
  'assignedTo',
  'followers',
  'businessId',
  'dateAdded',
  'dateUpdated',
]);

type Group = Extract<Filter, { group: 'AND' | 'OR' }>;

const isGroup = (filter: Filter): filter is Group =>
  'filters' in filter && Array.isArray(filter.filters);

/**
 * The seeded indexes that a filter leaves, where these can be told without making and testing 100,000 contacts:
 * e-mails and phones hold the index, and the index is in the order of both dates. Any other filter leaves all, and
 * a text search looks at every contact.
 */
function seededAmong(store: Contacts, filter: Filter): number[] | undefined {
  if (isGroup(filter)) {
    const inner = filter.filters.map((one) => seededAmong(store, one));
    if (filter.group !== 'OR') return inner.find((indexes) => indexes !== undefined);
    return inner.every((indexes) => indexes !== undefined) ? inner.flat() : undefined;
  }
  const { field, operator, value } = filter;
  if (operator === 'eq' && (field === 'email' || field === 'phone'))
    return store.indexesOf(field, [value].flat().map(folded));
  if (operator === 'range' && (field === 'dateAdded' || field === 'dateUpdated')) {
    const { gte = Number.NEGATIVE_INFINITY } = Object(value) as { gte?: number };
    return Array.from({ length: store.seek((contact) => contact[field] < gte) }, (_, i) => i);
  }
  return undefined;
}

/** A filter or a group of filters as a test; an operator the search does not know is a 422 (reality d.3). */
function tester(filter: Filter): (contact: Contact) => boolean {
  if (isGroup(filter)) {
    const inner = filter.filters.map(tester);
    return filter.group === 'OR'
      ? (contact) => inner.some((matches) => matches(contact))
      : (contact) => inner.every((matches) => matches(contact));
  }
  const { field, operator, value } = filter;
  const wanted = [value].flat().map(folded);
  const values = (contact: Contact) =>
    [fieldOf(contact, field)]
      .flat()
      .filter((part) => part !== null && part !== undefined && part !== '');
  // Several values in one filter mean any of them (reality d.3).
  const equals = (contact: Contact) =>
    values(contact).some((part) => wanted.includes(folded(part)));
  const contains = (contact: Contact) =>
    values(contact).some((part) => wanted.some((piece) => folded(part).includes(piece)));
  switch (operator) {
    case 'eq':
      return equals;
    case 'not_eq':
      return (contact) => !equals(contact);
    case 'contains':
      return contains;
    case 'not_contains':
      return (contact) => !contains(contact);
    case 'exists':
      return (contact) => values(contact).length > 0;
    case 'not_exists':
      return (contact) => values(contact).length === 0;
    case 'range':
      return (contact) => values(contact).some((part) => isWithin(part, value));
    default:
      throw fail(422, ['Invalid Operator']);
  }
}

const folded = (value: unknown) => String(value).toLowerCase();

/** Bounds are numbers, dates epoch ms; an ISO text silently matches nothing (reality d.0 ⚡7). */
function isWithin(part: unknown, range: unknown): boolean {
  const date = typeof part === 'string' && /^\d{4}-\d{2}-\d{2}/.test(part);
  const number = date ? Date.parse(part) : Number(part);
  const bounds = Object.entries(range ?? {});
  return (
    bounds.length > 0 &&
    bounds.every(([bound, limit]) => {
      if (typeof limit !== 'number') return false;
      switch (bound) {
        case 'gte':
          return number >= limit;
        case 'gt':
          return number > limit;
        case 'lte':
          return number <= limit;
        case 'lt':
          return number < limit;
        default:
          return false;
      }
    })
  );
}
