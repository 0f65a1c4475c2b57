/** A known error of HighLevel's documents: where they and the real API differ, and how we know. */
export interface Exception {
  /** The document's endpoint. */
  route: string;
  side: 'request' | 'answer';
  /** Part of the finding's text. */
  what: string;
  reason: string;
}

/** An answer whose record or list of records the document shows without its wrapper; each record is then checked. */
export interface Wrapper {
  route: string;
  /** Where the answer holds what the document shows; without it the answer itself is the list. */
  key?: string;
  list?: boolean;
  reason: string;
}

const each = (routes: string[], exception: Omit<Exception, 'route'>): Exception[] =>
  routes.map((route) => ({ route, ...exception }));

const answers = (
  reason: string,
  findings: Record<string, string[]>,
  side: Exception['side'] = 'answer',
): Exception[] =>
  Object.entries(findings).flatMap(([route, texts]) =>
    texts.map((what) => ({ route, side, what, reason })),
  );

const userRoutes = [
  'GET /users/',
  'GET /users/search',
  'GET /users/{userId}',
  'POST /users/',
  'POST /users/search/filter-by-email',
  'PUT /users/{userId}',
];

const relationRoutes = [
  'GET /associations/relations/{recordId}',
  'POST /associations/relations',
  'DELETE /associations/relations/{relationId}',
];

