import { appointments } from './appointments.ts';
import { businesses, lastBusinesses } from './businesses.ts';
import { calendarDeletes, calendars } from './calendars.ts';
import { contacts } from './contacts.ts';
import { conversations } from './conversations.ts';
import { opportunities } from './opportunities.ts';
import { other } from './other.ts';
import type { Station } from './station.ts';
import { users } from './users.ts';
import { workflows } from './workflows.ts';

const last: Station[] = [
  ...calendarDeletes,
  ...lastBusinesses,
  { key: 'delete_contact', input: ({ result }) => ({ contactId: result('create_contact').id }) },
];

/** Every stop of the tour, in an order in which each finds what it needs; what deletes a lot comes last. */
export const stations: Station[] = [
  ...contacts,
  ...users,
  ...calendars,
  ...appointments,
  ...opportunities,
  ...conversations,
  ...businesses,
  ...workflows,
  ...other,
  ...last,
];
