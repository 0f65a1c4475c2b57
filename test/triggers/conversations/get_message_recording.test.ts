import nock from 'nock';
import { hydrators } from '../../../hydrators.ts';
import { startRun } from '../../../lib/api/startRun.ts';
import { openFile } from '../../../lib/api/transport.ts';
import { recordingRoute } from '../../../records/recordings.ts';
import getMessageRecording from '../../../triggers/conversations/get_message_recording.ts';
import { agencyConnection, connection, highlevel } from '../../support/api.ts';
import { hurry } from '../../support/clock.ts';
import { failure, poll } from '../../support/run.ts';
import { stash } from '../../support/stash.ts';
import { problem, within, withinRun } from '../../support/within.ts';

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

const path = '/conversations/messages/m1/locations/loc1/recording';
const wav = Buffer.from([0x52, 0x49, 0x46, 0x46, 0x80, 0xff, 0x00, 0xc3, 0x28, 0x0d, 0x0a, 0x9f]);
const headers = {
  'content-type': 'audio/x-wav',
  'content-disposition': 'Attachment; filename=audio.wav',
  'content-length': '12',
};
const recorded = (api = highlevel('2021-04-15')) =>
  api.get(path).matchHeader('accept', '*/*').reply(200, wav, headers);
const missing = (status = 400) =>
  highlevel('2021-04-15').get(path).reply(status, {
    message: 'Recording does not exist',
    canonicalCode: 'CONVERSATIONS_MSG_RECORDING_NOT_FOUND',
  });
const input = { conversationId: 'v1', messageId: 'm1' };

test('tells of the file, which a later step fetches', async () => {
  recorded();
  const [record] = await poll(getMessageRecording, input);
  expect(record).toMatchObject({
    id: 'm1',
    fileName: 'audio.wav',
    contentType: 'audio/x-wav',
    size: 12,
  });
  expect(record?.file).toMatch(
    /^hydrate\|\|\|.*"messageId":"m1".*"locationId":"loc1"|"locationId":"loc1".*"messageId":"m1"/,
  );
});

test('the file has its bytes, name and type', async () => {
  recorded();
  expect(await stash(hydrators.messageRecording, { messageId: 'm1', locationId: 'loc1' })).toEqual({
    url: 'https://files.example.com/stashed',
    bytes: wav,
    name: 'audio.wav',
    type: 'audio/x-wav',
  });
});

test('on an agency connection the chosen sub-account’s token fetches the file', async () => {
  highlevel()
    .post('/oauth/locationToken', 'companyId=com1&locationId=loc1')
    .reply(200, { access_token: 'token-of-loc1', expires_in: 86399 });
  recorded(
    nock('https://services.leadconnectorhq.com', {
      reqheaders: { authorization: 'Bearer token-of-loc1', version: '2021-04-15' },
    }),
  );
  const file = await stash(
    hydrators.messageRecording,
    { messageId: 'm1', locationId: 'loc1' },
    agencyConnection,
  );
  expect(file.bytes).toEqual(wav);
});

test('a sub-account token that has run out is exchanged once more', async () => {
  const token = (name: string) =>
    highlevel()
      .post('/oauth/locationToken', 'companyId=com1&locationId=loc1')
      .reply(200, { access_token: name, expires_in: 86399 });
  const asking = (name: string) =>
    nock('https://services.leadconnectorhq.com', {
      reqheaders: { authorization: `Bearer ${name}` },
    });
  token('old');
  asking('old').get(path).times(2).reply(401, { message: 'Invalid JWT' });
  token('new');
  recorded(asking('new'));
  expect(
    await poll(
      getMessageRecording,
      { ...input, locationId: 'loc1' },
      { authData: agencyConnection },
    ),
  ).toMatchObject([{ id: 'm1', size: 12 }]);
});

test('a second 401 is left to Zapier’s refresh, and no third token is asked for', async () => {
  for (const name of ['old', 'new']) {
    highlevel()
      .post('/oauth/locationToken', 'companyId=com1&locationId=loc1')
      .reply(200, { access_token: name, expires_in: 86399 });
    nock('https://services.leadconnectorhq.com', {
      reqheaders: { authorization: `Bearer ${name}` },
    })
      .get(path)
      .times(2)
      .reply(401, { message: 'Invalid JWT' });
  }
  const file = { messageId: 'm1', locationId: 'loc1' };
  const told = within(hydrators.messageRecording, { inputData: file, authData: agencyConnection });
  expect((await problem(told)).name).toBe('RefreshAuthError');
});

