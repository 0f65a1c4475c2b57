import type { Search } from 'zapier-platform-core';
import type { Catalog } from '../lib/zapier.ts';
import findBusiness from './businesses/find_business.ts';
import findAppointment from './calendars/find_appointment.ts';
import findCalendar from './calendars/find_calendar.ts';
import findFreeSlots from './calendars/find_free_slots.ts';
import findContact from './contacts/find_contact.ts';
import findNote from './contacts/find_note.ts';
import findTag from './contacts/find_tag.ts';
import findTask from './contacts/find_task.ts';
import findConversation from './conversations/find_conversation.ts';
import findMessages from './conversations/find_messages.ts';
import apiLookUp from './endpoints/api_look_up.ts';
import findFormSubmission from './forms/find_form_submission.ts';
import {
  businessesFound,
  calendarsFound,
  contactsFound,
  conversationsFound,
  opportunitiesFound,
  othersFound,
  usersFound,
} from './fromTriggers.ts';
import findInvoice from './invoices/find_invoice.ts';
import findCustomField from './locations/find_custom_field.ts';
import findLocation from './locations/find_location.ts';
import findCustomObjectRecord from './objects/find_custom_object_record.ts';
import findOpportunity from './opportunities/find_opportunity.ts';
import findPipelineStage from './opportunities/find_pipeline_stage.ts';
import findUser from './users/find_user.ts';
import findWorkflow from './workflows/find_workflow.ts';

/** The searches, by category as people see them. */
export const searches: Catalog<Search> = {
  Contacts: [findContact, ...contactsFound, findTask, findNote, findTag],
  'Calendars & Appointments': [findFreeSlots, findAppointment, findCalendar, ...calendarsFound],
  Opportunities: [findOpportunity, findPipelineStage, ...opportunitiesFound],
  Users: [findUser, ...usersFound],
  'Conversations & Messages': [findConversation, findMessages, ...conversationsFound],
  Businesses: [findBusiness, ...businessesFound],
  'Workflows & Campaigns': [findWorkflow],
  'Other Operations': [findLocation, findCustomField, ...othersFound],
  'Custom Objects': [findCustomObjectRecord],
  Invoices: [findInvoice],
  'Forms & Surveys': [findFormSubmission],
  'Any Endpoint': [apiLookUp],
};
