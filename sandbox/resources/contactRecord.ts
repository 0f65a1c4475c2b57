import * as zod from 'zod';
import { fail } from '../gateway/errors.ts';
import { text } from '../gateway/schemas.ts';
import { type Contact, type Contacts, type CustomValue, contacts, tags } from '../seed/contacts.ts';
import { type CustomField, customFields } from '../seed/customFields.ts';
import type { Location } from '../state/state.ts';

const channel = zod.strictObject({
  status: zod.enum(['active', 'inactive', 'permanent']),
  message: zod.string().optional(),
  code: zod.string().optional(),
});

const maybe = zod.string().nullish();

/** The properties every write of a contact takes (contacts.json; class-validator lets null pass). */
export const written = {
  firstName: maybe,
  lastName: maybe,
  name: maybe,
  email: zod.email().nullish(),
  phone: text.nullish(),
  address1: maybe,
  city: maybe,
  state: maybe,
  postalCode: maybe,
  website: maybe,
  timezone: maybe,
  dnd: zod.boolean().nullish(),
  dndSettings: zod
    .strictObject({
      Call: channel.optional(),
      Email: channel.optional(),
      SMS: channel.optional(),
      WhatsApp: channel.optional(),
      GMB: channel.optional(),
      FB: channel.optional(),
    })
    .nullish(),
  inboundDndSettings: zod
    .strictObject({
      all: zod
        .strictObject({
          status: zod.enum(['active', 'inactive']),
          message: zod.string().optional(),
        })
        .optional(),
    })
    .nullish(),
  tags: zod.array(zod.string()).nullish(),
  customFields: zod.array(zod.looseObject({ id: maybe, key: maybe })).nullish(),
  source: maybe,
  dateOfBirth: maybe,
  country: maybe,
  companyName: maybe,
  assignedTo: maybe,
};

type Write = zod.output<zod.ZodObject<typeof written>> & {
  gender?: string | null | undefined;
  keyword?: string | null | undefined;
  ssn?: string | null | undefined;
  type?: string | null | undefined;
};

/** A contact without anything in it. */
export const emptyContact = (location: Location, id: string, now: number): Contact => ({
  id,
  locationId: location.id,
  firstName: null,
  lastName: null,
  email: null,
  additionalEmails: [],
  phone: null,
  companyName: null,
  address1: null,
  city: null,
  state: null,
  country: location.record.country, // filled in when absent (reality d.3, NG)
  postalCode: null,
  website: null,
  timezone: null,
  source: null,
  type: 'lead',
  gender: null,
  keyword: null,
  ssn: null,
  dateOfBirth: null,
  dnd: false,
  dndSettings: {},
  inboundDndSettings: {},
  tags: [],
  customFields: [],
  assignedTo: null,
  followers: [],
  businessId: null,
  createdBy: 'INTEGRATION',
  dateAdded: now,
  dateUpdated: now,
});

/** The contact with what was written to it. Tags are replaced as a whole (reality d.3). */
export function changed(contact: Contact, location: Location, write: Write, now: number): Contact {
  const { name, dateOfBirth, customFields: values, tags: newTags, dndSettings, ...plain } = write;
  const [first, ...rest] = (name ?? '').trim().split(/\s+/);
  const names = first ? { firstName: first, lastName: rest.join(' ') || null } : {};
  const given = Object.fromEntries(
    Object.entries({ ...names, ...plain }).filter(([, value]) => value !== undefined),
  );
  return {
    ...contact,
    ...given,
    dnd: write.dnd ?? contact.dnd,
    inboundDndSettings: write.inboundDndSettings ?? contact.inboundDndSettings,
    dndSettings: { ...contact.dndSettings, ...(dndSettings as Contact['dndSettings']) },
    ...(write.email && { email: write.email.toLowerCase() }),
    ...(write.phone && { phone: phoneNumber(write.phone) }),
    ...(dateOfBirth !== undefined && { dateOfBirth: dayOf(dateOfBirth) }),
    ...(newTags && { tags: useTags(location, newTags) }),
    ...(values && { customFields: withValues(contact.customFields, location, values) }),
    dateUpdated: now,
  };
}