/** Findings that are the document's mistake. One that is no longer needed fails the run. */
export const exceptions: Exception[] = [
  ...answers('The document’s own example shows objects.', {
    'POST /contacts/bulk/tags/update/{type}': ['/responses/* must be string, not object'],
  }),
  ...each(
    [
      'GET /contacts/{contactId}/notes',
      'GET /contacts/{contactId}/notes/{id}',
      'POST /contacts/{contactId}/notes',
      'PUT /contacts/{contactId}/notes/{id}',
    ],
    {
      side: 'answer',
      what: 'userId must be string, not null',
      reason: 'Recorded live: userId is null for a note of the API (api#notes).',
    },
  ),
  ...each(
    [
      'GET /contacts/',
      'GET /contacts/business/{businessId}',
      'GET /contacts/{contactId}',
      'POST /contacts/',
      'POST /contacts/upsert',
      'PUT /contacts/{contactId}',
    ],
    {
      side: 'answer',
      what: '/customFields/*/value must be string, not',
      reason:
        'Values of numbers and checkboxes are numbers and lists: the document’s own requests take them so (field_value).',
    },
  ),
  ...answers(
    'Accepted live, 200 (api#company-name-on-update).',
    { 'PUT /contacts/{contactId}': ['/companyName must NOT have additional properties'] },
    'request',
  ),
  ...each(['GET /contacts/', 'GET /contacts/business/{businessId}'], {
    side: 'answer',
    what: 'must be string, not null',
    reason:
      'Lists hold null for what a contact does not have, as the search was recorded (api#absent-instead-of-null).',
  }),
  ...each(userRoutes, {
    side: 'answer',
    what: 'scopes must be',
    reason:
      'Recorded live: scopes are a list (api#user-record), as in the document’s requests; its answers say one of its values.',
  }),
  ...answers('Recorded live: {} where a calendar has no hours (api#empty-opening-hours).', {
    'GET /calendars/': ['/openHours must be array, not object'],
  }),
  ...answers('Recorded live: { message, calendar } (api#calendar-delete).', {
    'DELETE /calendars/{calendarId}': ["must have required property 'success'"],
  }),
  ...answers('The map by day carries the traceId of every answer (api#free-slots).', {
    'GET /calendars/{calendarId}/free-slots': ['/traceId must be object, not string'],
  }),
  ...answers(
    'The document takes the shape of appointments; what it answers to the making of a block has none of these.',
    {
      'GET /calendars/blocked-slots': [
        'calendarId',
        'contactId',
        'groupId',
        'appointmentStatus',
        'assignedUserId',
        'users',
      ].map((name) => `/events/* must have required property '${name}'`),
    },
  ),
  ...answers(
    'Required, and not allowed beside a user, by the document’s own description (api#owner-of-a-block).',
    {
      'POST /calendars/events/block-slots': ["must have required property 'calendarId'"],
      'PUT /calendars/events/block-slots/{eventId}': ["must have required property 'calendarId'"],
    },
    'request',
  ),
  ...answers(
    'Recorded live: null for what a contact does not have (api#nulls-of-a-conversation).',
    {
      'GET /conversations/search': [
        '/conversations/*/email must be string, not null',
        '/conversations/*/phone must be string, not null',
      ],
    },
  ),
  ...answers(
    'The options of a list of text boxes are boxes with an ID (api#file-and-list-values).',
    {
      'GET /locations/{locationId}/customFields': [
        '/customFields/*/picklistOptions/* must be string, not object',
      ],
    },
  ),
  ...answers('Recorded live: the first, empty conversation says so (api#first-conversation).', {
    'GET /conversations/search': [
      '/conversations/*/lastMessageType must be equal to one of the allowed values',
    ],
  }),
  ...answers(
    'Several are separated by commas, as the document’s own description and example have it.',
    {
      'GET /conversations/{conversationId}/messages': [
        '/query/type must be equal to one of the allowed values',
      ],
    },
    'request',
  ),
  ...answers('By the document’s own description: null if there are no more.', {
    'GET /conversations/messages/export': ['/nextCursor must be string, not null'],
  }),
  ...answers(
    'The document leaves it out, but HighLevel wants it (api#payments-and-invoices).',
    { 'GET /payments/orders': ['/query/altType must NOT have additional properties'] },
    'request',
  ),
  ...answers('The document’s own example shows objects, for items and contacts.', {
    'GET /invoices/': ['/invoices/*/invoiceItems/* must be string, not object'],
  }),
  ...answers(
    'By the document’s own description: several are separated by commas.',
    {
      'GET /proposals/document': ['/query/status must be equal to one of the allowed values'],
    },
    'request',
  ),
  ...answers(
    'The token, which every request has; what is recorded here leaves it out.',
    { 'GET /proposals/document': ["/header must have required property 'authorization'"] },
    'request',
  ),
  ...answers('Recorded live: an activity has no content type (api#activities-among-messages).', {
    'GET /conversations/messages/export': ["/messages/* must have required property 'contentType'"],
    'GET /conversations/{conversationId}/messages': [
      "/messages/* must have required property 'contentType'",
    ],
  }),
  ...answers(
    'Recorded live: the search has null where there is nothing (api#opportunity-in-the-search).',
    {
      'GET /opportunities/search': [
        '/assignedTo must be string, not null',
        '/contact/companyName must be string, not null',
        '/contact/email must be string, not null',
        '/contact/phone must be string, not null',
        '/forecastProbability must be number, not null',
        '/lostReasonId must be string, not null',
        '/source must be string, not null',
      ],
    },
  ),
  ...answers(
    'The search names values by type: fieldValueString and so on (api#custom-value-shapes).',
    {
      'GET /opportunities/search': ["/customFields/* must have required property 'fieldValue'"],
    },
  ),
  ...answers(
    'The document leaves them out and refers to a page of HighLevel’s, which has them (api#opportunity-search, api#object-search).',
    {
      'POST /opportunities/search': [
        '/filters must NOT have additional properties',
        '/sort must NOT have additional properties',
      ],
      'POST /objects/{schemaKey}/records/search': ['/sort must NOT have additional properties'],
    },
    'request',
  ),
  ...answers('The document’s own example shows objects.', {
    'GET /invoices/': ['/invoices/*/invoiceItems/* must be string, not object'],
    'GET /medias/files': ['/files/* must be string, not object'],
    'POST /invoices/': ['/invoiceItems/* must be string, not object'],
    'POST /invoices/{invoiceId}/send': ['/invoice/invoiceItems/* must be string, not object'],
    'POST /invoices/{invoiceId}/record-payment': [
      '/invoice/invoiceItems/* must be string, not object',
    ],
  }),
  ...answers('Recorded live: 201 (api#opportunity-search).', {
    'POST /opportunities/search': ['status 201, not 200'],
  }),
  ...answers(
    'Not documented, but HighLevel refuses a field to choose from without them (api#custom-field-definitions).',
    {
      'POST /locations/{locationId}/customFields': ['/options must NOT have additional properties'],
    },
    'request',
  ),
  ...answers('Seen live by others: 201 (api#uploading-a-file).', {
    'POST /forms/upload-custom-files': ['status 201, not 200'],
  }),
  ...answers('Recorded live: only ids come back (api#queued-messages).', {
    'POST /conversations/messages': ["must have required property 'status'"],
  }),
  ...answers(
    'Required by the document, not by the API (api#queued-messages).',
    {
      'POST /conversations/messages': ['status', 'subType'].map(
        (name) => `must have required property '${name}'`,
      ),
    },
    'request',
  ),
  ...answers(
    'Wanted only for a payment by them (api#recording-a-payment).',
    {
      'POST /invoices/{invoiceId}/record-payment': ['card', 'cheque'].map(
        (name) => `must have required property '${name}'`,
      ),
    },
    'request',
  ),
  ...answers('The document requires a `name` that it does not have; it has a `label`.', {
    'GET /blogs/categories': ["/categories/* must have required property 'name'"],
  }),
  ...relationRoutes.flatMap((route) =>
    ['key', 'associationType', 'firstObjectLabel', 'secondObjectLabel'].map(
      (name): Exception => ({
        route,
        side: 'answer',
        what: `must have required property '${name}'`,
        reason:
          'The document shows an association, in which the record ids of the relation have no place.',
      }),
    ),
  ),
];

