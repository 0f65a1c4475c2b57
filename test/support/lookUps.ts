import { addition, family, v1, v2 } from './addition.ts';
import type { Addition } from './additions.ts';

const contacts = family(v1, 'contacts.readonly');
const calendars = family(v2, 'calendars.readonly');
const events = family(v2, 'calendars/events.readonly');
const opportunities = family(v1, 'opportunities.readonly');
const conversations = family(v2, 'conversations.readonly');
const messages = family(v2, 'conversations/message.readonly');
const businesses = family(v1, 'businesses.readonly');
const associations = family(v1, 'associations.readonly');

const find = addition('search');
const make = addition('create');

const calls = '/conversations/locations/{locationId}/messages/{messageId}/transcription';

/** The searches beyond the catalog, in the order of searches/index.ts, and what makes the rest of a “Find or Create”. */
export const lookUps: Addition[] = [
  find('Find Contacts', 'Contacts', 'POST /contacts/search', contacts),
  find('Find Contact by ID', 'Contacts', 'GET /contacts/{contactId}', contacts),
  find('Find Task by ID', 'Contacts', 'GET /contacts/{contactId}/tasks/{taskId}', contacts),
  find('Find Note by ID', 'Contacts', 'GET /contacts/{contactId}/notes/{id}', contacts),
  find(
    'Find Task',
    'Contacts',
    'POST /locations/{locationId}/tasks/search',
    family(v1, 'locations/tasks.readonly'),
  ),
  find('Find Note', 'Contacts', 'GET /contacts/{contactId}/notes', contacts),
  find(
    'Find Tag',
    'Contacts',
    'GET /locations/{locationId}/tags',
    family(v1, 'locations/tags.readonly'),
  ),
  find(
    'Find Free Slots',
    'Calendars & Appointments',
    'GET /calendars/{calendarId}/free-slots',
    calendars,
  ),
  find('Find Appointment', 'Calendars & Appointments', 'GET /calendars/events', events),
  find('Find Calendar', 'Calendars & Appointments', 'GET /calendars/', calendars),
  find(
    'Find Appointment by ID',
    'Calendars & Appointments',
    'GET /calendars/events/appointments/{eventId}',
    events,
  ),
  find('Find Calendar by ID', 'Calendars & Appointments', 'GET /calendars/{calendarId}', calendars),
  find(
    'Find Calendar Notification by ID',
    'Calendars & Appointments',
    'GET /calendars/{calendarId}/notifications/{notificationId}',
    events,
  ),
  find(
    'Find Calendar Resource by ID',
    'Calendars & Appointments',
    'GET /calendars/resources/{resourceType}/{id}',
    family(v2, 'calendars/resources.readonly'),
  ),
  find('Find Opportunity', 'Opportunities', 'POST /opportunities/search', opportunities),
  find('Find Pipeline Stage', 'Opportunities', 'GET /opportunities/pipelines', opportunities),
  find('Find Opportunity by ID', 'Opportunities', 'GET /opportunities/{id}', opportunities),
  find('Find User', 'Users', 'GET /users/', family(v1, 'users.readonly')),
  find('Find User by ID', 'Users', 'GET /users/{userId}', {
    ...family(v1, 'users.readonly'),
    token: 'either',
  }),
  find('Find Conversation', 'Conversations & Messages', 'GET /conversations/search', conversations),
  find(
    'Find Messages',
    'Conversations & Messages',
    'GET /conversations/{conversationId}/messages',
    messages,
  ),
  find(
    'Find Conversation by ID',
    'Conversations & Messages',
    'GET /conversations/{conversationId}',
    conversations,
  ),
  find(
    'Find Message by ID',
    'Conversations & Messages',
    'GET /conversations/messages/{id}',
    messages,
  ),
  find(
    'Find Email by ID',
    'Conversations & Messages',
    'GET /conversations/messages/email/{id}',
    messages,
  ),
  find(
    'Find Call Recording',
    'Conversations & Messages',
    'GET /conversations/messages/{messageId}/locations/{locationId}/recording',
    messages,
  ),
  find('Find Call Transcription', 'Conversations & Messages', `GET ${calls}`, messages),
  find(
    'Find Call Transcription File',
    'Conversations & Messages',
    `GET ${calls}/download`,
    messages,
  ),
  find('Find Business', 'Businesses', 'GET /businesses/', businesses),
  find('Find Business by ID', 'Businesses', 'GET /businesses/{businessId}', businesses),
  find(
    'Find Workflow',
    'Workflows & Campaigns',
    'GET /workflows/',
    family(v1, 'workflows.readonly'),
  ),
  find(
    'Find Custom Field',
    'Other Operations',
    'GET /locations/{locationId}/customFields',
    family(v1, 'locations/customFields.readonly'),
  ),
  find('Find Company', 'Other Operations', 'GET /companies/{companyId}', {
    ...family(v1, 'companies.readonly'),
    token: 'agency',
  }),
  find(
    'Find Association by ID',
    'Other Operations',
    'GET /associations/{associationId}',
    associations,
  ),
  find(
    'Find Association by Key',
    'Other Operations',
    'GET /associations/key/{key_name}',
    associations,
  ),
  find(
    'Find Relations',
    'Other Operations',
    'GET /associations/relations/{recordId}',
    family(v1, 'associations/relation.readonly'),
  ),
  find(
    'Find Custom Object Record',
    'Custom Objects',
    'POST /objects/{schemaKey}/records/search',
    family(v1, 'objects/record.readonly'),
  ),
  find('Find Invoice', 'Invoices', 'GET /invoices/', family(v1, 'invoices.readonly')),
  find(
    'Find Form Submission',
    'Forms & Surveys',
    'GET /forms/submissions',
    family(v1, 'forms.readonly'),
  ),
  make(
    'Create Tag',
    'Contacts',
    'POST /locations/{locationId}/tags',
    family(v1, 'locations/tags.write'),
  ),
  make(
    'Create Custom Object Record',
    'Custom Objects',
    'POST /objects/{schemaKey}/records',
    family(v1, 'objects/record.write'),
  ),
];

/** Of conversations: after the actions with messages. */
export const createConversation = make(
  'Create Conversation',
  'Conversations & Messages',
  'POST /conversations/',
  family(v2, 'conversations.write'),
);
