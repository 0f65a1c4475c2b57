import { lookUp } from '../lib/operations.ts';
import getAssociation from '../triggers/associations/get_association.ts';
import getAssociationByKey from '../triggers/associations/get_association_by_key.ts';
import getRecordRelations from '../triggers/associations/get_record_relations.ts';
import getBusiness from '../triggers/businesses/get_business.ts';
import getAppointment from '../triggers/calendars/get_appointment.ts';
import getCalendar from '../triggers/calendars/get_calendar.ts';
import getCalendarNotification from '../triggers/calendars/get_calendar_notification.ts';
import getCalendarResource from '../triggers/calendars/get_calendar_resource.ts';
import getCompany from '../triggers/companies/get_company.ts';
import getContact from '../triggers/contacts/get_contact.ts';
import getContactNote from '../triggers/contacts/get_contact_note.ts';
import getContactTask from '../triggers/contacts/get_contact_task.ts';
import searchContacts from '../triggers/contacts/search_contacts.ts';
import downloadMessageTranscription from '../triggers/conversations/download_message_transcription.ts';
import getConversation from '../triggers/conversations/get_conversation.ts';
import getEmail from '../triggers/conversations/get_email.ts';
import getMessage from '../triggers/conversations/get_message.ts';
import getMessageRecording from '../triggers/conversations/get_message_recording.ts';
import getMessageTranscription from '../triggers/conversations/get_message_transcription.ts';
import getOpportunity from '../triggers/opportunities/get_opportunity.ts';
import getUser from '../triggers/users/get_user.ts';

/** Searches that find what a trigger watches: each is the trigger’s own statement, read now. */
export const contactsFound = [
  lookUp(
    searchContacts,
    'Find Contacts',
    'Finds the contacts that match your filters, the newest first.',
  ),
  lookUp(getContact, 'Find Contact by ID'),
  lookUp(getContactTask, 'Find Task by ID'),
  lookUp(getContactNote, 'Find Note by ID'),
];

/** Of calendars and appointments. */
export const calendarsFound = [
  lookUp(getAppointment, 'Find Appointment by ID'),
  lookUp(getCalendar, 'Find Calendar by ID'),
  lookUp(getCalendarNotification, 'Find Calendar Notification by ID'),
  lookUp(getCalendarResource, 'Find Calendar Resource by ID'),
];

/** Of opportunities. */
export const opportunitiesFound = [lookUp(getOpportunity, 'Find Opportunity by ID')];

/** Of users. */
export const usersFound = [lookUp(getUser, 'Find User by ID')];

/** Of conversations, messages and calls. */
export const conversationsFound = [
  lookUp(getConversation, 'Find Conversation by ID'),
  lookUp(getMessage, 'Find Message by ID'),
  lookUp(getEmail, 'Find Email by ID'),
  lookUp(getMessageRecording, 'Find Call Recording', 'Finds the recording of a call, as a file.'),
  lookUp(
    getMessageTranscription,
    'Find Call Transcription',
    'Finds the transcription of a call, as text and in sentences.',
  ),
  lookUp(
    downloadMessageTranscription,
    'Find Call Transcription File',
    'Finds the transcription of a call, as a file.',
  ),
];

/** Of businesses. */
export const businessesFound = [lookUp(getBusiness, 'Find Business by ID')];

/** Of everything else. */
export const othersFound = [
  lookUp(getCompany, 'Find Company', 'Finds the details of the connected agency.'),
  lookUp(getAssociation, 'Find Association by ID'),
  lookUp(
    getAssociationByKey,
    'Find Association by Key',
    'Finds an association by its key, for example one from an earlier step.',
  ),
  lookUp(getRecordRelations, 'Find Relations', 'Finds the relations of a record to other records.'),
];
