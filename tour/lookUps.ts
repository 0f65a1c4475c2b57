import { recordings } from '../sandbox/seed/calls.ts';
import { tasks } from '../sandbox/seed/contactParts.ts';
import { conversations } from '../sandbox/seed/conversations.ts';
import { messages } from '../sandbox/seed/messages.ts';
import { staffOf } from '../sandbox/seed/users.ts';
import type { Guide, Input, Station } from './station.ts';

const withContact = ({ result }: Guide): Input => ({ contactId: result('create_contact').id });

/** The id of something that another operation of the app gives. */
const idFrom =
  (key: string, name: string, input: Input = {}) =>
  async ({ run }: Guide): Promise<Input> => ({ [name]: (await run(key, input)).id });

let made = 0;

/** A name that nothing has yet, however often a station is visited. */
const fresh = (name: string): string => {
  made += 1;
  return `${name}_${made}`;
};

const opportunity = async ({ run }: Guide) => {
  const email = `${fresh('lou')}@example.com`;
  const { id: contactId } = await run('create_contact', { name: 'Lou', email });
  const { id: pipelineId } = await run('list_pipelines', {});
  await run('create_opportunity', { contactId, pipelineId, name: 'Crown for Lou' });
  return { contactId, pipelineId, status: 'open', name: 'Crown for Lou' };
};

const seededTask = ({ sandbox }: Guide) => {
  const [task] = [...tasks(sandbox.state.main).values()].filter(({ contactId }) => contactId);
  if (!task) throw new Error('The sandbox holds no task.');
  return task;
};

const writtenNote = async (guide: Guide) => {
  const { id } = await guide.run('create_contact_note', {
    ...withContact(guide),
    body: 'Found by the tour',
  });
  return { ...withContact(guide), id };
};

const talk = ({ sandbox }: Guide): { id: string; contactId: string } => {
  const inbound = [...messages(sandbox.state.main).values()].find(
    ({ messageType, direction }) => messageType === 'TYPE_SMS' && direction === 'inbound',
  );
  const found = conversations(sandbox.state.main).get(inbound?.conversationId ?? '');
  if (!found) throw new Error('The sandbox holds no such conversation.');
  return found;
};

const call = ({ sandbox }: Guide): Input => {
  const recorded = recordings(sandbox.state.main);
  const found = [...messages(sandbox.state.main).values()].find(({ id }) => recorded.has(id));
  return { conversationId: found?.conversationId, messageId: found?.id };
};

const policies = 'custom_objects.insurance_policies';
const association = ({ run }: Guide) =>
  run('create_association', {
    key: fresh('looked_up'),
    firstObjectKey: 'contact',
    firstObjectLabel: 'Holder',
    secondObjectKey: policies,
    secondObjectLabel: 'Held Policy',
  });

/** What is looked up in the middle of a Zap, and what a “Find or Create” creates. */
export const lookUps: Station[] = [
  { key: 'find_contacts', input: { filters: [{ field: 'tags', operator: 'exists' }] } },
  { key: 'find_contact_by_id', input: withContact },
  {
    key: 'find_task_by_id',
    input: (guide) => {
      const { id: taskId, contactId } = seededTask(guide);
      return { contactId, taskId };
    },
  },
  { key: 'find_task', input: { state: 'any' } },
  { key: 'find_note_by_id', input: writtenNote },
  {
    key: 'find_note',
    input: async (guide) => {
      await writtenNote(guide);
      return { ...withContact(guide), body: 'found by' };
    },
  },
  { key: 'create_tag', input: () => ({ name: fresh('Looked Up') }) },
  { key: 'find_tag', input: ({ result }) => ({ name: result('create_tag').name }) },
  { key: 'find_free_slots', input: idFrom('list_calendars', 'calendarId') },
  { key: 'find_calendar' },
  { key: 'find_calendar_by_id', input: idFrom('list_calendars', 'calendarId') },
  {
    key: 'find_appointment',
    input: async (guide) => ({
      ...(await idFrom('list_calendars', 'calendarId')(guide)),
      status: 'any',
      startTime: '2020-01-01T00:00:00Z',
      endTime: '2040-01-01T00:00:00Z',
    }),
  },
  {
    key: 'find_appointment_by_id',
    input: async (guide) => {
      const { calendarId } = await idFrom('list_calendars', 'calendarId')(guide);
      const { id: eventId } = await guide.run('list_calendar_events', { calendarId });
      return { eventId };
    },
  },
  {
    key: 'find_calendar_notification_by_id',
    input: async ({ run }) => {
      const { id: calendarId } = await run('list_calendars', {});
      const made = await run('create_calendar_notification', {
        calendarId,
        notifications: undefined,
        receiverType: 'contact',
        channel: 'email',
        notificationType: 'booked',
      });
      return { calendarId, notificationId: made.id };
    },
  },
  {
    key: 'find_calendar_resource_by_id',
    input: async ({ run }) => ({
      resourceType: 'equipments',
      id: (await run('list_calendar_resources', { resourceType: 'equipments' })).id,
    }),
  },
  { key: 'find_opportunity', input: opportunity },
  { key: 'find_opportunity_by_id', input: idFrom('search_opportunities', 'id') },
  { key: 'find_pipeline_stage' },
  { key: 'find_user' },
  {
    key: 'find_user_by_id',
    input: ({ sandbox }) => ({ userId: staffOf(sandbox.state.main)[0] }),
  },
  { key: 'create_conversation', input: withContact },
  { key: 'find_conversation', input: withContact },
  {
    key: 'find_messages',
    input: (guide) => ({ contactId: talk(guide).contactId, direction: 'inbound' }),
  },
  { key: 'find_conversation_by_id', input: (guide) => ({ conversationId: talk(guide).id }) },
  { key: 'find_message_by_id', input: (guide) => ({ conversationId: talk(guide).id }) },
  {
    key: 'find_email_by_id',
    input: ({ sandbox }) => {
      const email = [...messages(sandbox.state.main).values()].find(
        ({ messageType }) => messageType === 'TYPE_EMAIL',
      );
      return { conversationId: email?.conversationId };
    },
  },
  { key: 'find_call_recording', input: call },
  { key: 'find_call_transcription', input: call },
  { key: 'find_call_transcription_file', input: call },
  { key: 'find_business', input: { name: 'tour bakery' } },
  { key: 'find_business_by_id', input: idFrom('list_businesses', 'businessId') },
  { key: 'find_workflow', input: { status: 'published' } },
  { key: 'find_custom_field', input: { name: 'insurance plan' } },
  { key: 'find_company' },
  {
    key: 'find_association_by_id',
    input: async (guide) => ({ associationId: (await association(guide)).id }),
  },
  {
    key: 'find_association_by_key',
    input: ({ result }) => ({ key_name: result('find_association_by_id').key }),
  },
  {
    key: 'find_relations',
    input: async (guide) => {
      const { id: associationId } = await association(guide);
      const relation = await guide.run('create_relation', {
        associationId,
        firstRecordId: guide.result('create_contact').id,
        secondRecordId: (await guide.run('list_record_choices', { objectKey: policies })).id,
      });
      return { objectKey: 'contact', recordId: relation.firstRecordId };
    },
  },
  {
    key: 'create_custom_object_record',
    input: { schemaKey: policies, properties__policy_number: 'POL-TOUR' },
  },
  {
    key: 'find_custom_object_record',
    input: { schemaKey: policies, property: 'policy_number', value: 'pol-tour' },
  },
  { key: 'find_invoice', input: { status: 'paid' } },
  { key: 'find_form_submission' },
];
