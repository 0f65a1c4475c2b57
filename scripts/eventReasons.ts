/**
 * What a plain trigger knows an event by beside the id of the record, and why, in people's words; and why a quiet poll
 * makes more than one request. docs/catalog.md says it, and `npm run docs` refuses a plain trigger without a line here.
 */
const byContactChange =
  'HighLevel lists contacts by their latest change: one more request for each 100 contacts that changed since the poll before';
const allTasks =
  'HighLevel lists the tasks of a sub-account in no order and without dates, so all of them are read: one request for each 100';
const openTasks =
  'HighLevel lists the tasks of a sub-account in no order and without dates, so all open ones are read: one request for each 100';
const allOfCalendar = 'HighLevel gives all appointments of a calendar, user or group in one answer';
const byMove =
  'HighLevel’s search gives the latest moves first: one more request for each 100 since the poll before';
const newestFirst =
  'HighLevel gives the newest first: one more request for each 100 since the poll before';

/** `[what tells an event from another, how much is read]`, by the key of the trigger. */
export const eventReasons: Record<string, [knownBy: string, reading: string]> = {
  new_contact: ['the contact alone, since it is new once', newestFirst],
  contact_changed: [
    'what the chosen fields say, so that a change of another field is none; a change back is one more event',
    byContactChange,
  ],
  contact_tagged: [
    'having the tag; when a poll has seen it gone, coming back is one more event. The poll that turns the Zap on reads all contacts with the tag, or an old one would trigger as soon as somebody edits it',
    byContactChange,
  ],
  new_task: [
    'the task alone. The poll that turns the Zap on reads completed tasks too, so that one that is opened again is not new. A task that is created and completed between two polls is missed',
    openTasks,
  ],
  task_completed: [
    'being completed; when a poll has seen the task open again, completing it is one more event',
    allTasks,
  ],
  task_overdue: ['the due date, so that a task triggers once for each of them', openTasks],
  appointment_booked: [
    'the appointment alone, since moving it is no booking. Looks three years ahead',
    allOfCalendar,
  ],
  appointment_changed: [
    'being cancelled, being a no-show, or the start; the Zap remembers what was before, which HighLevel does not say. Two changes between two polls are one',
    allOfCalendar,
  ],
  appointment_starting_soon: [
    'the start, so that an appointment triggers once for each time to which it is moved',
    allOfCalendar,
  ],
  new_opportunity: [
    'the opportunity alone, if it was in the pipeline when a poll first saw it. The list of one pipeline would show what is moved into it as new, so the list of all is read',
    newestFirst,
  ],
  opportunity_stage_changed: [
    'the date of the move, which HighLevel says, so that moving there again is one more event. The stage before is what the Zap remembers. Two moves between two polls are one',
    byMove,
  ],
  opportunity_status_changed: [
    'the date of the change, which HighLevel says, so that losing it again is one more event. What is moved into the pipeline later brings no old change with it, so the list of all pipelines is read',
    'HighLevel’s search gives the latest changes first: one more request for each 100 since the poll before',
  ],
  new_message: ['the message alone: its status may change later', newestFirst],
  missed_call: [
    'having been missed. A call that still rings is no event until it has ended',
    newestFirst,
  ],
  new_voice_ai_call: [
    'the call alone',
    'HighLevel gives the newest first: one more request for each 50 since the poll before',
  ],
  new_payment: [
    'having succeeded, since a payment may be pending for weeks, and be refunded later',
    'HighLevel states no order, so the payments of the last 31 days are read: one request for each 100',
  ],
  new_order: [
    'the order alone',
    'HighLevel states no order, so the orders of the last 31 days are read: one request for each 100',
  ],
  subscription_changed: [
    'the status; a status that comes back is one more event',
    'HighLevel lists subscriptions without regard to their changes, so all of them are read: one request for each 100',
  ],
  document_signed: [
    'being signed, once for each time that the document was drafted',
    'HighLevel lists documents without regard to their changes, so all that are signed are read: one request for each 100',
  ],
  new_form_submission: [
    'the submission alone',
    'the newest are read if HighLevel gives them first, which no document promises; if it does not, those of two weeks, one request for each 100',
  ],
  new_survey_submission: [
    'the submission alone',
    'the newest are read if HighLevel gives them first, which no document promises; if it does not, those of two weeks, one request for each 100',
  ],
  invoice_changed: [
    'the status and the amount paid, so that each part payment is an event',
    'HighLevel sorts invoices by their date of issue only, so all of them are read: one request for each 100',
  ],
  custom_object_record: [
    'the record alone, or the date of its change if you choose changed records too',
    'HighLevel gives the latest change first: one more request for each 100 since the poll before',
  ],
};
