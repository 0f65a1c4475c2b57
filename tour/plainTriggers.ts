import { appointments } from '../sandbox/seed/appointments.ts';
import { tasks } from '../sandbox/seed/contactParts.ts';
import { conversations, receive } from '../sandbox/seed/conversations.ts';
import { documents } from '../sandbox/seed/documents.ts';
import { messages } from '../sandbox/seed/messages.ts';
import { objectRecords } from '../sandbox/seed/objects.ts';
import { opportunities } from '../sandbox/seed/opportunities.ts';
import { listedInvoices, orders, subscriptions, transactions } from '../sandbox/seed/payments.ts';
import { pipelines } from '../sandbox/seed/pipelines.ts';
import { submit } from '../sandbox/seed/submissions.ts';
import { voiceCalls } from '../sandbox/seed/voiceCalls.ts';
import type { Guide, Station } from './station.ts';

const main = ({ sandbox }: Guide) => sandbox.state.main;

/** The first record of a collection that fits. */
const firstOf = <T>(
  records: { values(): Iterable<T> },
  fits: (record: T) => boolean = () => true,
): T => {
  const found = [...records.values()].find(fits);
  if (!found) throw new Error('The sandbox holds no such record.');
  return found;
};

/** A copy of a record, made now: what people do in HighLevel itself. */
const add = <T extends { id: string }>(
  guide: Guide,
  records: Map<string, T>,
  changes: Partial<T>,
) => {
  const { state } = main(guide);
  const now = { createdAt: state.now(), updatedAt: state.now(), dateAdded: state.now() };
  const first = firstOf(records);
  const dates = Object.fromEntries(Object.entries(now).filter(([name]) => name in first));
  const copy = { ...first, ...dates, id: state.newId(), ...changes };
  records.set(copy.id, copy);
};

let people = 0;
const newContact = async ({ run }: Guide) => {
  people += 1;
  const email = `plain.${people}@tour.example.com`;
  return { contactId: (await run('create_contact', { firstName: 'Paula', email })).id };
};

const newTask = async (guide: Guide, dueDate: string) =>
  guide.run('create_contact_task', { ...(await newContact(guide)), title: 'Call', dueDate });

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** A calendar with an appointment that takes place. */
const visit = (guide: Guide) =>
  firstOf(
    appointments(main(guide)),
    ({ appointmentStatus, deleted }) => !deleted && appointmentStatus === 'confirmed',
  );
const calendarOf = (guide: Guide) => ({ calendarId: visit(guide).calendarId });

const newOpportunity = async (guide: Guide, more: object = {}) => {
  const { id: pipelineId } = await guide.run('list_pipelines', {});
  const contact = await newContact(guide);
  return guide.run('create_opportunity', { ...contact, pipelineId, name: 'Braces', ...more });
};

/** The plain triggers, each after what people do in HighLevel. */
export const plainTriggers: Station[] = [
  { key: 'new_contact', change: newContact },
  {
    key: 'contact_changed',
    input: { watched: ['companyName'] },
    change: ({ run }, { id }) =>
      run('update_contact', { contactId: id, companyName: 'Plain & Co' }),
  },
  {
    key: 'contact_tagged',
    input: { tag: 'vip' },
    change: async (guide) =>
      guide.run('add_contact_tags', { ...(await newContact(guide)), tags: ['vip'] }),
  },
  { key: 'new_task', change: (guide) => newTask(guide, inDays(1)) },
  {
    key: 'task_completed',
    change: (guide) => {
      const all = tasks(main(guide));
      const open = firstOf(all, ({ completed }) => !completed);
      all.set(open.id, { ...open, completed: true });
    },
  },
  { key: 'task_overdue', change: (guide) => newTask(guide, inDays(-0.01)) },
  {
    key: 'appointment_booked',
    input: calendarOf,
    change: (guide) => add(guide, appointments(main(guide)), calendarOf(guide)),
  },
  {
    key: 'appointment_changed',
    input: calendarOf,
    change: (guide) => {
      const one = visit(guide);
      const startTime = one.startTime + 86_400_000;
      appointments(main(guide)).set(one.id, { ...one, startTime, endTime: startTime + 1_800_000 });
    },
  },
  {
    key: 'appointment_starting_soon',
    input: calendarOf,
    change: (guide) => {
      const startTime = main(guide).state.now() + 1_800_000;
      const endTime = startTime + 1_800_000;
      add(guide, appointments(main(guide)), { ...calendarOf(guide), startTime, endTime });
    },
  },
  { key: 'new_opportunity', change: (guide) => newOpportunity(guide) },
  {
    key: 'opportunity_stage_changed',
    change: async (guide) => {
      // Not one that the tour has just made: what is set while it is being created is no change.
      const {
        id,
        pipelineId,
        pipelineStageId: stage,
      } = firstOf(
        opportunities(main(guide)),
        ({ status, createdAt }) => status === 'open' && createdAt < Date.now() - 60_000,
      );
      const { stages } = firstOf(pipelines(main(guide)), (one) => one.id === pipelineId);
      const pipelineStageId = stages.find((one) => one.id !== stage)?.id;
      await guide.run('update_opportunity', { id, pipelineId, pipelineStageId });
    },
  },
  {
    key: 'opportunity_status_changed',
    change: (guide) => newOpportunity(guide, { status: 'won' }),
  },
  {
    key: 'new_message',
    input: { direction: 'inbound' },
    change: (guide) => {
      const [id = ''] = conversations(main(guide)).keys();
      receive(main(guide), id, 'Do you have time today?');
    },
  },
  {
    key: 'missed_call',
    change: (guide) => {
      const all = messages(main(guide));
      const call = firstOf(all, ({ messageType }) => messageType === 'TYPE_CALL');
      const { state } = main(guide);
      const id = state.newId();
      all.set(id, {
        ...call,
        id,
        direction: 'inbound',
        dateAdded: state.now(),
        meta: { call: { duration: 0, status: 'no-answer' } },
      });
    },
  },
  {
    key: 'new_voice_ai_call',
    change: (guide) =>
      add(guide, voiceCalls(main(guide)), { summary: 'Asked for the opening hours.' }),
  },
  { key: 'new_payment', change: (guide) => add(guide, transactions(main(guide)), {}) },
  { key: 'new_order', change: (guide) => add(guide, orders(main(guide)), {}) },
  {
    key: 'subscription_changed',
    change: (guide) => {
      const all = subscriptions(main(guide));
      const one = firstOf(all, ({ status }) => status === 'active');
      all.set(one.id, { ...one, status: 'canceled' });
    },
  },
  {
    key: 'document_signed',
    change: (guide) => {
      const all = documents(main(guide));
      const one = firstOf(all, ({ status }) => status === 'sent');
      all.set(one.id, { ...one, status: 'completed' });
    },
  },
  { key: 'new_form_submission', change: (guide) => submit(main(guide), 'form', 'Hello?') },
  { key: 'new_survey_submission', change: (guide) => submit(main(guide), 'survey', 'Very good.') },
  {
    key: 'invoice_changed',
    change: (guide) => {
      const all = listedInvoices(main(guide));
      const one = firstOf(all, ({ status }) => status === 'sent');
      all.set(one.id, { ...one, status: 'paid', amountPaid: one.amount });
    },
  },
  {
    key: 'custom_object_record',
    input: { schemaKey: 'custom_objects.insurance_policies' },
    change: (guide) => add(guide, objectRecords(main(guide)), {}),
  },
];
