import { listIn } from '../lib/api/answers.ts';
import type { Ordered } from '../lib/operations/poll.ts';
import { bySkip, type Paging } from '../lib/polling/paging.ts';
import { type RecordType, record } from '../lib/record.ts';
import { asObject, type JsonObject } from '../lib/values.ts';

const sample = {
  id: '63771dcac1116f0e21de8e12',
  locationId: 've9EPM428h8vShlRW1KT',
  name: 'Alvarez Landscaping',
  phone: '+14155550100',
  email: 'office@alvarez.example.com',
  website: 'https://alvarez.example.com',
  address: '410 Hayes Street',
  city: 'San Francisco',
  state: 'CA',
  postalCode: '94102',
  country: 'US',
  description: 'Gardens and courtyards',
  createdBy: { source: 'INTEGRATION', channel: 'OAUTH' },
  updatedBy: { source: 'INTEGRATION', channel: 'OAUTH' },
  createdAt: '2026-03-02T16:04:11.000Z',
  updatedAt: '2026-03-04T09:30:45.000Z',
};
const labels = {
  locationId: 'Sub-Account ID',
  address: 'Street Address',
  state: 'State or Region',
};

/** A business; the answer of a write has it under a misspelled key (businesses.json, UpdateBusinessResponseDto). */
export const business = record({
  noun: 'business',
  one: ['business', 'buiseness'],
  changed: 'updatedAt',
  sample,
  labels,
});

/** The businesses of a sub-account (businesses.json, BusinessDto). */
export const businesses = record({
  noun: 'business',
  many: 'businesses',
  changed: 'updatedAt',
  sample,
  labels,
});

const oneBy = (by: unknown): JsonObject => {
  const { source, channel } = asObject(by);
  return { source, channel };
};

/** A business as `GET /businesses/` has it, out of a record of the object `business` (api#business-as-object). */
const oneShape = (found: JsonObject): JsonObject => {
  const { properties, lastUpdatedBy, id, locationId, createdBy, createdAt, updatedAt } = found;
  const by = { createdBy: oneBy(createdBy), updatedBy: oneBy(lastUpdatedBy) };
  return { ...asObject(properties), id, locationId, ...by, createdAt, updatedAt };
};

/** The businesses of a sub-account as the search of objects gives them (objects.json, RecordResponseDTO). */
export const businessRecords: RecordType = record({
  noun: 'business',
  many: 'records',
  changed: 'updatedAt',
  sample,
  labels,
  parse: (answer) => listIn(answer, businessRecords).map(oneShape),
});

/**
 * `POST /objects/{schemaKey}/records/search`: the latest change first, and so every business that is new. The document
 * requires `query` and `searchAfter` even if they are empty, and some got 400 for a cursor (api#object-search-cursor). Pages
 * reach 10,000 records (api#object-search-ceiling).
 */
export const businessSearchPages: Paging = {
  size: 100,
  reach: 10_000,
  newest: { new: 'updatedAt', changed: 'updatedAt' },
  created: 'createdAt',
  params: ({ index, size }) => ({
    page: index + 1,
    pageLimit: size,
    query: '',
    searchAfter: [],
    sort: [{ field: 'updatedAt', direction: 'desc' }],
  }),
};

/** The same list by `GET /businesses/`. */
export const businessPages = bySkip(100);

/** The businesses of a sub-account in order, which `GET /businesses/` does not have. */
export const businessesInOrder: Ordered<{ locationId: string }> = {
  route: 'POST /objects/{schemaKey}/records/search',
  request: (values) => ({ ...values, schemaKey: 'business' }),
  record: businessRecords,
  paging: businessSearchPages,
};

/** What adding contacts to a business, or removing them, answers (contacts.json, ContactsBusinessUpdateResponse). */
export const businessContacts = record({
  noun: 'bulk change',
  sample: {
    succeeded: true,
    businessId: '63771dcac1116f0e21de8e12',
    ids: ['ocQHyuzHvysMo5N5VsXc'],
  },
  labels: { ids: 'Contact IDs' },
  complete: ([{ success, ...answer } = {}], { input }) => [
    { ...answer, succeeded: success ?? true, businessId: input.businessId },
  ],
});
