import { appointments } from '../sandbox/seed/appointments.ts';
import { conversations, receive } from '../sandbox/seed/conversations.ts';
import { pipelines } from '../sandbox/seed/pipelines.ts';
import type { WorkflowStart } from '../sandbox/state/hooks.ts';
import type { Guide, Station } from './station.ts';

const contactId = ({ result }: Guide) => String(result('create_contact').id);

/** Something of which the sandbox keeps no records. */
const emit = (start: WorkflowStart, block: Record<string, unknown>) => (guide: Guide) => {
  const { hooks, main } = guide.sandbox.state;
  hooks.emit({ start, locationId: main.id, contactId: contactId(guide), block });
};

const newContact = ({ run }: Guide, { key }: { key: string }) =>
  run('create_contact', { firstName: 'Tour', lastName: key, email: `${key}@example.com` });

/** Moves an opportunity to a stage in which it is not. */
const moveStage = async ({ run, sandbox }: Guide) => {
  const { id, pipelineId, pipelineStageId } = await run('search_opportunities', { status: 'open' });
  const { stages = [] } = pipelines(sandbox.state.main).get(String(pipelineId)) ?? {};
  const other = stages.find((stage) => stage.id !== pipelineStageId);
  return run('update_opportunity', { id, pipelineId, pipelineStageId: other?.id });
};

const reply = ({ sandbox }: Guide) => {
  const { main } = sandbox.state;
  const [conversation] = conversations(main).values();
  receive(main, conversation?.id ?? '', 'See you on Friday');
};

/** The triggers that workflows post to. */
export const instant: Station[] = [
  {
    key: 'workflow_event_instant',
    change: (guide) => newContact(guide, { key: 'workflow' }),
  },
  {
    key: 'contact_created_instant',
    change: (guide) => newContact(guide, { key: 'instant' }),
  },
  {
    key: 'contact_tag_changed_instant',
    change: (guide) =>
      guide.run('add_contact_tags', { contactId: contactId(guide), tags: ['instant tour'] }),
  },
  { key: 'opportunity_stage_changed_instant', change: moveStage },
  {
    key: 'appointment_changed_instant',
    change: ({ run, sandbox }) => {
      const all = [...appointments(sandbox.state.main).values()];
      const eventId = all.find(({ deleted }) => !deleted)?.id;
      return run('update_appointment', { eventId, appointmentStatus: 'noshow' });
    },
  },
  { key: 'inbound_message_instant', change: reply },
  {
    key: 'form_submitted_instant',
    change: emit('Form Submitted', { id: 'f-tour' }),
  },
  {
    key: 'invoice_paid_instant',
    change: emit('Invoice', { name: 'Tour', number: 'INV-1', due_date: '2030-01-01' }),
  },
  {
    key: 'order_submitted_instant',
    change: emit('Order Submitted', { _id: 'o-tour', status: 'completed', amount: 12 }),
  },
];
