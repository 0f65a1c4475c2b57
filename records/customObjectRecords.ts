import type { Paging } from '../lib/polling/paging.ts';
import { record } from '../lib/record.ts';
import type { JsonObject } from '../lib/values.ts';

const policy = {
  owner: ['GCs5KuzPqTls7vWclkEV'],
  followers: ['GCs5KuzPqTls7vWclkEV'],
  properties: {
    policy_number: 'POL-1000',
    carrier: 'Delta',
    yearly_limit: { currency: 'default', value: 1_000 },
    valid_until: '2027-03-31',
  },
};

/** Records of a custom object (objects.json, RecordResponseDTO). */
export const customObjectRecords = record({
  noun: 'record',
  many: 'records',
  changed: 'updatedAt',
  sample: {
    id: '661c06b4ffde146bdb469442',
    objectId: '6d6f6e676f5f6576656e7473',
    objectKey: 'custom_objects.insurance_policies',
    locationId: 've9EPM428h8vShlRW1KT',
    ...policy,
    createdBy: { channel: 'OAUTH', source: 'WEB_USER', sourceId: 'GCs5KuzPqTls7vWclkEV' },
    lastUpdatedBy: { channel: 'OAUTH', source: 'WEB_USER', sourceId: 'GCs5KuzPqTls7vWclkEV' },
    createdAt: '2026-03-02T16:04:11.000Z',
    updatedAt: '2026-03-04T09:30:45.000Z',
  },
  labels: { locationId: 'Sub-Account ID', owner: 'Owner IDs', followers: 'Follower IDs' },
  complete: (records) =>
    records.map(({ searchAfter: _, createdBy, lastUpdatedBy, ...one }) => ({
      ...one,
      createdBy: byOf(createdBy),
      lastUpdatedBy: byOf(lastUpdatedBy),
    })),
});

/** Who did it; the date of it stands in the record. */
const byOf = (by: unknown) => {
  if (typeof by !== 'object' || by === null) return null;
  const { createdAt: _, ...rest } = by as Record<string, unknown>;
  return rest;
};

/** The records page by page, in no order (objects.json requires `query` and `searchAfter` even if they are empty). */
export const objectPages: Paging = {
  size: 100,
  params: ({ index, size }) => ({ page: index + 1, pageLimit: size, query: '', searchAfter: [] }),
};

/** The same, the latest change first (api#object-search), as far as pages reach (api#object-search-ceiling). */
export const latestObjectPages: Paging = {
  size: objectPages.size,
  reach: 10_000,
  newest: { new: 'updatedAt', changed: 'updatedAt' },
  created: 'createdAt',
  params: (page) => ({
    ...objectPages.params(page),
    sort: [{ field: 'updatedAt', direction: 'desc' }],
  }),
};

/** One record as lists have it: its dates have other names there (api#single-object-record). */
export const asListed = ({ dateAdded, dateUpdated, ...one }: JsonObject): JsonObject => ({
  createdAt: dateAdded,
  updatedAt: dateUpdated,
  ...one,
});

/** One record. */
export const customObjectRecord = record({
  noun: 'record',
  one: 'record',
  sample: {
    id: '661c06b4ffde146bdb469442',
    ...policy,
    createdAt: '2026-03-02T16:04:11.000Z',
    updatedAt: '2026-03-04T09:30:45.000Z',
    warning: '“Carrier” was left out: it must be one of: Delta, Cigna (it was “Other”).',
  },
  labels: { owner: 'Owner IDs', followers: 'Follower IDs' },
  complete: (records) => records.map(asListed),
});
