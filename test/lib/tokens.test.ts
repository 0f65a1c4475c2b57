import nock from 'nock';
import { subAccountField } from '../../lib/operations/shape.ts';
import findContact from '../../searches/contacts/find_contact.ts';
import getMessageRecording from '../../triggers/conversations/get_message_recording.ts';
import { agencyConnection } from '../support/api.ts';
import { hurry } from '../support/clock.ts';
import { failure, poll } from '../support/run.ts';
import { problem, type Setting, within, withinRun } from '../support/within.ts';

const host = 'https://services.leadconnectorhq.com';
const agency: Setting = { authData: agencyConnection, inputData: { locationId: 'sub1' } };
const byId = 'GET /contacts/{contactId}';

const exchange = (status: number, answer: object) =>
  nock(host, { reqheaders: { authorization: 'Bearer token-of-the-test', version: '2021-07-28' } })
    .post('/oauth/locationToken', 'companyId=com1&locationId=sub1')
    .reply(status, answer);
const gives = (access_token: string) =>
  exchange(200, { access_token, expires_in: 86_399, refresh_token: 'r', locationId: 'sub1' });
const contact = (bearer: string, status = 200, answer: object = { contact: { id: 'c1' } }) =>
  nock(host, { reqheaders: { authorization: `Bearer ${bearer}` } })
    .get('/contacts/c1')
    .reply(status, answer);

const asking = (times = 1, setting = agency) =>
  withinRun(async (run) => {
    const answers = [];
    for (let time = 0; time < times; time += 1)
      answers.push(await run.call(byId, { contactId: 'c1' }));
    return answers;
  }, setting);

afterEach(() => jest.restoreAllMocks());