/** Tags are kept in lower case, once each, and defined in the sub-account for ever (reality d.3). */
export function useTags(location: Location, names: string[]): string[] {
  const wanted = [...new Set(names.map((name) => name.trim().toLowerCase()).filter(Boolean))];
  const defined = tags(location);
  const known = new Set([...defined.values()].map(({ name }) => name));
  for (const name of wanted.filter((tag) => !known.has(tag))) {
    const id = location.state.newId();
    defined.set(id, { id, name, locationId: location.id });
  }
  return wanted;
}

/** "+1 888-888-8888" is kept as +18888888888; what holds no number is refused. */
export function phoneNumber(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  if (digits.length < 7) throw fail(422, ['phone must be a valid phone number']);
  return phone.trim().startsWith('+') || digits.length !== 10 ? `+${digits}` : `+1${digits}`;
}

/** The eight documented date formats (contacts.json, dateOfBirth). */
function dayOf(date: string | null): string | null {
  if (!date) return null;
  const [, y, m, d] = /^(\d{4})[-/._](\d{2})[-/._](\d{2})/.exec(date) ?? [];
  const [, m2, d2, y2] = /^(\d{2})[-/._](\d{2})[-/._](\d{4})$/.exec(date) ?? [];
  const day = y ? `${y}-${m}-${d}` : `${y2}-${m2}-${d2}`;
  if (Number.isNaN(Date.parse(day))) throw fail(422, ['dateOfBirth must be a valid date']);
  return day;
}

/**
 * Custom values by id or key; the value is read from `field_value` (or `fieldValue`, n8n #35392),
 * never from `value`. What does not fit is dropped without a word (reality d.0 ⚡2, d.4).
 */
function withValues(
  held: CustomValue[],
  location: Location,
  values: { id?: string | null | undefined; key?: string | null | undefined }[],
): CustomValue[] {
  const definitions = [...customFields(location).values()].filter(
    ({ model }) => model === 'contact',
  );
  const result = new Map(held.map((value) => [value.id, value]));
  for (const item of values as Record<string, unknown>[]) {
    const input = item.field_value ?? item.fieldValue;
    const key = String(item.key ?? '').replace(/^contact\./, '');
    const field = definitions.find(
      ({ id, fieldKey }) => id === item.id || fieldKey === `contact.${key}`,
    );
    if (!field || input === undefined) continue;
    if (input === '' && field.dataType !== 'DATE') result.delete(field.id);
    const value = stored(field, input);
    if (value !== undefined) result.set(field.id, { id: field.id, value });
  }
  return [...result.values()];
}

/** The value as HighLevel keeps it; undefined when it silently keeps nothing (reality d.4). */
export function stored({ dataType, picklistOptions = [] }: CustomField, input: unknown): unknown {
  if (input === '' || input === null) return undefined;
  switch (dataType) {
    case 'NUMERICAL':
    case 'MONETORY':
      return Number.isFinite(Number(input)) ? Number(input) : undefined;
    case 'CHECKBOX':
    case 'MULTIPLE_OPTIONS': {
      const chosen = [input].flat().map(String);
      const valid = chosen.filter((option) => picklistOptions.includes(option));
      return valid.length > 0 || chosen.length === 0 ? valid : undefined;
    }
    case 'SINGLE_OPTIONS':
    case 'RADIO':
      return picklistOptions.includes(String(input)) ? String(input) : undefined;
    case 'DATE':
      return /^\d{4}-\d{2}-\d{2}/.exec(String(input))?.[0];
    case 'FILE_UPLOAD':
      return undefined;
    default:
      return String(input);
  }
}

/** Refuses an e-mail or phone another contact has, unless the sub-account allows it (reality d.3). */
export function refuseDuplicate(location: Location, contact: Contact): void {
  const { allowDuplicateContact, contactUniqueIdentifiers } = location.record.settings;
  if (allowDuplicateContact) return;
  for (const field of ['email', 'phone'] as const) {
    const value = contact[field];
    if (!value || !contactUniqueIdentifiers.includes(field)) continue;
    const holder = contacts(location).holderOf(field, value);
    if (holder && holder.id !== contact.id) {
      throw fail(400, {
        statusCode: 400,
        message: 'This location does not allow duplicated contacts.',
        meta: {
          contactId: holder.id,
          contactName: nameOf(holder).toLowerCase(),
          matchingField: field,
        },
      });
    }
  }
}

