import * as zod from 'zod';
import { isZone } from '../lib/zones.ts';
import { countryCode } from './countries.ts';

/** A record chosen from a dropdown. @param dynamic `trigger.valueKey.labelKey` */
export const chosen = (label: string, dynamic: string, helpText?: string) =>
  zod.string().meta({ label, dynamic, ...(helpText ? { helpText } : {}) });

/** A contact, by dropdown or by a search step. */
export const contactId = chosen('Contact', 'list_contact_choices.id.name').meta({
  search: 'find_contact.id',
  helpText: 'Choose a contact, map one from an earlier step, or add a “Find Contact” step.',
  altersDynamicFields: true,
});

/** The value of the only choice in a sub-account that lists no users (api#users-of-a-sub-account); it is no user. */
export const noUsersId = 'no-users-in-this-sub-account';

/** A user of the sub-account. */
export const userId = zod
  .string()
  .refine(
    (id) => id !== noUsersId,
    'is not chosen yet: this sub-account lists no users. Type the user’s ID instead.',
  )
  .meta({ label: 'User', dynamic: 'list_user_choices.id.name' });

/** Who wrote a note. */
export const author = userId.meta({ label: 'Author' });

/** Users who follow a contact or an opportunity. */
export const followers = zod.array(userId).meta({ label: 'Followers' });

/** A task of the chosen contact. */
export const taskId = chosen('Task', 'list_contact_task_choices.id.name');

/** A note of the chosen contact. */
export const noteId = chosen('Note', 'list_contact_note_choices.id.name');

/** A form of the sub-account. */
export const formId = chosen('Form', 'list_form_choices.id.name');

/** A business (company record) of the sub-account. */
export const businessId = chosen('Business', 'list_businesses.id.name');

/** A campaign of the sub-account. */
export const campaignId = chosen('Campaign', 'list_campaigns.id.name');

/** A workflow of the sub-account; drafts are marked. */
export const workflowId = chosen('Workflow', 'list_workflow_choices.id.name');

/** Tags: HighLevel knows them by their names, in lower case; new names become new tags. */
export const tags = zod.array(zod.string()).meta({
  label: 'Tags',
  dynamic: 'list_tags.name.name',
  helpText: 'Choose tags, or type new ones: HighLevel creates a tag that does not exist yet.',
});

/** Tags as contacts have them: in lower case, whatever a person writes (api#tag-names). */
export const tagsOfContacts = zod
  .array(zod.string().transform((tag) => tag.trim().toLowerCase()))
  .meta({ label: 'Tags', dynamic: 'list_tags.name.name' });

/** A time zone by its IANA name. */
export const timezone = chosen('Time Zone', 'list_timezones.id.name');

/** A time zone in which times are asked for: HighLevel answers a name that is none with 500. */
export const askedZone = timezone
  .refine(isZone, 'must be a time zone, for example America/New_York.')
  .meta({ label: 'Time Zone', dynamic: 'list_timezones.id.name' });

/** A country by its two-letter code. */
export const country = zod
  .string()
  .transform(countryCode)
  .meta({ label: 'Country', dynamic: 'list_countries.id.name' });

/** A calendar of the sub-account. */
export const calendarId = chosen('Calendar', 'list_calendars.id.name');

/** A calendar group of the sub-account. */
export const groupId = chosen('Calendar Group', 'list_calendar_groups.id.name');

/** An opportunity of the sub-account. */
export const opportunityId = chosen('Opportunity', 'list_opportunity_choices.id.name');

/** A pipeline of the sub-account. */
export const pipelineId = chosen('Pipeline', 'list_pipelines.id.name').meta({
  altersDynamicFields: true,
});

/** A stage of the chosen pipeline. */
export const pipelineStageId = chosen('Stage', 'list_pipeline_stages.id.name').meta({
  dependsOn: ['pipelineId'],
});

/** Why an opportunity was lost: one of the sub-account’s reasons. */
export const lostReasonId = chosen('Lost Reason', 'list_lost_reasons.id.name');

/** Any sub-account of the agency, or the connected one; for operations on the sub-account itself. */
export const subAccountId = chosen('Sub-Account', 'list_locations.id.name');

/** A snapshot of the agency. */
export const snapshotId = chosen('Snapshot', 'list_snapshot_choices.id.name');

/** An association: which kinds of records can be related, and what each side is called. */
export const associationId = chosen('Association', 'find_associations.id.name').meta({
  altersDynamicFields: true,
});

/** A kind of record by its key: contact, opportunity, business, or `custom_objects.…`. */
export const objectKey = chosen('Object', 'list_object_choices.id.name').meta({
  altersDynamicFields: true,
});

/** A record of the chosen object. */
export const recordId = chosen('Record', 'list_record_choices.id.name').meta({
  altersDynamicFields: true,
});

/** A blog site of the sub-account. */
export const blogId = chosen('Blog Site', 'list_blogs.id.name').meta({ altersDynamicFields: true });

/** A post of the chosen blog site. */
export const blogPostId = chosen('Blog Post', 'list_blog_posts.id.title');

/** A blog author of the sub-account. */
export const blogAuthorId = chosen('Author', 'list_blog_authors.id.name');

/** A blog category of the sub-account. */
export const blogCategoryId = chosen('Category', 'list_blog_categories.id.label');

/** A field that only helps people choose another one below it; never sent. */
export const onlyToChoose = (field: zod.ZodType<string>, helpText: string) =>
  field
    .optional()
    .transform(() => undefined)
    .meta({ helpText });

/** Fills the list of appointments below it, because HighLevel lists appointments by calendar alone (api#owner-of-events). */
export const listCalendarId = onlyToChoose(
  calendarId.meta({ altersDynamicFields: true }),
  'Fills the list of appointments below. Not needed if you map the appointment from an earlier step.',
);

/** An appointment of the calendar in `listCalendarId`, from a month ago to a year ahead. */
export const appointmentId = chosen(
  'Appointment',
  'list_appointment_choices.id.name',
  'Choose an appointment of the calendar above, or map an ID from an earlier step. For a whole series, map its “Master Event ID”.',
).meta({ altersDynamicFields: true });

/** A note of the chosen appointment. */
export const appointmentNoteId = chosen('Note', 'list_appointment_note_choices.id.name');

/** A member of the team of the chosen calendar; any user if the calendar has no team. */
export const calendarUserId = chosen('Assigned User', 'list_calendar_user_choices.id.name');

/** A notification of the chosen calendar. */
export const notificationId = chosen('Notification', 'list_calendar_notification_choices.id.name');

/** A room or a piece of equipment, of the kind chosen as `resourceType`. */
export const resourceId = chosen('Resource', 'list_calendar_resources.id.name');

/** A conversation of the sub-account, by its contact and its last message. */
export const conversationId = chosen('Conversation', 'list_conversation_choices.id.name').meta({
  altersDynamicFields: true,
});

/** Fills the list of messages below it, because HighLevel lists messages by conversation alone. */
export const listConversationId = onlyToChoose(
  conversationId,
  'Fills the list of messages below. Not needed if you map the message from an earlier step.',
);

/** A message of the chosen conversation. */
export const messageId = chosen('Message', 'list_message_choices.id.name');

/** A call of the chosen conversation, by the id of its message. */
export const callId = chosen('Call', 'list_call_choices.id.name');

/** An email of the chosen conversation; a message of type email may hold several. */
export const emailMessageId = chosen('Email', 'list_email_choices.id.name');
