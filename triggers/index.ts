import type { Trigger } from 'zapier-platform-core';
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
import appointmentBooked from './calendars/appointment_booked.ts';
import appointmentChanged from './calendars/appointment_changed.ts';
import appointmentStartingSoon from './calendars/appointment_starting_soon.ts';
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
import contactChanged from './contacts/contact_changed.ts';
import contactTagged from './contacts/contact_tagged.ts';
import getContact from './contacts/get_contact.ts';
import getContactAppointments from './contacts/get_contact_appointments.ts';
import getContactNote from './contacts/get_contact_note.ts';
import getContactNotes from './contacts/get_contact_notes.ts';
import getContactTask from './contacts/get_contact_task.ts';
import getContactTasks from './contacts/get_contact_tasks.ts';
import getContactsByBusiness from './contacts/get_contacts_by_business.ts';
import getDuplicateContact from './contacts/get_duplicate_contact.ts';
import listContacts from './contacts/list_contacts.ts';
import newContact from './contacts/new_contact.ts';
import newTask from './contacts/new_task.ts';
import searchContacts from './contacts/search_contacts.ts';
import taskCompleted from './contacts/task_completed.ts';
import taskOverdue from './contacts/task_overdue.ts';
import downloadMessageTranscription from './conversations/download_message_transcription.ts';
import getConversation from './conversations/get_conversation.ts';
import getConversationMessages from './conversations/get_conversation_messages.ts';
import getEmail from './conversations/get_email.ts';
import getMessage from './conversations/get_message.ts';
import getMessageRecording from './conversations/get_message_recording.ts';
import getMessageTranscription from './conversations/get_message_transcription.ts';
import missedCall from './conversations/missed_call.ts';
import newMessage from './conversations/new_message.ts';
import newVoiceAiCall from './conversations/new_voice_ai_call.ts';
import searchConversations from './conversations/search_conversations.ts';
import { dropdowns } from './dropdowns/index.ts';
import anyListRecord from './endpoints/any_list_record.ts';
import newFormSubmission from './forms/new_form_submission.ts';
import newSurveySubmission from './forms/new_survey_submission.ts';
import invoiceChanged from './invoices/invoice_changed.ts';
import listCustomFields from './locations/list_custom_fields.ts';
import listLocations from './locations/list_locations.ts';
import customObjectRecord from './objects/custom_object_record.ts';
import getOpportunity from './opportunities/get_opportunity.ts';
import listPipelines from './opportunities/list_pipelines.ts';
import newOpportunity from './opportunities/new_opportunity.ts';
import opportunityStageChanged from './opportunities/opportunity_stage_changed.ts';
import opportunityStatusChanged from './opportunities/opportunity_status_changed.ts';
import searchOpportunities from './opportunities/search_opportunities.ts';
import documentSigned from './payments/document_signed.ts';
import newOrder from './payments/new_order.ts';
import newPayment from './payments/new_payment.ts';
import subscriptionChanged from './payments/subscription_changed.ts';
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
    newContact,
    contactChanged,
    contactTagged,
    newTask,
    taskCompleted,
    taskOverdue,
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
    appointmentBooked,
    appointmentChanged,
    appointmentStartingSoon,
  ],
  Opportunities: [
    searchOpportunities,
    getOpportunity,
    listPipelines,
    newOpportunity,
    opportunityStageChanged,
    opportunityStatusChanged,
  ],
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
    newMessage,
    missedCall,
    newVoiceAiCall,
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
  'Any Endpoint': [anyListRecord],
  Payments: [newPayment, newOrder, subscriptionChanged, documentSigned],
  'Forms & Surveys': [newFormSubmission, newSurveySubmission],
  Invoices: [invoiceChanged],
  'Custom Objects': [customObjectRecord],
  Dropdowns: dropdowns,
};
