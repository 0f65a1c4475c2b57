import type { Create } from 'zapier-platform-core';
import type { Catalog } from '../lib/register.ts';
import addContactTags from './contacts/add_contact_tags.ts';
import addContactToCampaign from './contacts/add_contact_to_campaign.ts';
import bulkUpdateContactTags from './contacts/bulk_update_contact_tags.ts';
import completeContactTask from './contacts/complete_contact_task.ts';
import createContact from './contacts/create_contact.ts';
import createContactNote from './contacts/create_contact_note.ts';
import createContactTask from './contacts/create_contact_task.ts';
import deleteContact from './contacts/delete_contact.ts';
import deleteContactNote from './contacts/delete_contact_note.ts';
import deleteContactTask from './contacts/delete_contact_task.ts';
import removeContactFromAllCampaigns from './contacts/remove_contact_from_all_campaigns.ts';
import removeContactFromCampaign from './contacts/remove_contact_from_campaign.ts';
import removeContactTags from './contacts/remove_contact_tags.ts';
import updateContact from './contacts/update_contact.ts';
import updateContactNote from './contacts/update_contact_note.ts';
import updateContactTask from './contacts/update_contact_task.ts';
import upsertContact from './contacts/upsert_contact.ts';

/** The actions, by category as people see them. A new action is one import and one line here. */
export const creates: Catalog<Create> = {
  Contacts: [
    createContact,
    updateContact,
    deleteContact,
    upsertContact,
    addContactTags,
    removeContactTags,
    bulkUpdateContactTags,
    createContactTask,
    updateContactTask,
    completeContactTask,
    deleteContactTask,
    createContactNote,
    updateContactNote,
    deleteContactNote,
    addContactToCampaign,
    removeContactFromCampaign,
    removeContactFromAllCampaigns,
  ],
};