test('a connection that has run out is told without what HighLevel says of it', async () => {
  highlevel('2021-04-15')
    .get(path)
    .times(2)
    .reply(401, { message: `Bearer ${connection.access_token} has run out` });
  const file = { messageId: 'm1', locationId: 'loc1' };
  const told = await problem(within(hydrators.messageRecording, { inputData: file }));
  expect(told.name).toBe('RefreshAuthError');
  expect(told.message).not.toContain('What happened');
  expect(told.message).not.toContain(connection.access_token);
});

test('a missing scope is named', async () => {
  highlevel('2021-04-15')
    .get(path)
    .times(2)
    .reply(401, { message: 'The token is not authorized for this scope.' });
  expect(await failure(poll(getMessageRecording, input))).toContain(
    'conversations/message.readonly',
  );
});

test('says in a sentence that there is no recording', async () => {
  missing();
  expect(await failure(poll(getMessageRecording, input))).toContain('This call has no recording');
});

test('can be switched on before there is a recording', async () => {
  missing();
  expect(await poll(getMessageRecording, input, { meta: { isPopulatingDedupe: true } })).toEqual(
    [],
  );
});

test('other troubles are said in the words of every other operation', async () => {
  highlevel('2021-04-15').get(path).reply(403, { message: 'Forbidden resource' });
  expect(await failure(poll(getMessageRecording, input))).toContain(
    'it needs an agency connection',
  );
  highlevel('2021-04-15').get(path).reply(429, {}, { 'x-ratelimit-interval-milliseconds': '7000' });
  expect(await failure(poll(getMessageRecording, input))).toContain('rate limit');
  const message = ['messageId must be a mongodb id'];
  highlevel('2021-04-15').get(path).reply(422, { message });
  expect(await failure(poll(getMessageRecording, input))).toContain('“Call” must be a mongodb id');
});

test('a file that does not come is waited for as long as a write', async () => {
  const timeouts: unknown[] = [];
  await withinRun(async ({ z, bundle }) => {
    const request = async ({ timeout }: { timeout: number }) => {
      timeouts.push(timeout);
      return { status: 200, getHeader: () => 'audio/x-wav' };
    };
    const run = startRun({ ...z, request } as never, bundle);
    await openFile(run, recordingRoute, { messageId: 'm1', locationId: 'loc1' });
  });
  expect(timeouts).toEqual([25_000]);
});

test('a trouble of HighLevel’s that passes is not told', async () => {
  highlevel('2021-04-15').get(path).reply(503, 'upstream connect error');
  recorded();
  expect(await poll(getMessageRecording, input)).toMatchObject([{ id: 'm1' }]);
});

test('an answer that is no file is not taken for one', async () => {
  highlevel('2021-04-15').get(path).times(3).reply(200, { url: 'https://x.example' });
  expect(await failure(poll(getMessageRecording, input))).toContain('was not a file');
});

test.each([
  [
    'a gateway’s page',
    '<html>Just a moment</html>',
    { 'content-type': 'text/html' },
    'could not be read',
  ],
  ['nothing', '', { 'content-type': 'audio/x-wav', 'content-length': '0' }, 'was empty'],
])('%s is no recording', async (_, body, heads, words) => {
  highlevel('2021-04-15').get(path).times(3).reply(200, body, heads);
  expect(await failure(poll(getMessageRecording, input))).toContain(`answer ${words}`);
});

test('another recording counts as new', async () => {
  const revisionOf = async (size: string) => {
    highlevel('2021-04-15')
      .get(path)
      .reply(200, wav, { ...headers, 'content-length': size });
    return (await poll(getMessageRecording, input))[0]?.revision;
  };
  const first = await revisionOf('12');
  expect(await revisionOf('12')).toBe(first);
  expect(await revisionOf('24')).not.toBe(first);
});
