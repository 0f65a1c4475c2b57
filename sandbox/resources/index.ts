import type { Endpoint } from '../gateway/endpoint.ts';
import { associationRecords } from './associations.ts';
import { blogEndpoints } from './blogs.ts';
import { businessRecords } from './businesses.ts';
import { calendarEndpoints } from './calendars/index.ts';
import { companies } from './companies.ts';
import { contactEndpoints } from './contacts/index.ts';
import { conversationEndpoints } from './conversations/index.ts';
import { documentLists } from './documents.ts';
import { invoiceList } from './invoices.ts';
import { locationParts } from './locations/parts.ts';
import { locationRecords } from './locations/records.ts';
import { locationTasks } from './locations/tasks.ts';
import { oauth } from './oauth/endpoints.ts';
import { objectEndpoints } from './objects.ts';
import { objectWrites } from './objectWrites.ts';
import { opportunityEndpoints } from './opportunities/index.ts';
import { paymentLists } from './payments.ts';
import { relationRecords } from './relations.ts';
import { submissionLists } from './submissions.ts';
import { userLists } from './users/lists.ts';
import { userRecords } from './users/records.ts';
import { voiceAi } from './voiceAi.ts';
import { workflowLists } from './workflows.ts';

/** Every endpoint of the sandbox, by resource. */
export const endpoints: Endpoint[] = [
  ...oauth,
  ...contactEndpoints,
  ...calendarEndpoints,
  ...opportunityEndpoints,
  ...userLists,
  ...userRecords,
  ...conversationEndpoints,
  ...businessRecords,
  ...workflowLists,
  ...locationRecords,
  ...locationParts,
  ...objectEndpoints,
  ...associationRecords,
  ...relationRecords,
  ...blogEndpoints,
  ...companies,
  ...locationTasks,
  ...submissionLists,
  ...invoiceList,
  ...objectWrites,
  ...paymentLists,
  ...voiceAi,
  ...documentLists,
];