/** Where the answer holds a record in a wrapper, or a list, and the document shows one bare record. */
export const wrappers: Wrapper[] = [
  {
    route: 'GET /conversations/messages/{id}',
    key: 'message',
    reason: 'Recorded live (api#single-message).',
  },
  {
    route: 'GET /conversations/{conversationId}/messages',
    key: 'messages',
    reason: 'Double-nested (api#nested-messages).',
  },
  {
    route: 'GET /conversations/locations/{locationId}/messages/{messageId}/transcription',
    list: true,
    reason: 'An array of sentences (api#transcriptions).',
  },
  {
    route: 'GET /associations/',
    key: 'associations',
    list: true,
    reason: 'An endpoint with skip and limit gives a list.',
  },
  {
    route: 'GET /associations/objectKey/{objectKey}',
    key: 'associations',
    list: true,
    reason: 'An object has as many associations as one likes.',
  },
  {
    route: 'GET /associations/relations/{recordId}',
    key: 'relations',
    list: true,
    reason: 'An endpoint with skip and limit gives a list.',
  },
];

/** Endpoints of the catalog that are called only if HighLevel refuses another one. By operation. */
export const fallbacks: Record<string, string[]> = {
  // Comes in no order; test/triggers/businesses/list_businesses.test.ts has the refusals.
  list_businesses: ['GET /businesses/'],
};

const paging = 'The app pages by itself.';

/** Parameters that no form shows because the machinery fills them in. */
export const machinery: Record<string, string> = {
  skip: paging,
  limit: paging,
  startAfter: paging,
  startAfterId: paging,
  startAfterDate: paging,
};

const byId = { 'customFields.key': 'The id is enough, and stays when the field is renamed.' };
const notices = 'Deprecated by the document; calendar notifications have operations of their own.';
const oldPlace = 'Deprecated and read-only by the document; locationConfigurations say the same.';
const deprecatedInCalendars = {
  notifications: notices,
  'notifications.type': notices,
  'notifications.shouldSendToContact': notices,
  'notifications.shouldSendToGuest': notices,
  'notifications.shouldSendToUser': notices,
  'notifications.shouldSendToSelectedUsers': notices,
  'notifications.selectedUsers': notices,
  meetingLocation: oldPlace,
  'teamMembers.meetingLocation': oldPlace,
  'teamMembers.meetingLocationType': oldPlace,
};

/** Routes of which v3 alone takes something, so that a form with all fields goes out in v3, whatever the family speaks. */
export const newInV3: string[] = [
  'DELETE /calendars/services/bookings/{bookingId}',
  'GET /blogs/posts/all',
  'GET /calendars/services/bookings',
  'GET /calendars/services/catalog',
  'GET /calendars/services/locations',
  'POST /calendars/services/bookings',
  'POST /opportunities/',
  'POST /opportunities/upsert',
  'PUT /opportunities/{id}',
];

/** What v3 takes in two spellings, of which the app sends the newer one. By operation. */
export const oldSpellings: Record<string, Record<string, string>> = {
  create_contact: { 'customFields.field_value': 'Deprecated by the document: fieldValue.' },
  update_contact: { 'customFields.field_value': 'Deprecated by the document: fieldValue.' },
  upsert_contact: { 'customFields.field_value': 'Deprecated by the document: fieldValue.' },
};
const otherChannels = 'Of another channel, which has an operation of its own.';
const texts = {
  ...Object.fromEntries(
    [
      ...['emailFrom', 'emailTo', 'emailCc', 'emailBcc', 'emailReplyMode', 'html', 'subject'],
      ...['replyMessageId', 'customSubtypeId', 'conversationProviderId'],
    ].map((name) => [name, otherChannels]),
  ),
};
const without = (all: Record<string, string>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== name));

