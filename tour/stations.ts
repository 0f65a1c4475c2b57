import { contacts } from './contacts.ts';
import type { Station } from './station.ts';

/** Every stop of the tour, in an order in which each finds what it needs; what deletes a lot comes last. */
export const stations: Station[] = [
  ...contacts,
  { key: 'delete_contact', input: ({ result }) => ({ contactId: result('create_contact').id }) },
];