/** The contact of the path. An unknown id is a 400, not a 404 (reality d.3). */
export function contactOf(location: Location, id: string): Contact {
  const contact = contacts(location).get(id);
  if (!contact) throw fail(400, `Contact with id ${id} not found`);
  return contact;
}

/** Writes the contact back with a new change stamp. */
export const touch = (store: Contacts, contact: Contact, now: number, part: Partial<Contact>) =>
  store.set({ ...contact, ...part, dateUpdated: now });

export const nameOf = ({ firstName, lastName }: Contact) =>
  [firstName, lastName].filter(Boolean).join(' ');

const iso = (ms: number) => new Date(ms).toISOString();

/** Leaves out what is null, as every answer but the search does (reality d.3 #183 #240). */
export const withoutNulls = (record: object) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));

/** As `GET /contacts/{contactId}` and the writes answer it (recorded live, NG get-contact). */
export function whole(contact: Contact): object {
  const { gender: _, dateOfBirth, createdBy, dndSettings, inboundDndSettings, ...rest } = contact;
  const { firstName, lastName, email, dateAdded, dateUpdated, followers: __, ...shown } = rest;
  return withoutNulls({
    ...shown,
    firstName,
    firstNameLowerCase: firstName?.toLowerCase() ?? null,
    lastName,
    lastNameLowerCase: lastName?.toLowerCase() ?? null,
    fullNameLowerCase: nameOf(contact).toLowerCase() || null,
    email,
    emailLowerCase: email,
    additionalEmails: contact.additionalEmails.map((address) => ({ email: address })),
    additionalPhones: [],
    dateOfBirth: dateOfBirth ? `${dateOfBirth}T00:00:00.000Z` : null,
    dndSettings: Object.keys(dndSettings).length > 0 ? dndSettings : null,
    inboundDndSettings: Object.keys(inboundDndSettings).length > 0 ? inboundDndSettings : null,
    dateAdded: iso(dateAdded),
    dateUpdated: iso(dateUpdated),
    createdBy: { source: createdBy, channel: 'OAUTH', timestamp: iso(dateAdded) },
  });
}

/** As `POST /contacts/search` answers it: nulls and all, `address`, epoch birthday, cursor (reality d.3). */
export function searched(contact: Contact, cursor: unknown[]): object {
  const { address1, gender: _, keyword: __, ssn: ___, createdBy: ____, ...shown } = contact;
  return {
    ...shown,
    phoneLabel: null,
    address: address1,
    businessName: contact.companyName?.replaceAll("'", '') ?? null,
    additionalEmails: contact.additionalEmails.map((email) => ({ email })),
    additionalPhones: [],
    firstNameLowerCase: contact.firstName?.toLowerCase() ?? null,
    lastNameLowerCase: contact.lastName?.toLowerCase() ?? null,
    contactName: nameOf(contact).toLowerCase(),
    dateOfBirth: contact.dateOfBirth ? Date.parse(contact.dateOfBirth) : null,
    validEmail: null,
    opportunities: [],
    attributionSource: {},
    lastAttributionSource: {},
    dateAdded: iso(contact.dateAdded),
    dateUpdated: iso(contact.dateUpdated),
    searchAfter: cursor,
  };
}

/** As `GET /contacts/` answers it: names in lower case, the real ones beside them (reality d.3, RR). */
export function listed(contact: Contact): object {
  const { gender: _, keyword: __, ssn: ___, createdBy: ____, ...shown } = contact;
  return {
    ...shown,
    contactName: nameOf(contact).toLowerCase(),
    firstName: contact.firstName?.toLowerCase() ?? null,
    lastName: contact.lastName?.toLowerCase() ?? null,
    firstNameRaw: contact.firstName,
    lastNameRaw: contact.lastName,
    additionalEmails: contact.additionalEmails.map((email) => ({ email })),
    dateAdded: iso(contact.dateAdded),
    dateUpdated: iso(contact.dateUpdated),
    attributions: [],
  };
}
