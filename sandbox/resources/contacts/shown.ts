import type { Generation } from '../../gateway/generations.ts';
import { type Contact, type CustomValue, nameOf } from '../../seed/contact.ts';
import { customFields } from '../../seed/customFields.ts';
import type { Location } from '../../state/state.ts';
import { iso, withoutNulls } from '../records.ts';
import { channelsInV3 } from './schema.ts';

/** As `GET /contacts/{contactId}` and the writes answer it (api#contact-after-a-create). */
export function wholeContact(contact: Contact, generation: Generation = 'classic'): object {
  const { gender: _, dateOfBirth, createdBy, dndSettings, inboundDndSettings, ...rest } = contact;
  const channels = generation === 'v3' ? channelsInV3(dndSettings) : dndSettings;
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
    dndSettings: Object.keys(dndSettings).length > 0 ? channels : null,
    inboundDndSettings: Object.keys(inboundDndSettings).length > 0 ? inboundDndSettings : null,
    dateAdded: iso(dateAdded),
    dateUpdated: iso(dateUpdated),
    createdBy: { source: createdBy, channel: 'OAUTH', timestamp: iso(dateAdded) },
  });
}

/** Days as some answers give them: in milliseconds, at midnight in UTC (api#date-fields). */
const withMilliseconds = ({ id, value }: CustomValue, location: Location): CustomValue => ({
  id,
  value: customFields(location).get(id)?.dataType === 'DATE' ? Date.parse(String(value)) : value,
});

/**
 * As `POST /contacts/search` answers it: nulls and all, `address`, epoch birthday, cursor (api#contact-in-the-search).
 */
export function foundContact(contact: Contact, cursor: unknown[], location: Location): object {
  const { address1, gender: _, keyword: __, ssn: ___, createdBy: ____, ...shown } = contact;
  return {
    ...shown,
    customFields: contact.customFields.map((value) => withMilliseconds(value, location)),
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

/** As `GET /contacts/` answers it: names in lower case, the real ones next to them (api#contact-in-the-list). */
export function listedContact(contact: Contact): object {
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
