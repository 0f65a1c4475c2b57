import * as zod from 'zod';

/** A record chosen from a dropdown. @param dynamic `trigger.valueKey.labelKey` */
export const chosen = (label: string, dynamic: string, helpText?: string) =>
  zod.string().meta({ label, dynamic, ...(helpText ? { helpText } : {}) });

/** A contact, by dropdown or by a search step. */
export const contactId = chosen('Contact', 'list_contact_choices.id.name').meta({
  search: 'find_contact.id',
  helpText: 'Choose a contact, map one from an earlier step, or add a “Find Contact” step.',
  altersDynamicFields: true,
});

/** A user of the sub-account. */
export const userId = chosen('User', 'list_user_choices.id.name');

/** A task of the chosen contact. */
export const taskId = chosen('Task', 'list_contact_task_choices.id.name');

/** A note of the chosen contact. */
export const noteId = chosen('Note', 'list_contact_note_choices.id.name');

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

/** A time zone by its IANA name. */
export const timezone = chosen('Time Zone', 'list_timezones.id.name');

/** A country by its two-letter code. */
export const country = chosen('Country', 'list_countries.id.name');

/** A calendar of the sub-account. */
export const calendarId = chosen('Calendar', 'list_calendars.id.name');

/** A calendar group of the sub-account. */
export const groupId = chosen('Calendar Group', 'list_calendar_groups.id.name');
