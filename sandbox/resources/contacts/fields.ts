import { type Contact, nameOf } from '../../seed/contact.ts';

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

type Reader = (contact: Contact) => unknown;

/** Fields that the search knows by another name than a contact has them. */
const ALIASES: Record<string, Reader> = {
  contactName: nameOf,
  fullNameLowerCase: nameOf,
  firstNameLowerCase: ({ firstName }) => firstName,
  lastNameLowerCase: ({ lastName }) => lastName,
  address: ({ address1 }) => address1,
  businessName: ({ companyName }) => companyName,
  dateOfBirth: ({ dateOfBirth }) => (dateOfBirth ? Date.parse(dateOfBirth) : null),
};

const PREFIX = 'customFields.';

/** How to read a field under the name the search knows it by; custom fields by id, not by name (api#custom-field-filters). */
export function readerOf(field: string): Reader {
  if (field.startsWith(PREFIX)) {
    const id = field.slice(PREFIX.length);
    return (contact) => contact.customFields.find((value) => value.id === id)?.value;
  }
  const alias = Object.hasOwn(ALIASES, field) ? ALIASES[field] : undefined;
  if (alias) return alias;
  return FIELDS.has(field) ? (contact) => contact[field as keyof Contact] : () => undefined;
}
