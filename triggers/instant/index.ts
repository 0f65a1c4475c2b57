import type { Trigger } from 'zapier-platform-core';
import appointmentChangedInstant from './appointment_changed_instant.ts';
import contactCreatedInstant from './contact_created_instant.ts';
import contactTagChangedInstant from './contact_tag_changed_instant.ts';
import formSubmittedInstant from './form_submitted_instant.ts';
import inboundMessageInstant from './inbound_message_instant.ts';
import invoicePaidInstant from './invoice_paid_instant.ts';
import opportunityStageChangedInstant from './opportunity_stage_changed_instant.ts';
import orderSubmittedInstant from './order_submitted_instant.ts';
import workflowEventInstant from './workflow_event_instant.ts';

/** The triggers that fire at once, when a workflow or an app of HighLevel posts to the Zap. */
export const instantTriggers: Trigger[] = [
  workflowEventInstant,
  contactCreatedInstant,
  contactTagChangedInstant,
  opportunityStageChangedInstant,
  appointmentChangedInstant,
  inboundMessageInstant,
  formSubmittedInstant,
  invoicePaidInstant,
  orderSubmittedInstant,
];
