import type { Trigger } from 'zapier-platform-core';
import { hasHooks } from '../lib/hooks/included.ts';
import type { Catalog } from '../lib/zapier.ts';
import findAssociations from './associations/find_associations.ts';
import getAssociation from './associations/get_association.ts';
import getAssociationByKey from './associations/get_association_by_key.ts';
import getAssociationByObjectKeys from './associations/get_association_by_object_keys.ts';
import getRecordRelations from './associations/get_record_relations.ts';
import checkBlogSlug from './blogs/check_blog_slug.ts';
import listBlogAuthors from './blogs/list_blog_authors.ts';
import listBlogCategories from './blogs/list_blog_categories.ts';
import listBlogPosts from './blogs/list_blog_posts.ts';
import listBlogs from './blogs/list_blogs.ts';
import getBusiness from './businesses/get_business.ts';
import listBusinesses from './businesses/list_businesses.ts';
import getAppointment from './calendars/get_appointment.ts';
import getCalendar from './calendars/get_calendar.ts';
import getCalendarNotification from './calendars/get_calendar_notification.ts';
import getCalendarResource from './calendars/get_calendar_resource.ts';
import getFreeSlots from './calendars/get_free_slots.ts';
import listAppointmentNotes from './calendars/list_appointment_notes.ts';
import listBlockedSlots from './calendars/list_blocked_slots.ts';
import listCalendarEvents from './calendars/list_calendar_events.ts';
import listCalendarGroups from './calendars/list_calendar_groups.ts';
import listCalendarNotifications from './calendars/list_calendar_notifications.ts';
import listCalendarResources from './calendars/list_calendar_resources.ts';
import listCalendars from './calendars/list_calendars.ts';
import getCompany from './companies/get_company.ts';
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
import downloadMessageTranscription from './conversations/download_message_transcription.ts';
import getConversation from './conversations/get_conversation.ts';
import getConversationMessages from './conversations/get_conversation_messages.ts';
import getEmail from './conversations/get_email.ts';
import getMessage from './conversations/get_message.ts';
import getMessageRecording from './conversations/get_message_recording.ts';
import getMessageTranscription from './conversations/get_message_transcription.ts';
import searchConversations from './conversations/search_conversations.ts';
import listAppointmentChoices from './dropdowns/list_appointment_choices.ts';
import listAppointmentNoteChoices from './dropdowns/list_appointment_note_choices.ts';
import listBlockedSlotChoices from './dropdowns/list_blocked_slot_choices.ts';
import listBookingFormChoices from './dropdowns/list_booking_form_choices.ts';
import listCalendarNotificationChoices from './dropdowns/list_calendar_notification_choices.ts';
import listCalendarUserChoices from './dropdowns/list_calendar_user_choices.ts';
import listCallChoices from './dropdowns/list_call_choices.ts';
import listContactChoices from './dropdowns/list_contact_choices.ts';
import listContactFilterFields from './dropdowns/list_contact_filter_fields.ts';
import listContactNoteChoices from './dropdowns/list_contact_note_choices.ts';
import listContactTaskChoices from './dropdowns/list_contact_task_choices.ts';
import listConversationChoices from './dropdowns/list_conversation_choices.ts';
import listCountries from './dropdowns/list_countries.ts';
import listEmailChoices from './dropdowns/list_email_choices.ts';
import listFirstRecordChoices from './dropdowns/list_first_record_choices.ts';
import listLostReasons from './dropdowns/list_lost_reasons.ts';
import listMeetingLocationChoices from './dropdowns/list_meeting_location_choices.ts';
import listMessageChoices from './dropdowns/list_message_choices.ts';
import listObjectChoices from './dropdowns/list_object_choices.ts';
import listOpportunityChoices from './dropdowns/list_opportunity_choices.ts';
import listPipelineStages from './dropdowns/list_pipeline_stages.ts';
import listRecordChoices from './dropdowns/list_record_choices.ts';
import listRelationChoices from './dropdowns/list_relation_choices.ts';
import listSecondRecordChoices from './dropdowns/list_second_record_choices.ts';
import listSnapshotChoices from './dropdowns/list_snapshot_choices.ts';
import listSubAccounts from './dropdowns/list_sub_accounts.ts';
import listTags from './dropdowns/list_tags.ts';
import listTimezones from './dropdowns/list_timezones.ts';
import listUserChoices from './dropdowns/list_user_choices.ts';
import listUserScopes from './dropdowns/list_user_scopes.ts';
import listWorkflowChoices from './dropdowns/list_workflow_choices.ts';
import { instantTriggers } from './instant/index.ts';
import listCustomFields from './locations/list_custom_fields.ts';
import listLocations from './locations/list_locations.ts';
import getOpportunity from './opportunities/get_opportunity.ts';
import listPipelines from './opportunities/list_pipelines.ts';
import searchOpportunities from './opportunities/search_opportunities.ts';
import filterUsersByEmail from './users/filter_users_by_email.ts';
import getUser from './users/get_user.ts';
import listUsersByLocation from './users/list_users_by_location.ts';
import searchUsers from './users/search_users.ts';
import listCampaigns from './workflows/list_campaigns.ts';
import listSnapshots from './workflows/list_snapshots.ts';
import listWorkflows from './workflows/list_workflows.ts';

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
  'Calendars & Appointments': [
    listCalendarGroups,
    listCalendars,
    getCalendar,
    getFreeSlots,
    listCalendarEvents,
    listBlockedSlots,
    getAppointment,
    listAppointmentNotes,
    listCalendarNotifications,
    getCalendarNotification,
    listCalendarResources,
    getCalendarResource,
  ],
  Opportunities: [searchOpportunities, getOpportunity, listPipelines],
  Users: [searchUsers, filterUsersByEmail, getUser, listUsersByLocation],
  'Conversations & Messages': [
    searchConversations,
    getConversation,
    getEmail,
    getMessage,
    getConversationMessages,
    getMessageRecording,
    getMessageTranscription,
    downloadMessageTranscription,
  ],
  Businesses: [getBusiness, listBusinesses],
  'Workflows & Campaigns': [listWorkflows, listSnapshots, listCampaigns],
  'Other Operations': [
    listLocations,
    listCustomFields,
    getCompany,
    findAssociations,
    getAssociation,
    getAssociationByKey,
    getAssociationByObjectKeys,
    getRecordRelations,
    checkBlogSlug,
    listBlogAuthors,
    listBlogCategories,
    listBlogPosts,
    listBlogs,
  ],
  ...(hasHooks ? { 'Instant Triggers': instantTriggers } : {}),
  Dropdowns: [
    listAppointmentChoices,
    listAppointmentNoteChoices,
    listBlockedSlotChoices,
    listBookingFormChoices,
    listCalendarNotificationChoices,
    listCalendarUserChoices,
    listCallChoices,
    listContactChoices,
    listContactFilterFields,
    listContactNoteChoices,
    listContactTaskChoices,
    listConversationChoices,
    listCountries,
    listEmailChoices,
    listFirstRecordChoices,
    listLostReasons,
    listMeetingLocationChoices,
    listMessageChoices,
    listObjectChoices,
    listOpportunityChoices,
    listPipelineStages,
    listRecordChoices,
    listRelationChoices,
    listSecondRecordChoices,
    listSnapshotChoices,
    listSubAccounts,
    listTags,
    listTimezones,
    listUserChoices,
    listUserScopes,
    listWorkflowChoices,
  ],
};
