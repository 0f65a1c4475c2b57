import listCallChoices from '../../../triggers/dropdowns/list_call_choices.ts';
import listConversationChoices from '../../../triggers/dropdowns/list_conversation_choices.ts';
import listEmailChoices from '../../../triggers/dropdowns/list_email_choices.ts';
import listMessageChoices from '../../../triggers/dropdowns/list_message_choices.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const meta = { isFillingDynamicDropdown: true, page: 0, timezone: 'America/New_York' };
const search = '/conversations/search?locationId=loc1&limit=100&sort=desc&sortBy=last_message_date';
const nested = (messages: object[], nextPage = false) => ({
  messages: { lastMessageId: 'last', nextPage, messages },
});
const dateAdded = '2026-03-04T14:30:45.000Z';

test('conversations show contact and last message, without this step’s own filters', async () => {
  highlevel('2021-04-15')
    .get(search)
    .reply(200, {
      conversations: [
        { id: 'v1', contactName: 'Ada McByron', lastMessageDate: 1772634645000 },
        { id: 'v2', phone: '+14155550134' },
        { id: 'v3' },
      ],
    });
  expect(await poll(listConversationChoices, { status: 'unread', query: 'x' }, { meta })).toEqual([
    { id: 'v1', name: 'Ada McByron · Mar 4, 2026, 09:30' },
    { id: 'v2', name: '+14155550134' },
    { id: 'v3', name: 'v3' },
  ]);
});

test('the second page of conversations follows the first', async () => {
  const page = Array.from({ length: 100 }, (_, i) => ({ id: `v${i}`, sort: [900 - i] }));
  highlevel('2021-04-15')
    .get(search)
    .reply(200, { conversations: page })
    .get(`${search}&startAfterDate=802`)
    .reply(200, { conversations: [page.at(-1), { id: 'v100' }] });
  expect(await poll(listConversationChoices, {}, { meta: { ...meta, page: 1 } })).toEqual([
    { id: 'v100', name: 'v100' },
  ]);
});

test('there is no page after a short one', async () => {
  highlevel('2021-04-15')
    .get(search)
    .reply(200, { conversations: [{ id: 'v1' }] });
  expect(await poll(listConversationChoices, {}, { meta: { ...meta, page: 1 } })).toEqual([]);
});

test('messages show when, what, which way and how they begin', async () => {
  highlevel('2021-04-15')
    .get('/conversations/v1/messages?limit=100')
    .reply(
      200,
      nested([
        { id: 'm1', messageType: 'TYPE_SMS', direction: 'inbound', body: 'Hi there', dateAdded },
        { id: 'm2', messageType: 'TYPE_ACTIVITY_CONTACT' },
      ]),
    );
  expect(await poll(listMessageChoices, { conversationId: 'v1' }, { meta })).toEqual([
    { id: 'm1', name: 'Mar 4, 2026, 09:30 · SMS · inbound · Hi there' },
  ]);
});

test('a message of which nothing is known shows its id', async () => {
  highlevel('2021-04-15')
    .get('/conversations/v1/messages?limit=100')
    .reply(200, nested([{ id: 'm1' }]));
  expect(await poll(listMessageChoices, { conversationId: 'v1' }, { meta })).toEqual([
    { id: 'm1', name: 'm1' },
  ]);
});

test('messages of a stranger who likes brackets are listed at once', async () => {
  const body = `Look: ${'<'.repeat(200_000)}`;
  highlevel('2021-04-15')
    .get('/conversations/v1/messages?limit=100')
    .reply(200, nested([{ id: 'm1', messageType: 'TYPE_SMS', direction: 'inbound', body }]));
  const start = process.cpuUsage();
  const [choice] = await poll(listMessageChoices, { conversationId: 'v1' }, { meta });
  expect(choice?.name).toContain('SMS · inbound · Look: <<<');
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(2_000);
});

test('calls are messages of type call', async () => {
  highlevel('2021-04-15')
    .get('/conversations/v1/messages?type=TYPE_CALL&limit=100')
    .reply(200, nested([{ id: 'm1', messageType: 'TYPE_CALL', direction: 'outbound', dateAdded }]));
  expect(await poll(listCallChoices, { conversationId: 'v1' }, { meta })).toEqual([
    { id: 'm1', name: 'Mar 4, 2026, 09:30 · Call · outbound' },
  ]);
});

test('a message may stand for several emails', async () => {
  highlevel('2021-04-15')
    .get('/conversations/v1/messages?type=TYPE_EMAIL&limit=100')
    .reply(
      200,
      nested([
        { id: 'm1', messageType: 'TYPE_EMAIL', meta: { email: { messageIds: ['e1', 'e2'] } } },
        { id: 'm2', messageType: 'TYPE_EMAIL' },
      ]),
    );
  const choices = await poll(listEmailChoices, { conversationId: 'v1' }, { meta });
  expect(choices.map(({ id }) => id)).toEqual(['e1', 'e2', 'm2']);
});

test('says that a conversation must be chosen first', async () => {
  expect(await failure(poll(listMessageChoices, {}, { meta }))).toContain('“Conversation” first');
});