const rarely = 'Not asked for yet: “API Request” has it.';
const seldomSent = Object.fromEntries(
  [
    ...['subType', 'status', 'appointmentId', 'templateId', 'threadId', 'toNumber', 'fromNumber'],
    ...['usesNativeSchedulingAi', 'optimizationPeriod', 'customSubtypeId', 'forward'],
    ...[
      ...['isForwarded', 'forwardWholeThread', 'messageId', 'emailMessageId', 'toEmail'],
      ...['sourceContactId', 'sourceConversationId', 'recipientContactId'],
      'recipientConversationId',
    ].map((name) => `forward.${name}`),
  ].map((name) => [name, rarely]),
);

/** Documented parameters and properties that the form does not reach, with the reason. By operation. */
export const unreachable: Record<string, Record<string, string>> = {
  create_contact: byId,
  update_contact: byId,
  upsert_contact: byId,
  create_opportunity: byId,
  update_opportunity: byId,
  create_calendar: deprecatedInCalendars,
  update_calendar: deprecatedInCalendars,
  search_conversations: {
    sortScoreProfile: 'Counts only when sorted by score; a trigger needs the newest first.',
  },
  add_inbound_message: Object.fromEntries(
    [
      ...['attachments', 'subject', 'emailFrom', 'emailTo', 'emailCc', 'emailBcc'],
      ...['emailMessageId', 'altId', 'date', 'call', 'call.to', 'call.from', 'call.status'],
    ].map((name) => [name, rarely]),
  ),
  mark_conversation: { feedback: rarely },
  send_sms: without({ ...seldomSent, ...texts }, 'fromNumber'),
  send_whatsapp: { ...seldomSent, ...texts },
  send_message: without({ ...seldomSent, ...texts }, 'conversationProviderId'),
  send_email: { ...seldomSent, message: otherChannels, conversationProviderId: otherChannels },
  update_user: { email: 'Deprecated: “no longer supported due to security reasons”.' },
};

/** Where a sample is not the documented answer because the app gives people something plainer. */
export const reshaped: Record<string, string> = {
  '/openHours/* must have': 'One flat row per day and stretch of time, as the form takes them.',
  '/availabilities/* must have': 'One flat row per date and stretch of time.',
  'get_message_transcription: ':
    'The answer is the list of sentences; the app gives one text, too.',
  "/data/* must have required property 'alt": 'The sub-account, which every record repeats.',
  'invoice_changed: ': 'The contact in one level, without what is on the invoice.',
  'document_signed: ': 'In one level, without the contents of the document.',
  'custom_object_record: ': 'Without the cursor, and each date once.',
  'new_voice_ai_call: ': 'Without what the agent did in technical terms.',
  '/status must be equal to one of the allowed values (delivered, failed':
    'HighLevel says nothing yet: the app says “queued”, or “scheduled”.',
  'get_free_slots: ': 'The answer is a map by day; a trigger gives one record per slot.',
  "/conversations/* must have required property 'fullName'":
    'Capitalised wrongly (api#conversation-names); contactName has the name.',
  'find_invoice: ': 'The contact in one level; what concerns only the printed invoice is left out.',
  'find_free_slots: ': 'As get_free_slots, with a text for each slot.',
  'find_call_transcription: ': 'As get_message_transcription.',
  'find_custom_object_record: ': 'The cursor, and dates that the record itself has, are left out.',
  'create_custom_object_record: ':
    'The dates have the names that they have in the search (api#single-object-record).',
  'update_custom_object_record: ': 'As create_custom_object_record.',
  'create_and_send_invoice: ': 'As find_invoice.',
  'record_payment: ': 'As find_invoice.',
};

/** What the app adds to records: keys of samples that no answer has and no document names. */
export const added: Record<string, string> = {
  error: 'Of a message that is sent: what HighLevel says later of its delivery.',
  scheduledFor: 'Of a message that is sent: when it goes out.',
  warning: 'Only where HighLevel dropped something without saying so.',
  formerStageId: 'What the stage was when a poll saw the opportunity before.',
  formerStageName: 'The name of that stage.',
  formerStatus: 'What the status was when a poll saw the subscription before.',
  formerStartTime: 'What the start was when a poll saw the appointment before.',
};

/** Output fields whose values have the type that the custom field has. */
export const mixed = ['customFields[]value', 'customFields[]fieldValue', 'picklistOptions'];
