import type { Trigger } from 'zapier-platform-core';
import type { Catalog } from '../lib/register.ts';
import listBusinesses from './businesses/list_businesses.ts';
import getContact from './contacts/get_contact.ts';
import getContactAppointments from './contacts/get_contact_appointments.ts';
import getContactNote from './contacts/get_contact_note.ts';
import getContactNotes from './contacts/get_contact_notes.ts';
import getContactTask from './contacts/get_contact_task.ts';
import getContactTasks from './contacts/get_contact_tasks.ts';
import getContactsByBusiness from './contacts/get_contacts_by_business.ts';
import getDuplicateContact from './contacts/get_duplicate_contact.ts';
import listContacts from './contacts/list_contacts.ts';
import searchContacts from './contacts/search_contacts.ts';
import listContactChoices from './dropdowns/list_contact_choices.ts';
import listContactFilterFields from './dropdowns/list_contact_filter_fields.ts';
import listContactNoteChoices from './dropdowns/list_contact_note_choices.ts';
import listContactTaskChoices from './dropdowns/list_contact_task_choices.ts';
import listCountries from './dropdowns/list_countries.ts';
import listSubAccounts from './dropdowns/list_sub_accounts.ts';
import listTags from './dropdowns/list_tags.ts';
import listTimezones from './dropdowns/list_timezones.ts';
import listUserChoices from './dropdowns/list_user_choices.ts';
import listWorkflowChoices from './dropdowns/list_workflow_choices.ts';
import listCampaigns from './workflows/list_campaigns.ts';

/** The triggers, by category as people see them. A new trigger is one import and one line here. */
export const triggers: Catalog<Trigger> = {
  Contacts: [
    getContact,
    searchContacts,
    getContactsByBusiness,
    getDuplicateContact,
    getContactAppointments,
    getContactTasks,
    getContactTask,
    getContactNotes,
    getContactNote,
    listContacts,
  ],
  Businesses: [listBusinesses],
  'Workflows & Campaigns': [listCampaigns],
  Dropdowns: [
    listContactChoices,
    listContactFilterFields,
    listContactNoteChoices,
    listContactTaskChoices,
    listCountries,
    listSubAccounts,
    listTags,
    listTimezones,
    listUserChoices,
    listWorkflowChoices,
  ],
};
