import type { Contact } from '../../seed/contact.ts';
import { contacts } from '../../seed/contacts.ts';
import type { Location } from '../../state/state.ts';
import { existing } from '../records.ts';

const version = '2021-07-28' as const;

/** What reading and writing a contact takes. */
export const reading = { version, scopes: ['contacts.readonly'] };
export const writing = { version, scopes: ['contacts.write'] };

/** The contact of the path. */
export const contactOf = (location: Location, id: string): Contact =>
  existing(contacts(location).get(id), 'Contact', id);

/** Writes the contact back with a new change stamp. */
export const touch = (location: Location, contact: Contact, part: Partial<Contact>) =>
  contacts(location).set({ ...contact, ...part, dateUpdated: location.state.now() });
