import type { Endpoint } from '../../gateway/endpoint.ts';
import { contactAppointments } from './appointments.ts';
import { contactBusiness } from './business.ts';
import { contactCampaigns } from './campaigns.ts';
import { contactFollowers } from './followers.ts';
import { contactLists } from './lists.ts';
import { contactNotes } from './notes.ts';
import { contactRecords } from './records.ts';
import { contactSearch } from './search.ts';
import { contactTags } from './tags.ts';
import { contactTasks } from './tasks.ts';
import { contactWorkflows } from './workflows.ts';

/** Contacts and what hangs on them. */
export const contactEndpoints: Endpoint[] = [
  ...contactRecords,
  ...contactSearch,
  ...contactLists,
  ...contactTags,
  ...contactNotes,
  ...contactTasks,
  ...contactCampaigns,
  ...contactWorkflows,
  ...contactFollowers,
  ...contactBusiness,
  ...contactAppointments,
];