describe('an agency’s connection', () => {
  test('every sub-account operation asks which one first', async () => {
    const shown = (setting?: Setting) =>
      within(async (z, bundle) => subAccountField(z, bundle), setting);
    expect(await shown(agency)).toMatchObject([
      { key: 'locationId', label: 'Sub-Account', required: true, altersDynamicFields: true },
    ]);
    expect(await shown()).toEqual([]);
  });

  test('the token of the sub-account is exchanged once and kept', async () => {
    gives('sub-token');
    contact('sub-token');
    contact('sub-token');
    expect(await asking(2)).toHaveLength(2);
  });

  test('a sub-account that is mapped with blanks around it is that sub-account', async () => {
    gives('sub-token');
    contact('sub-token');
    expect(await asking(1, { ...agency, inputData: { locationId: ' sub1\n' } })).toHaveLength(1);
  });

  test.each([
    ['a minute before its end', 60, 'old'],
    ['in its last seconds', 40, 'fresh'],
    ['after its end', 0, 'fresh'],
  ])('%s (%d s) the token is the %s one', async (_when, before, bearer) => {
    gives('old');
    contact('old');
    if (bearer === 'fresh') gives('fresh');
    contact(bearer);
    const answers = await withinRun(async (run) => {
      const ask = () => run.call(byId, { contactId: 'c1' });
      const first = await ask();
      jest.spyOn(Date, 'now').mockReturnValue(Date.now() + (86_399 - before) * 1000);
      const second = await ask().finally(() => jest.restoreAllMocks());
      return [first, second];
    }, agency);
    expect(answers).toHaveLength(2);
  });

  test('a token that does not say how long it lives is used for an hour', async () => {
    const unsaid = (access_token: string) => exchange(200, { access_token });
    unsaid('old');
    contact('old');
    unsaid('fresh');
    contact('fresh');
    const answers = await withinRun(async (run) => {
      const ask = () => run.call(byId, { contactId: 'c1' });
      const first = await ask();
      jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
      return [first, await ask().finally(() => jest.restoreAllMocks())];
    }, agency);
    expect(answers).toHaveLength(2);
  });

  test('a token that hardly lives is exchanged once for a request', async () => {
    exchange(200, { access_token: 'brief', expires_in: 30 });
    contact('brief');
    expect(await asking()).toHaveLength(1);
  });

  test('an answer without a token gives no access', async () => {
    exchange(200, { expires_in: 86_399, locationId: 'sub1' });
    expect(await problem(asking())).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('HighLevel gave no access to this sub-account.'),
    });
  });

  test('a token that has run out is exchanged once more', async () => {
    gives('old');
    contact('old', 401, { message: 'Invalid JWT' });
    gives('fresh');
    contact('fresh');
    expect(await asking()).toEqual([{ contact: { id: 'c1' } }]);
  });

  test('a second 401 is left to Zapier’s refresh; no message holds a token', async () => {
    gives('old-secret');
    contact('old-secret', 401, { message: 'Invalid JWT' });
    gives('fresh-secret');
    contact('fresh-secret', 401, { message: 'Invalid JWT' });
    const { name, message } = await problem(asking());
    expect(name).toBe('RefreshAuthError');
    expect(message).not.toContain('secret');
  });

  test('a missing scope is not exchanged for another token', async () => {
    gives('sub-token');
    contact('sub-token', 401, { message: 'The token is not authorized for this scope.' });
    expect(await problem(asking())).toMatchObject({ code: 'scope', status: 401 });
  });

  test('an agency token that may not exchange says so', async () => {
    for (const _ of ['secretly', 'for the reason'])
      exchange(401, { message: 'The token is not authorized for this scope.' });
    const { code, message } = await problem(asking());
    expect(code).toBe('scope');
    expect(message).toContain('the scope “oauth.write” is missing');
  });

  test.each([
    [400, { message: 'App is not installed on this location' }],
    [401, { statusCode: 401, message: 'App is not installed on this location' }],
    [403, { statusCode: 403, message: 'The token does not have access to this location.' }],
    [403, { message: 'Forbidden resource' }],
    [404, { message: 'No installation found' }],
  ])('%d %j: the app is not installed there, and nothing is refreshed', async (status, answer) => {
    exchange(status, answer);
    if (status === 401) exchange(status, answer);
    const { name, code, message } = await problem(asking());
    expect({ name, code }).toEqual({ name: 'AppError', code: 'forbidden' });
    expect(message).toContain(
      'HighLevel gave no access to this sub-account. Check that the app is installed in it.',
    );
    expect(message).not.toContain('agency connections only');
  });

  test('an exchange that times out in the guise of a 401 is tried again', async () => {
    hurry();
    for (const _ of ['secretly', 'for the reason']) exchange(401, { message: 'Command timed out' });
    gives('sub-token');
    contact('sub-token');
    expect(await asking()).toHaveLength(1);
  });

  test('a 401 “Command timed out” exchanges no other token, and writes nothing twice', async () => {
    gives('sub-token');
    nock(host, { reqheaders: { authorization: 'Bearer sub-token' } })
      .post('/contacts/c1/notes')
      .reply(401, { message: 'Command timed out', traceId: '0b7a' });
    const writing = withinRun(
      (run) => run.call('POST /contacts/{contactId}/notes', { contactId: 'c1', body: 'x' }),
      agency,
    );
    expect(await problem(writing)).toMatchObject({ name: 'AppError', code: 'unavailable' });
  });

  test('an agency token that has run out is left to Zapier’s refresh', async () => {
    for (const _ of ['secretly', 'for the reason']) exchange(401, { message: 'Invalid JWT' });
    expect((await problem(asking())).name).toBe('RefreshAuthError');
  });

  test('an exchange that fails once is tried again, before a write too', async () => {
    hurry();
    exchange(503, {});
    gives('sub-token');
    contact('sub-token');
    expect(await asking()).toEqual([{ contact: { id: 'c1' } }]);

    exchange(500, {});
    gives('sub-token');
    nock(host).put('/contacts/c1').reply(500, {});
    const writing = withinRun(
      (run) => run.call('PUT /contacts/{contactId}', { contactId: 'c1' }),
      agency,
    );
    expect((await problem(writing)).message).toContain('You can replay this run safely');
  });

  test('an exchange that fails is explained', async () => {
    hurry();
    nock(host)
      .post('/oauth/locationToken')
      .times(3)
      .replyWithError(new Error('getaddrinfo ENOTFOUND'));
    expect(await problem(asking())).toMatchObject({
      code: 'unavailable',
      message:
        'HighLevel could not be reached. A trigger tries again by itself and misses nothing. You can replay an action from your Zap history.',
    });
    exchange(400, { message: 'Location not installed', traceId: 't1' });
    expect((await problem(asking())).message).toContain('Location not installed');
  });

  test('an agency that HighLevel refuses reads what an agency can do', async () => {
    gives('sub-token');
    contact('sub-token', 403, { message: 'Forbidden resource' });
    const { message } = await problem(asking());
    expect(message).toContain('the app is not installed in the sub-account');
    expect(message).not.toContain('agency connections only');
  });

  test('nothing is sent without a chosen sub-account', async () => {
    const { name, message } = await problem(asking(1, { authData: agencyConnection }));
    expect(name).toBe('HaltedError');
    expect(message).toContain('“Sub-Account” is required: choose the sub-account to work in.');
  });

  test('what works with either token, or with the agency’s only, takes the agency’s', async () => {
    const own = () => nock(host, { reqheaders: { authorization: 'Bearer token-of-the-test' } });
    own().get('/locations/sub1').reply(200, { location: {} });
    own().get('/companies/com1').reply(200, { company: {} });
    await withinRun(async (run) => {
      await run.call('GET /locations/{locationId}', { locationId: 'sub1' });
      await run.call('GET /companies/{companyId}', { companyId: 'com1' });
    }, agency);
  });
});

test('a sub-account’s connection cannot do what is the agency’s', async () => {
  const { name, message } = await problem(
    withinRun((run) => run.call('GET /companies/{companyId}', { companyId: 'com1' })),
  );
  expect(name).toBe('HaltedError');
  expect(message).toContain('This needs an agency connection');
});

describe('a sub-account whose token is not found', () => {
  const refused = () => exchange(404, { message: 'No installation found', traceId: 't1' });
  const sentence =
    'HighLevel gave no access to this sub-account. Check that the app is installed in it. (trace t1)';

  test('is no contact that is not found', async () => {
    refused();
    const bundle = { authData: agencyConnection };
    const inputData = { locationId: 'sub1', email: 'maria@example.com' };
    expect(await failure(poll(findContact, inputData, bundle))).toBe(sentence);
  });

  test('is no call without a recording', async () => {
    refused();
    const inputData = { locationId: 'sub1', conversationId: 'v1', messageId: 'm1' };
    const said = await failure(
      poll(getMessageRecording, inputData, { authData: agencyConnection }),
    );
    expect(said).toBe(sentence);
  });
});
