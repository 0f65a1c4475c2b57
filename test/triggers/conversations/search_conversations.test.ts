import { conversationTypeName } from '../../../records/messageTypes.ts';
import searchConversations from '../../../triggers/conversations/search_conversations.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const found = {
  id: 'v1',
  contactId: 'c1',
  locationId: 'loc1',
  type: 'TYPE_PHONE',
  contactName: 'Ada McByron',
  fullName: 'Ada Mcbyron',
  lastMessageType: 'TYPE_NO_SHOW',
  lastMessageDate: 1772616645000,
  dateAdded: 1772466251000,
  sort: [1772616645000],
};
const sample = { meta: { isLoadingSample: true } };
const newestOf = (limit: number) => `limit=${limit}&sort=desc&sortBy=last_message_date`;
const newest = `locationId=loc1&${newestOf(3)}`;

test('reads the latest conversations; dates are ISO, types have names, names keep their case', async () => {
  highlevel('2021-04-15')
    .get(`/conversations/search?${newest}`)
    .reply(200, { conversations: [found], total: 1 });
  const [record] = await poll(searchConversations, {}, sample);
  expect(record).toMatchObject({
    id: 'v1',
    type: 'TYPE_PHONE',
    typeName: 'Phone',
    lastMessageType: 'TYPE_NO_SHOW',
    lastMessageTypeName: 'No Show',
    contactName: 'Ada McByron',
    lastMessageDate: '2026-03-04T09:30:45.000Z',
    dateAdded: '2026-03-02T15:44:11.000Z',
    dateUpdated: null,
  });
  expect(record).not.toHaveProperty('fullName');
});

test('sends every filter', async () => {
  highlevel('2021-04-15')
    .get('/conversations/search')
    .query({
      locationId: 'loc1',
      query: 'ada',
      status: 'unread',
      contactId: 'c1',
      id: 'v1',
      assignedTo: 'u1,u2',
      followers: 'u3',
      mentions: 'u4,u5',
      lastMessageType: 'TYPE_SMS',
      lastMessageDirection: 'inbound',
      lastMessageAction: 'manual',
      startDate: '1767225600000',
      endDate: '1767312000000',
      scoreProfile: 's1',
      scoreProfileMin: '10',
      scoreProfileMax: '90',
      limit: '3',
      sort: 'desc',
      sortBy: 'last_message_date',
    })
    .reply(200, { conversations: [] });
  const records = await poll(
    searchConversations,
    {
      query: 'ada',
      status: 'unread',
      contactId: 'c1',
      id: 'v1',
      assignedTo: ['u1', 'u2'],
      followers: ['u3'],
      mentions: ['u4', 'u5'],
      lastMessageType: 'TYPE_SMS',
      lastMessageDirection: 'inbound',
      lastMessageAction: 'manual',
      startDate: '2026-01-01T00:00:00Z',
      endDate: '2026-01-01T19:00:00-05:00',
      scoreProfile: 's1',
      scoreProfileMin: '10',
      scoreProfileMax: 90,
    },
    sample,
  );
  expect(records).toEqual([]);
});

test.each([
  ['a day counts to its end', '2026-01-31T00:00:00-05:00', '2026-01-31T23:59:59.999-05:00'],
  ['a time is kept', '2026-01-31T09:30:00-05:00', '2026-01-31T09:30:00-05:00'],
])('up to a moment: %s', async (_, endDate, sent) => {
  highlevel('2021-04-15')
    .get(`/conversations/search?locationId=loc1&endDate=${Date.parse(sent)}&${newestOf(3)}`)
    .reply(200, { conversations: [] });
  expect(await poll(searchConversations, { endDate }, sample)).toEqual([]);
});

