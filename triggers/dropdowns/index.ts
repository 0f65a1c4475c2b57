import type { Trigger } from 'zapier-platform-core';
import { documentedChoices } from './documented.ts';
import listAppointmentChoices from './list_appointment_choices.ts';
import listAppointmentNoteChoices from './list_appointment_note_choices.ts';
import listBlockedSlotChoices from './list_blocked_slot_choices.ts';
import listBookingFormChoices from './list_booking_form_choices.ts';
import listCalendarNotificationChoices from './list_calendar_notification_choices.ts';
import listCalendarUserChoices from './list_calendar_user_choices.ts';
import listCallChoices from './list_call_choices.ts';
import listContactChoices from './list_contact_choices.ts';
import listContactFields from './list_contact_fields.ts';
import listContactFilterFields from './list_contact_filter_fields.ts';
import listContactNoteChoices from './list_contact_note_choices.ts';
import listContactTaskChoices from './list_contact_task_choices.ts';
import listConversationChoices from './list_conversation_choices.ts';
import listCountries from './list_countries.ts';
import listCustomObjectChoices from './list_custom_object_choices.ts';
import listEmailChoices from './list_email_choices.ts';
import listFirstRecordChoices from './list_first_record_choices.ts';
import listFormChoices from './list_form_choices.ts';
import listLostReasons from './list_lost_reasons.ts';
import listMeetingLocationChoices from './list_meeting_location_choices.ts';
import listMessageChoices from './list_message_choices.ts';
import listObjectChoices from './list_object_choices.ts';
import listObjectPropertyChoices from './list_object_property_choices.ts';
import listOpportunityChoices from './list_opportunity_choices.ts';
import listPipelineStages from './list_pipeline_stages.ts';
import listRecordChoices from './list_record_choices.ts';
import listRelationChoices from './list_relation_choices.ts';
import listSecondRecordChoices from './list_second_record_choices.ts';
import listSnapshotChoices from './list_snapshot_choices.ts';
import listSubAccounts from './list_sub_accounts.ts';
import listSurveyChoices from './list_survey_choices.ts';
import listTags from './list_tags.ts';
import listTimezones from './list_timezones.ts';
import listUserChoices from './list_user_choices.ts';
import listUserScopes from './list_user_scopes.ts';
import listVoiceAgentChoices from './list_voice_agent_choices.ts';
import listWorkflowChoices from './list_workflow_choices.ts';

/** The hidden triggers that fill dropdowns. A new one is one import and one line here. */
export const dropdowns: Trigger[] = [
  listAppointmentChoices,
  listAppointmentNoteChoices,
  listBlockedSlotChoices,
  listBookingFormChoices,
  listCalendarNotificationChoices,
  listCalendarUserChoices,
  listCallChoices,
  listContactChoices,
  listContactFields,
  listContactFilterFields,
  listContactNoteChoices,
  listContactTaskChoices,
  listConversationChoices,
  listCountries,
  listCustomObjectChoices,
  listEmailChoices,
  listFirstRecordChoices,
  listFormChoices,
  listLostReasons,
  listMeetingLocationChoices,
  listMessageChoices,
  listObjectChoices,
  listObjectPropertyChoices,
  listOpportunityChoices,
  listPipelineStages,
  listRecordChoices,
  listRelationChoices,
  listSecondRecordChoices,
  listSnapshotChoices,
  listSubAccounts,
  listSurveyChoices,
  listTags,
  listTimezones,
  listUserChoices,
  listUserScopes,
  listVoiceAgentChoices,
  listWorkflowChoices,
  ...documentedChoices,
];
