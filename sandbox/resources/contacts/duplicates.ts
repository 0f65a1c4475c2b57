import { fail } from '../../gateway/errors.ts';
import { type Contact, nameOf } from '../../seed/contact.ts';
import { contacts } from '../../seed/contacts.ts';
import type { Location } from '../../state/state.ts';
import { phoneNumber } from './write.ts';

/** Refuses an email or phone another contact has, unless the sub-account allows it (api#duplicate-contact, api#duplicate-settings). */
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

/** The contact that an upsert means: by email, then by phone; and whether the phone is another one's. */
export function findMatch(
  location: Location,
  email: string | null | undefined,
  phone: string | null | undefined,
): { known: Contact | undefined; phoneTaken: boolean } {
  const store = contacts(location);
  const address = email?.toLowerCase();
  const byEmail =
    address &&
    (store.holderOf('email', address) ??
      [...store.written()].find(({ additionalEmails }) => additionalEmails.includes(address)));
  const number = phone ? phoneNumber(phone) : undefined;
  const byPhone = number ? store.holderOf('phone', number) : undefined;
  const known = byEmail || byPhone;
  return { known, phoneTaken: byPhone !== undefined && byPhone.id !== known?.id };
}
