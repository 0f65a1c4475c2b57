import type { Paging } from '../lib/polling/paging.ts';
import { type Context, record, withLookUp } from '../lib/record.ts';
import { toDay } from '../lib/time.ts';
import { copyMembers, isObject, type JsonObject } from '../lib/values.ts';
import { customFieldOutputs, nameCustomFields } from './customFields.ts';

const uselessKeys = new Set([
  'firstNameLowerCase',
  'lastNameLowerCase',
  'fullNameLowerCase',
  'emailLowerCase',
  'businessNameLowerCase',
  'firstNameRaw',
  'lastNameRaw',
  'searchAfter',
  'sort',
  'address',
  'contactName',
  'businessName',
  'deleted',
  'bounceEmail',
  'unsubscribeEmail',
  'birthMonth',
  'birthDay',
  'lastSessionActivityAt',
]);

/** “Do Not Disturb” by channel, under the names that v3 has in lower case (api#answers-that-change-in-v3). */
const unifyChannels = (settings: unknown): unknown => {
  if (!isObject(settings)) return settings;
  const names = new Map(Object.keys(sample.dndSettings).map((name) => [name.toLowerCase(), name]));
  const entries = Object.entries(settings);
  return Object.fromEntries(
    entries.map(([name, one]) => [names.get(name.toLowerCase()) ?? name, one]),
  );
};

/**
 * A contact in the same shape from every endpoint: single record, search and list use different names
 * (api#contact-in-the-search, api#contact-in-the-list).
 */
export const unifyShape = (raw: JsonObject): JsonObject => {
  const firstName = raw.firstNameRaw ?? raw.firstName;
  const lastName = raw.lastNameRaw ?? raw.lastName;
  const full = [firstName, lastName].filter(Boolean).join(' ');
  const shape = {
    firstName: firstName ?? null,
    lastName: lastName ?? null,
    name: full || raw.name || raw.contactName || null,
    address1: raw.address1 ?? raw.address ?? null,
    dateOfBirth: toDay(raw.dateOfBirth) ?? null,
    ...('dndSettings' in raw ? { dndSettings: unifyChannels(raw.dndSettings) } : {}),
  };
  return copyMembers(shape, copyMembers(raw, {}, uselessKeys));
};

const complete = (records: JsonObject[], context: Context) =>
  withLookUp(records.map(unifyShape), context, (shaped) =>
    nameCustomFields(context.run, 'contact', shaped),
  );

const channel = { status: 'inactive', message: 'Asked by phone', code: 'P1' };

const sample = {
  id: 'ocQHyuzHvysMo5N5VsXc',
  locationId: 've9EPM428h8vShlRW1KT',
  name: 'Maria Alvarez',
  firstName: 'Maria',
  lastName: 'Alvarez',
  email: 'maria.alvarez@example.com',
  phone: '+14155550134',
  companyName: 'Alvarez Landscaping',
  type: 'lead',
  source: 'Website form',
  assignedTo: 'GCs5KuzPqTls7vWclkEV',
  address1: '410 Hayes Street',
  city: 'San Francisco',
  state: 'CA',
  country: 'US',
  postalCode: '94102',
  website: 'https://alvarez.example.com',
  timezone: 'America/Los_Angeles',
  dnd: false,
  dndSettings: {
    Call: channel,
    Email: channel,
    SMS: channel,
    WhatsApp: channel,
    GMB: channel,
    FB: channel,
  },
  inboundDndSettings: { all: { status: 'active', message: 'Asked by phone' } },
  tags: ['new lead', 'newsletter'],
  dateOfBirth: '1988-04-17',
  businessId: '641c094001436dbc2081e642',
  customFields: [{ id: 'MgobCB14YMVKuE4Ka8p1', value: 'Delta Dental' }],
  createdBy: {
    source: 'INTEGRATION',
    channel: 'OAUTH',
    timestamp: '2026-03-02T16:04:11.000Z',
  },
  dateAdded: '2026-03-02T16:04:11.000Z',
  dateUpdated: '2026-03-04T09:30:45.000Z',
};

const labels = {
  name: 'Full Name',
  address1: 'Street Address',
  state: 'State or Region',
  assignedTo: 'Assigned User ID',
  locationId: 'Sub-Account ID',
  dnd: 'Do Not Disturb',
  timezone: 'Time Zone',
  createdBy__timestamp: 'Created At',
  'customFields[]id': 'Custom Field IDs',
  'customFields[]value': 'Custom Field Values',
};

export const contactStatement = {
  noun: 'contact',
  changed: 'dateUpdated',
  sample,
  labels,
  complete,
  ...customFieldOutputs('contact'),
} as const;

/** A contact (contacts.json, GetContectByIdSchema). */
export const contact = record({ ...contactStatement, one: 'contact' });

/** Contacts as search and lists give them. */
export const contacts = record({ ...contactStatement, many: 'contacts' });

const warned = {
  ...contactStatement,
  one: 'contact',
  sample: {
    ...sample,
    warning: 'The phone number was not stored: it belongs to another contact, whose ID is …',
  },
} as const;

/** A contact after a create or update, with a warning if HighLevel did not keep something. */
export const writtenContact = record(warned);

/** A contact after an upsert, and whether it is new. */
export const upsertedContact = record({
  ...warned,
  sample: { ...warned.sample, new: true },
  labels: { ...labels, new: 'Is New' },
  complete: async (records, context) => {
    const finished = await complete(records, context);
    return finished.map((one) => ({ ...one, new: (context.answer as JsonObject).new ?? null }));
  },
});

/**
 * `POST /contacts/search`: newest first by the date that counts, then the record’s own cursor, which has no ceiling
 * of 10,000 rows as pages have (api#contact-search-cursor).
 */
export const contactPages: Paging = {
  size: 100,
  newest: { new: 'dateAdded', changed: 'dateUpdated' },
  isNarrowed: ({ query, filters }) => Boolean(query || filters),
  params: ({ index, size, changed, last }) => ({
    pageLimit: size,
    sort: [{ field: changed ? 'dateUpdated' : 'dateAdded', direction: 'desc' }],
    ...(Array.isArray(last?.searchAfter) ? { searchAfter: last.searchAfter } : { page: index + 1 }),
  }),
};

/** The same, the latest change first, even for what happens to a contact for the first time (api#change-date-of-a-contact). */
export const latestContactPages: Paging = {
  size: contactPages.size,
  newest: { new: 'dateUpdated' },
  params: (page) => contactPages.params({ ...page, changed: true }),
};
