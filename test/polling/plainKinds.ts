import type { Trigger } from 'zapier-platform-core';
import appointmentBooked from '../../triggers/calendars/appointment_booked.ts';
import appointmentChanged from '../../triggers/calendars/appointment_changed.ts';
import appointmentStartingSoon from '../../triggers/calendars/appointment_starting_soon.ts';
import contactChanged from '../../triggers/contacts/contact_changed.ts';
import contactTagged from '../../triggers/contacts/contact_tagged.ts';
import newContact from '../../triggers/contacts/new_contact.ts';
import newTask from '../../triggers/contacts/new_task.ts';
import taskCompleted from '../../triggers/contacts/task_completed.ts';
import taskOverdue from '../../triggers/contacts/task_overdue.ts';
import missedCall from '../../triggers/conversations/missed_call.ts';
import newMessage from '../../triggers/conversations/new_message.ts';
import newVoiceAiCall from '../../triggers/conversations/new_voice_ai_call.ts';
import newFormSubmission from '../../triggers/forms/new_form_submission.ts';
import newSurveySubmission from '../../triggers/forms/new_survey_submission.ts';
import invoiceChanged from '../../triggers/invoices/invoice_changed.ts';
import customObjectRecord from '../../triggers/objects/custom_object_record.ts';
import newOpportunity from '../../triggers/opportunities/new_opportunity.ts';
import opportunityStageChanged from '../../triggers/opportunities/opportunity_stage_changed.ts';
import opportunityStatusChanged from '../../triggers/opportunities/opportunity_status_changed.ts';
import documentSigned from '../../triggers/payments/document_signed.ts';
import newOrder from '../../triggers/payments/new_order.ts';
import newPayment from '../../triggers/payments/new_payment.ts';
import subscriptionChanged from '../../triggers/payments/subscription_changed.ts';
import { hour, type Item, minute } from './world.ts';

/** A plain trigger, and what people mean by it. */
export interface Kind {
  trigger: Trigger;
  input?: object;
  /** What the records say that are there when the Zap is turned on, by turns; else what new ones say. */
  there?: ((now: number) => object)[];
  /** What a new record says, by turns. */
  made?: ((now: number) => object)[];
  /** What people change on it, by turns. */
  edits?: ((now: number) => object)[];
  /**
   * Whether a record is an event now, in view of what the last poll that got through has shown of it: true is one each
   * time; a text is one the first time that it is said of this record, and was none before the Zap was turned on.
   */
  event: (now: Item, last: Item | undefined, time: number) => boolean | string | undefined;
  /** Only the newest records change: a call ends soon after it has begun. */
  settles?: boolean;
  /** The index lags behind the writes. */
  lags?: boolean;
  /** Requests of a quiet poll, if the list has to be read whole. */
  readsWhole?: boolean;
}

const iso = (time: number) => new Date(time).toISOString();
const onlyOnce = () => 'new';
const saying = (name: string, values: unknown[]) =>
  values.map((value) => () => ({ [name]: value }));

const hasTag = (item: Item | undefined, tag: string) => [item?.tags].flat().includes(tag);

const inStage = (stage: string) => (now: number) => ({
  pipelineStageId: stage,
  lastStageChangeAt: iso(now),
});
const opportunity = (now: number) => ({
  pipelineId: 'p1',
  pipelineStageId: 's1',
  status: 'open',
  lastStageChangeAt: iso(now),
  lastStatusChangeAt: iso(now),
});
const withStatus = (status: string) => (now: number) => ({ status, lastStatusChangeAt: iso(now) });
const moves = [inStage('s1'), inStage('s2'), inStage('s3'), () => ({ name: 'renamed' })];
const isMoved = (now: Item) => now.lastStageChangeAt !== now.createdAt;

