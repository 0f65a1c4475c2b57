import type { Endpoint } from '../gateway/endpoint.ts';
import { appointments } from './appointments.ts';
import { associations } from './associations.ts';
import { blogs } from './blogs.ts';
import { businesses } from './businesses.ts';
import { calendarParts } from './calendarParts.ts';
import { calendars } from './calendars.ts';
import { companies } from './companies.ts';
import { contactParts } from './contactParts.ts';
import { contactSearch } from './contactSearch.ts';
import { contacts } from './contacts.ts';
import { conversations } from './conversations.ts';
import { locations } from './locations.ts';
import { oauth } from './oauth/endpoints.ts';
import { objects } from './objects.ts';
import { opportunities } from './opportunities.ts';
import { users } from './users.ts';
import { workflows } from './workflows.ts';

/** Every endpoint of the sandbox, by resource. */
export const endpoints: Endpoint[] = [
  ...oauth,
  ...contacts,
  ...contactSearch,
  ...contactParts,
  ...calendars,
  ...appointments,
  ...calendarParts,
  ...opportunities,
  ...users,
  ...conversations,
  ...businesses,
  ...workflows,
  ...locations,
  ...objects,
  ...associations,
  ...blogs,
  ...companies,
];