test('finds what nobody is assigned to', async () => {
  highlevel('2021-04-15')
    .get(
      '/conversations/search?locationId=loc1&assignedTo=unassigned&limit=3&sort=desc&sortBy=last_message_date',
    )
    .reply(200, { conversations: [] });
  expect(await poll(searchConversations, { unassigned: true }, sample)).toEqual([]);
  expect(
    await failure(poll(searchConversations, { unassigned: true, assignedTo: ['u1'] })),
  ).toContain('Choose “Assigned Users” or “Only Unassigned”, not both.');
});

test('goes on after the sort value of the last conversation', async () => {
  const page = 'locationId=loc1&limit=100&sort=desc&sortBy=last_message_date';
  const full = Array.from({ length: 100 }, (_, i) => ({ id: `v${i}`, sort: [5000 - i] }));
  highlevel('2021-04-15')
    .get(`/conversations/search?${page}`)
    .reply(200, { conversations: full })
    .get(`/conversations/search?${page}&startAfterDate=4902`)
    .reply(200, { conversations: [{ id: 'v100', sort: [4900] }] });
  const records = await poll(searchConversations, {}, { meta: { isPopulatingDedupe: true } });
  expect(records).toHaveLength(101);
});

test('of two conversations of the same moment none is lost between two pages', async () => {
  const page = 'locationId=loc1&limit=100&sort=desc&sortBy=last_message_date';
  const full = Array.from({ length: 100 }, (_, i) => ({ id: `v${i}`, sort: [5000 - i] }));
  const twin = { id: 'twin', sort: [4901] };
  highlevel('2021-04-15')
    .get(`/conversations/search?${page}`)
    .reply(200, { conversations: full })
    .get('/conversations/search')
    .query(({ startAfterDate }) => Number(startAfterDate) > 4901)
    .reply(200, { conversations: [full.at(-1), twin] });
  const records = await poll(searchConversations, {}, { meta: { isPopulatingDedupe: true } });
  expect(records.map(({ id }) => id)).toEqual([...full.map(({ id }) => id), 'twin']);
});

test('a conversation changes with its last message', async () => {
  const recent = Date.now() - 60_000;
  highlevel('2021-04-15')
    .get('/conversations/search')
    .query(true)
    .reply(200, { conversations: [{ ...found, lastMessageDate: recent }] });
  expect(await poll(searchConversations, { triggerOn: 'changed' })).toMatchObject([
    { id: 'v1', revision: new Date(recent).toISOString() },
  ]);
});

test.each([
  ['as long as it is', '2026-10-25T00:00:00+02:00', '2026-10-25T23:00:00.000Z'],
  ['as Zapier’s newest code has a day', '2026-10-25T09:00:00+01:00', '2026-10-25T23:00:00.000Z'],
  ['as it is written', '2026-10-25', '2026-10-25T23:00:00.000Z'],
  ['as picked elsewhere', '2026-10-25T00:00:00-07:00', '2026-10-26T07:00:00.000Z'],
])('the last day counts to its end, %s', async (_, endDate, end) => {
  highlevel('2021-04-15')
    .get('/conversations/search')
    .query((asked) => asked.endDate === String(Date.parse(end) - 1) && !('timezone' in asked))
    .reply(200, { conversations: [] });
  const meta = { isLoadingSample: true, timezone: 'Europe/Zurich' };
  expect(await poll(searchConversations, { endDate }, { meta })).toEqual([]);
});

// conversations.json: SearchConversation.type, and the numbers of GetConversationByIdResponse.type.
test.each([
  [1, 'TYPE_PHONE', 'Phone'],
  [2, 'TYPE_EMAIL', 'Email'],
  [3, 'TYPE_FB_MESSENGER', 'Facebook Messenger'],
  [4, 'TYPE_REVIEW', 'Review'],
  [5, 'TYPE_GROUP_SMS', 'Group SMS'],
  [6, 'TYPE_INTERNAL_CHAT', 'Internal Chat'],
])('the type %d or %s is called “%s”', (number, type, name) => {
  expect([number, type].map(conversationTypeName)).toEqual([name, name]);
});
