import { conversations, receive } from '../../sandbox/seed/conversations.ts';
import type { Message } from '../../sandbox/seed/message.ts';
import { messages } from '../../sandbox/seed/messages.ts';
import { type Client, clientOf, useSandbox } from './client.ts';

type Raw = Record<string, unknown>;

const sandbox = useSandbox();
let client: Client;
let locationId: string;
beforeAll(async () => {
  client = await clientOf(sandbox());
  locationId = client.locationId;
});

const get = async (path: string) => (await client.call(`GET ${path}`)).body;
const search = async (filters: Record<string, string> = {}) => {
  const query = new URLSearchParams({ locationId, ...filters });
  return (await get(`/conversations/search?${query}`)) as { conversations: Raw[]; total: number };
};
const messageWhere = (fits: (message: Message) => boolean) => {
  const found = [...messages(sandbox().state.main).values()].find(fits);
  if (!found) throw new Error('The seed holds no such message.');
  return found;
};
const callOf = (status: string) =>
  messageWhere(({ meta }) => (meta.call as Raw | undefined)?.status === status).id;
const longest = () =>
  messageWhere(({ messageType }) => messageType === 'TYPE_ACTIVITY_OPPORTUNITY').conversationId;

describe('search', () => {
  test('latest message first; type is a text, dates are epoch ms', async () => {
    const { conversations: found, total } = await search({ limit: '5' });
    const dates = found.map(({ lastMessageDate }) => Number(lastMessageDate));
    expect(found).toHaveLength(5);
    expect(total).toBeGreaterThan(100);
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
    expect(found[0]).toMatchObject({ type: 'TYPE_PHONE', sort: [dates[0]] });
  });

  test('goes on after the sort value of the last conversation', async () => {
    const { conversations: all } = await search({ limit: '6' });
    const { sort = [] } = (all[2] ?? {}) as { sort?: number[] };
    const { conversations: rest } = await search({ limit: '3', startAfterDate: String(sort[0]) });
    expect(rest.map(({ id }) => id)).toEqual(all.slice(3).map(({ id }) => id));
  });

  test.each([
    [{ status: 'unread' }, ({ unreadCount }: Raw) => Number(unreadCount) > 0],
    [{ status: 'read' }, ({ unreadCount }: Raw) => unreadCount === 0],
    [{ status: 'starred' }, ({ starred }: Raw) => starred === true],
    [
      { lastMessageType: 'TYPE_CALL' },
      ({ lastMessageType }: Raw) => lastMessageType === 'TYPE_CALL',
    ],
    [{ lastMessageDirection: 'inbound' }, (one: Raw) => one.lastMessageDirection === 'inbound'],
    [{ assignedTo: 'unassigned' }, ({ assignedTo }: Raw) => assignedTo === undefined],
  ])('filters by %j', async (filter, fits) => {
    const { conversations: found, total } = await search({ ...filter, limit: '100' });
    expect(found.every(fits)).toBe(true);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan((await search()).total);
  });

  test('a limit above 100 is a 400, an unknown filter a 422', async () => {
    const tooMuch = await client.call(
      `GET /conversations/search?locationId=${locationId}&limit=101`,
    );
    const unknown = await client.call(`GET /conversations/search?locationId=${locationId}&page=2`);
    expect([tooMuch.status, unknown.status]).toEqual([400, 422]);
  });

  test('capitalises the full name anew', async () => {
    await client.call('POST /contacts/', { locationId, firstName: 'Ada', lastName: 'McByron' });
    expect((await search({ query: 'mcbyron' })).conversations).toMatchObject([
      { contactName: 'Ada McByron', fullName: 'Ada Mcbyron', lastMessageType: 'TYPE_NO_SHOW' },
    ]);
  });
});

test('a deleted contact takes its conversation along', async () => {
  const { body } = await client.call('POST /contacts/', { locationId, firstName: 'Gone' });
  const { id } = body.contact as Raw;
  expect((await search({ contactId: String(id) })).total).toBe(1);
  await client.call(`DELETE /contacts/${id}`);
  expect((await search({ contactId: String(id) })).total).toBe(0);
});

test('one conversation: the type is a number, dates are seconds and nanoseconds', async () => {
  const { conversations: found } = await search({ limit: '1' });
  expect(await get(`/conversations/${found[0]?.id}`)).toMatchObject({
    type: 1,
    deleted: false,
    lastMessageDate: { seconds: expect.any(Number), nanoseconds: expect.any(Number) },
  });
});

