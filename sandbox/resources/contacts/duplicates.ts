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

type Identifier = 'email' | 'phone';

/**
 * By what a contact is known, in the order in which it counts (api#duplicate-settings): what the sub-account has set,
 * or email and phone if it allows duplicates.
 */
function identifiersOf({ record: { settings } }: Location): Identifier[] {
  const { allowDuplicateContact, contactUniqueIdentifiers } = settings;
  const all: Identifier[] = ['email', 'phone'];
  if (allowDuplicateContact) return all;
  return contactUniqueIdentifiers.flatMap((name) => all.filter((one) => one === name));
}

function holderOfEmail(location: Location, email: string): Contact | undefined {
  const address = email.toLowerCase();
  return (
    contacts(location).holderOf('email', address) ??
    [...contacts(location).written()].find((one) => one.additionalEmails.includes(address))
  );
}

/** The contact that an upsert means, and what of email and phone belongs to another one (contacts.json, upsert). */
export function findMatch(
  location: Location,
  email: string | null | undefined,
  phone: string | null | undefined,
): { known: Contact | undefined; taken: Identifier[] } {
  const number = phone ? phoneNumber(phone) : undefined;
  const holders: Record<Identifier, Contact | undefined> = {
    email: email ? holderOfEmail(location, email) : undefined,
    phone: number ? contacts(location).holderOf('phone', number) : undefined,
  };
  const order = identifiersOf(location);
  const known = order.map((one) => holders[one]).find((holder) => holder !== undefined);
  return { known, taken: order.filter((one) => holders[one] && holders[one]?.id !== known?.id) };
}
