import { shortFingerprint } from '../../lib/polling/revision.ts';
import { idOf, type JsonObject, objectsIn } from '../../lib/values.ts';

/** The fields of a contact that can be watched, as the search names them, with what people read. */
export const watchableFields: Record<string, string> = {
  firstName: 'First Name',
  lastName: 'Last Name',
  email: 'Email',
  phone: 'Phone',
  companyName: 'Company Name',
  type: 'Contact Type',
  source: 'Source',
  assignedTo: 'Assigned User',
  tags: 'Tags',
  dnd: 'Do Not Disturb',
  address: 'Street Address',
  city: 'City',
  state: 'State or Region',
  postalCode: 'Postal Code',
  country: 'Country',
  website: 'Website',
  timezone: 'Time Zone',
  dateOfBirth: 'Date of Birth',
  businessId: 'Business',
};

/** Custom fields carry this before their id. */
export const customPrefix = 'customFields.';

const readField = (contact: JsonObject, field: string): unknown =>
  field.startsWith(customPrefix)
    ? objectsIn(contact.customFields).find((one) => idOf(one) === field.slice(customPrefix.length))
        ?.value
    : contact[field];

/** What the watched fields of a contact say, as a short text. */
export const stateOfFields = (contact: JsonObject, watched: string[]): string =>
  shortFingerprint(Object.fromEntries(watched.map((field) => [field, readField(contact, field)])));
