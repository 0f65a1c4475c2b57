import type { Search } from 'zapier-platform-core';
import { searches } from '../../searches/index.ts';
import { agencyConnection, highlevel } from '../support/api.ts';
import { poll } from '../support/run.ts';

const byKey = new Map(
  Object.values(searches)
    .flat()
    .map((search): [string, Search] => [search.key, search]),
);
const find = (key: string, input: Record<string, unknown>, setting = {}) => {
  const search = byKey.get(key);
  if (!search) throw new Error(`There is no ${key}.`);
  return poll(search, input, setting);
};

const v2 = '2021-04-15' as const;

/** Key, input, version, path, answer; the record comes with the id `x1`. */
const one: [string, Record<string, string>, '2021-07-28' | typeof v2, string, object][] = [
  [
    'find_contact_by_id',
    { contactId: 'x1' },
    '2021-07-28',
    '/contacts/x1',
    { contact: { id: 'x1' } },
  ],
  [
    'find_task_by_id',
    { contactId: 'c1', taskId: 'x1' },
    '2021-07-28',
    '/contacts/c1/tasks/x1',
    { task: { id: 'x1' } },
  ],
  [
    'find_note_by_id',
    { contactId: 'c1', id: 'x1' },
    '2021-07-28',
    '/contacts/c1/notes/x1',
    { note: { id: 'x1' } },
  ],
  [
    'find_appointment_by_id',
    { eventId: 'x1' },
    v2,
    '/calendars/events/appointments/x1',
    { appointment: { id: 'x1' } },
  ],
  ['find_calendar_by_id', { calendarId: 'x1' }, v2, '/calendars/x1', { calendar: { id: 'x1' } }],
  [
    'find_calendar_notification_by_id',
    { calendarId: 'k1', notificationId: 'x1' },
    v2,
    '/calendars/k1/notifications/x1',
    { _id: 'x1' },
  ],
  [
    'find_calendar_resource_by_id',
    { resourceType: 'rooms', id: 'x1' },
    v2,
    '/calendars/resources/rooms/x1',
    { _id: 'x1' },
  ],
  [
    'find_opportunity_by_id',
    { id: 'x1' },
    '2021-07-28',
    '/opportunities/x1',
    { opportunity: { id: 'x1' } },
  ],
  ['find_user_by_id', { userId: 'x1' }, '2021-07-28', '/users/x1', { id: 'x1' }],
  ['find_conversation_by_id', { conversationId: 'x1' }, v2, '/conversations/x1', { id: 'x1' }],
  ['find_message_by_id', { id: 'x1' }, v2, '/conversations/messages/x1', { message: { id: 'x1' } }],
  [
    'find_email_by_id',
    { id: 'x1' },
    v2,
    '/conversations/messages/email/x1',
    { emailMessage: { id: 'x1' } },
  ],
  [
    'find_call_transcription',
    { messageId: 'x1' },
    v2,
    '/conversations/locations/loc1/messages/x1/transcription',
    [{ sentenceIndex: 0, transcript: 'Hello' }],
  ],
  [
    'find_business_by_id',
    { businessId: 'x1' },
    '2021-07-28',
    '/businesses/x1',
    { business: { id: 'x1' } },
  ],
  [
    'find_association_by_id',
    { associationId: 'x1' },
    '2021-07-28',
    '/associations/x1',
    { id: 'x1', key: 'k' },
  ],
  [
    'find_association_by_key',
    { key_name: 'owner' },
    '2021-07-28',
    '/associations/key/owner?locationId=loc1',
    { id: 'x1', key: 'owner' },
  ],
];

test.each(one)('%s finds the one', async (key, input, version, path, answer) => {
  highlevel(version).get(path).reply(200, answer);
  const found = await find(key, input);
  expect(found).toMatchObject([{ id: 'x1' }]);
  expect(found[0]).not.toHaveProperty('revision');
});

test.each(one)('%s finds none of an unknown ID', async (key, input, version, path) => {
  highlevel(version).get(path).reply(400, { message: 'Record with id x1 not found' });
  expect(await find(key, input)).toEqual([]);
});

test.each(['find_call_recording', 'find_call_transcription_file'])(
  '%s finds none of a call that has none',
  async (key) => {
    highlevel(v2).get(/x1/).reply(400, { message: 'Recording not found' });
    expect(await find(key, { messageId: 'x1' })).toEqual([]);
  },
);

test('Find Company reads the agency of the connection', async () => {
  highlevel()
    .get('/companies/com1')
    .reply(200, { company: { id: 'com1', name: 'Northstar' } });
  const found = await find('find_company', {}, { authData: agencyConnection });
  expect(found).toMatchObject([{ id: 'com1', name: 'Northstar' }]);
});

test('Find Contacts gives all that match, as the trigger would find them', async () => {
  highlevel()
    .post('/contacts/search', {
      locationId: 'loc1',
      query: 'smith',
      filters: [{ field: 'tags', operator: 'eq', value: 'vip' }],
      pageLimit: 100,
      sort: [{ field: 'dateAdded', direction: 'desc' }],
      page: 1,
    })
    .reply(200, { contacts: [{ id: 'c1', firstName: 'Ann' }, { id: 'c2' }], total: 2 });
  const filters = [{ field: 'tags', operator: 'eq', value: 'vip' }];
  const found = await find('find_contacts', { query: 'smith', filters });
  expect(found).toMatchObject([{ id: 'c1', name: 'Ann' }, { id: 'c2' }]);
});

test('Find Relations gives those of a record', async () => {
  highlevel()
    .get('/associations/relations/r1?locationId=loc1&skip=0&limit=100')
    .reply(200, { relations: [{ id: 'x1', associationId: 'a1' }] });
  highlevel()
    .get('/associations/?locationId=loc1&skip=0&limit=100')
    .reply(200, { associations: [{ id: 'a1', key: 'owner' }] });
  const found = await find('find_relations', { recordId: 'r1' });
  expect(found).toMatchObject([{ id: 'x1', associationName: 'owner' }]);
});