const starting = (minutes: number) => (now: number) => ({
  startTime: iso(now + minutes * minute),
  endTime: iso(now + minutes * minute + hour),
});
const appointment = (now: number) => ({ ...starting(1_000)(now), appointmentStatus: 'confirmed' });
const isOff = ({ appointmentStatus: status }: Item) =>
  status === 'cancelled' || status === 'noshow';
const calendar = { calendarId: 'a' };

const call =
  (callStatus: string, direction = 'inbound') =>
  () => ({
    messageType: 'TYPE_CALL',
    direction,
    meta: { callStatus },
  });
const open = (now: number) => ({ completed: false, dueDate: iso(now + 3 * hour) });

export const kinds: Record<string, Kind> = {
  'New Contact': { trigger: newContact, lags: true, event: onlyOnce },
  'Contact Tagged': {
    trigger: contactTagged,
    input: { tag: 'VIP' },
    made: saying('tags', [[], ['vip'], ['lead']]),
    edits: saying('tags', [['vip'], ['lead', 'vip'], [], ['vip']]),
    lags: true,
    event: (now, last) => hasTag(now, 'vip') && !hasTag(last, 'vip'),
  },
  'Contact Changed': {
    trigger: contactChanged,
    input: { watched: ['companyName', 'customFields.f1'] },
    edits: [
      ...saying('companyName', ['A', 'B', 'A']),
      ...saying('city', ['Here', 'There']),
      ...saying('customFields', [[{ id: 'f1', value: 'x' }]]),
    ],
    lags: true,
    event: (now, last) =>
      last !== undefined &&
      JSON.stringify([now.companyName, now.customFields]) !==
        JSON.stringify([last.companyName, last.customFields]),
  },
  'New Task': {
    trigger: newTask,
    there: [open, (now) => ({ ...open(now), completed: true })],
    made: [open],
    edits: saying('completed', [true, false]),
    readsWhole: true,
    event: (now, last) => now.completed === false && last === undefined && 'new',
  },
  'Task Completed': {
    trigger: taskCompleted,
    made: [open],
    edits: saying('completed', [true, false]),
    readsWhole: true,
    event: (now, last) => now.completed === true && last?.completed !== true,
  },
  'Task Overdue': {
    trigger: taskOverdue,
    made: [open, (now) => ({ completed: false, dueDate: iso(now - hour) })],
    edits: [...saying('completed', [true, false]), (now) => ({ dueDate: iso(now + hour) })],
    readsWhole: true,
    event: ({ completed, dueDate }, _, time) =>
      completed === false && Date.parse(String(dueDate)) <= time && String(dueDate),
  },
  'Appointment Booked': {
    trigger: appointmentBooked,
    input: calendar,
    made: [appointment],
    edits: [starting(600), () => ({ appointmentStatus: 'cancelled' })],
    event: onlyOnce,
  },
  'Appointment Cancelled, Rescheduled or No-Show': {
    trigger: appointmentChanged,
    input: calendar,
    made: [appointment],
    edits: [
      starting(600),
      ...saying('appointmentStatus', ['cancelled', 'confirmed', 'noshow', 'showed']),
      starting(900),
    ],
    event: (now, last) =>
      isOff(now)
        ? now.appointmentStatus !== last?.appointmentStatus
        : last !== undefined && !isOff(last) && now.startTime !== last.startTime,
  },
  'Appointment Starting Soon': {
    trigger: appointmentStartingSoon,
    input: { ...calendar, minutesBefore: 60 },
    made: [starting(20), starting(100), starting(170), starting(-5)],
    edits: [starting(70), () => ({ appointmentStatus: 'cancelled' }), starting(200)],
    event: ({ appointmentStatus, startTime }, _, time) => {
      const start = Date.parse(String(startTime));
      const isSoon = start >= time - 15 * minute && start <= time + hour;
      return isSoon && appointmentStatus !== 'cancelled' && String(startTime);
    },
  },
  'New Opportunity': { trigger: newOpportunity, made: [opportunity], lags: true, event: onlyOnce },
  'Opportunity Stage Changed': {
    trigger: opportunityStageChanged,
    made: [opportunity],
    edits: moves,
    lags: true,
    event: (now) => isMoved(now) && String(now.lastStageChangeAt),
  },
  'Opportunity Stage Changed, from one to another': {
    trigger: opportunityStageChanged,
    input: { fromStage: 's2', toStage: 's3' },
    made: [opportunity],
    edits: moves,
    lags: true,
    event: (now, last) => now.pipelineStageId === 's3' && last?.pipelineStageId === 's2',
  },
  'Opportunity Status Changed': {
    trigger: opportunityStatusChanged,
    input: { status: 'won' },
    made: [opportunity, (now) => ({ ...opportunity(now), status: 'won' })],
    edits: [withStatus('won'), withStatus('open'), withStatus('lost'), inStage('s2')],
    lags: true,
    event: (now) => now.status === 'won' && String(now.lastStatusChangeAt),
  },
  'New Message': {
    trigger: newMessage,
    input: { direction: 'inbound' },
    made: [
      () => ({ messageType: 'TYPE_SMS', direction: 'inbound' }),
      () => ({ messageType: 'TYPE_SMS', direction: 'outbound' }),
      () => ({ messageType: 'TYPE_ACTIVITY_CONTACT', direction: 'inbound' }),
    ],
    event: ({ messageType, direction }) =>
      direction === 'inbound' && messageType === 'TYPE_SMS' && 'new',
  },
  'Missed Call': {
    trigger: missedCall,
    made: [call('pending'), call('completed'), call('voicemail'), call('no-answer', 'outbound')],
    edits: [call('no-answer'), call('completed')],
    settles: true,
    event: ({ meta, direction }) => {
      const { callStatus } = meta as { callStatus: string };
      return direction === 'inbound' && ['no-answer', 'voicemail'].includes(callStatus) && 'missed';
    },
  },
  'New Voice AI Call': { trigger: newVoiceAiCall, event: onlyOnce },
  'New Payment': {
    trigger: newPayment,
    made: [
      ...saying('status', ['succeeded', 'pending', 'failed']),
      () => ({ status: 'succeeded', liveMode: false }),
    ],
    edits: saying('status', ['succeeded', 'pending', 'refunded']),
    readsWhole: true,
    event: ({ status, liveMode }) => status === 'succeeded' && liveMode !== false && 'paid',
  },
  'New Order': { trigger: newOrder, readsWhole: true, event: onlyOnce },
  'Subscription Changed': {
    trigger: subscriptionChanged,
    made: saying('status', ['active', 'trialing']),
    edits: [...saying('status', ['canceled', 'active', 'past_due']), () => ({ amount: 3 })],
    readsWhole: true,
    event: (now, last) => now.status !== last?.status,
  },
  'Document Signed': {
    trigger: documentSigned,
    made: saying('status', ['draft', 'sent', 'completed']),
    edits: saying('status', ['completed', 'viewed', 'accepted']),
    readsWhole: true,
    event: ({ status }) => ['completed', 'accepted'].includes(String(status)) && 'signed',
  },
  'New Form Submission': { trigger: newFormSubmission, event: onlyOnce },
  'New Survey Submission': { trigger: newSurveySubmission, readsWhole: true, event: onlyOnce },
  'Invoice Paid or Changed': {
    trigger: invoiceChanged,
    input: { status: 'paid' },
    made: saying('status', ['draft', 'paid']),
    edits: [...saying('status', ['sent', 'paid', 'void']), () => ({ name: 'renamed' })],
    readsWhole: true,
    event: (now, last) => now.status === 'paid' && last?.status !== 'paid',
  },
  'New or Updated Custom Object Record': {
    trigger: customObjectRecord,
    input: { schemaKey: 'custom_objects.pet', triggerOn: 'changed' },
    edits: [() => ({ name: 'renamed' })],
    event: ({ updatedAt }) => String(updatedAt),
  },
};