describe('messages', () => {
  test('are doubly nested and page by the last id', async () => {
    const page = async (query = '') =>
      (await get(`/conversations/${longest()}/messages?limit=100${query}`)).messages as {
        lastMessageId: string;
        nextPage: boolean;
        messages: Raw[];
      };
    const first = await page();
    const second = await page(`&lastMessageId=${first.lastMessageId}`);
    expect([first.messages.length, first.nextPage]).toEqual([100, true]);
    expect([second.messages.length, second.nextPage]).toEqual([30, false]);
    expect(first.messages.map(({ messageType }) => messageType)).toContain(
      'TYPE_ACTIVITY_OPPORTUNITY',
    );
  });

  test('are 20 by default, and 100 at most', async () => {
    const { messages: list } = await get(`/conversations/${longest()}/messages`);
    expect((list as { messages: Raw[] }).messages).toHaveLength(20);
    const { status } = await client.call(`GET /conversations/${longest()}/messages?limit=101`);
    expect(status).toBe(400);
  });

  test('of some types only', async () => {
    const { messages: list } = await get(
      `/conversations/${longest()}/messages?limit=100&type=TYPE_ACTIVITY_OPPORTUNITY,TYPE_CALL`,
    );
    expect((list as { messages: Raw[] }).messages).toHaveLength(13);
  });

  test('an e-mail has no body in the list, but under its own id', async () => {
    const { conversationId, meta } = messageWhere(
      ({ messageType }) => messageType === 'TYPE_EMAIL',
    );
    const [emailId] = (meta.email as { messageIds: string[] }).messageIds;
    const { messages: list } = await get(
      `/conversations/${conversationId}/messages?type=TYPE_EMAIL`,
    );
    expect((list as { messages: Raw[] }).messages[0]?.body).toBe('');
    expect(await get(`/conversations/messages/email/${emailId}`)).toMatchObject({
      id: emailId,
      conversationId,
      body: expect.stringContaining('<p>'),
    });
  });

  test('one message is wrapped and says why it was not delivered', async () => {
    const { id } = messageWhere(({ status }) => status === 'failed');
    expect((await get(`/conversations/messages/${id}`)).message).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('No numbers'),
    });
  });

  test('a new status shows', async () => {
    const { id } = messageWhere(({ messageType }) => messageType === 'TYPE_WHATSAPP');
    const error = { code: '1', type: 'saas', message: 'Blocked' };
    await client.call(`PUT /conversations/messages/${id}/status`, { status: 'failed', error });
    expect((await get(`/conversations/messages/${id}`)).message).toMatchObject({
      status: 'failed',
      error,
    });
  });

  test('a text that comes in is the newest', async () => {
    const { main } = sandbox().state;
    const conversation = [...conversations(main).values()].at(-1);
    receive(main, conversation?.id ?? '', 'Hello again');
    expect((await search({ limit: '1' })).conversations).toMatchObject([
      { id: conversation?.id, lastMessageBody: 'Hello again' },
    ]);
  });
});

describe('calls', () => {
  const fetchRaw = (path: string) =>
    fetch(`${sandbox().url}${path}`, {
      headers: { authorization: `Bearer ${client.connection.access_token}`, version: '2021-04-15' },
    });

  test('a recording is a sound file', async () => {
    const answer = await fetchRaw(
      `/conversations/messages/${callOf('completed')}/locations/${locationId}/recording`,
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-type')).toBe('audio/x-wav');
    expect(answer.headers.get('content-disposition')).toBe('Attachment; filename=audio.wav');
    expect(bytes.toString('latin1', 0, 4)).toBe('RIFF');
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
  });

  test('a transcription is an array', async () => {
    const path = `/conversations/locations/${locationId}/messages/${callOf('completed')}/transcription`;
    expect(await (await fetchRaw(path)).json()).toMatchObject([
      { sentenceIndex: 0, speaker: 0 },
      { sentenceIndex: 1 },
      { sentenceIndex: 2 },
    ]);
    const download = await fetchRaw(`${path}/download`);
    expect(download.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await download.text()).toContain('Thursday at ten');
  });

  test('without recording: 400 with its own code', async () => {
    const path = `/conversations/locations/${locationId}/messages/${callOf('no-answer')}/transcription`;
    const { status, body } = await client.call(`GET ${path}`);
    expect(status).toBe(400);
    expect(body.canonicalCode).toBe('CONVERSATIONS_MSG_RECORDING_NOT_FOUND');
  });

  test('the location of another sub-account is refused', async () => {
    const path = `/conversations/messages/${callOf('completed')}/locations/other/recording`;
    expect((await fetchRaw(path)).status).toBe(403);
  });
});

test('the typing indicator takes no switch, but a text', async () => {
  const { conversations: found } = await search({ limit: '1' });
  const body = { locationId, visitorId: 'v1', conversationId: found[0]?.id };
  const send = (isTyping: unknown) =>
    client.call('POST /conversations/providers/live-chat/typing', { ...body, isTyping });
  expect(await send('true')).toMatchObject({ status: 201, body: { success: true } });
  expect((await send(true)).status).toBe(422);
});

describe('a contact that was made before anybody looked at a message', () => {
  const fresh = useSandbox();

  test('has a conversation without messages', async () => {
    const { call, locationId: place } = await clientOf(fresh());
    const { body } = await call('POST /contacts/', { locationId: place, firstName: 'First' });
    const { id } = body.contact as Raw;
    const query = `locationId=${place}&contactId=${id}`;
    const [talk] = (await call(`GET /conversations/search?${query}`)).body.conversations as Raw[];
    expect(talk).toMatchObject({ lastMessageType: 'TYPE_NO_SHOW', lastMessageBody: '' });
    const { body: said } = await call(`GET /conversations/${talk?.id}/messages`);
    expect(said.messages).toMatchObject({ messages: [] });
  });
});
