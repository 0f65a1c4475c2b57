import { type WorkflowStart, workflowStarts } from '../sandbox/state/hooks.ts';

/** Which triggers of HighLevel’s workflows go with an instant trigger, by its key. */
const starts: Record<string, WorkflowStart> = {
  contact_created_instant: 'Contact Created',
  contact_tag_changed_instant: 'Contact Tag',
  opportunity_stage_changed_instant: 'Pipeline Stage Changed',
  appointment_changed_instant: 'Appointment Status',
  inbound_message_instant: 'Customer Replied',
  form_submitted_instant: 'Form Submitted',
  invoice_paid_instant: 'Invoice',
  order_submitted_instant: 'Order Submitted',
};

/** With what the workflows begin whose posts a trigger waits for: “Workflow Event” waits for any. */
export const startsOf = (key: string): readonly WorkflowStart[] => {
  const start = starts[key];
  return start ? [start] : workflowStarts;
};
