import nock, { type ReplyHeaders } from 'nock';
import createContact from '../creates/contacts/create_contact.ts';
import { HighLevelError } from '../lib/api/errors.ts';
import { redact, secretInputs } from '../lib/api/redact.ts';
import { startRun } from '../lib/api/startRun.ts';
import { networkError } from '../lib/api/thrown.ts';
import listTags from '../triggers/dropdowns/list_tags.ts';
import { connection, highlevel } from './support/api.ts';
import { hurry } from './support/clock.ts';
import { poll, run } from './support/run.ts';
import { problem, within, withinRun } from './support/within.ts';

beforeEach(() => {
  hurry();
  // Without what is added to each wait.
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => jest.restoreAllMocks());

const labels = { email: 'Email', dnd__sms: 'DND for SMS', status: 'Status' };

/** The error that a read, or a write, meets when HighLevel answers so. */
const read = (status: number, answer: string | object, headers: ReplyHeaders = {}) => {
  highlevel()
    .get('/contacts/c1')
    .reply(status, answer as object, headers);
  return problem(withinRun((run) => run.call('GET /contacts/{id}', { id: 'c1' }), {}, labels));
};
const write = (status: number, answer: string | object, method = 'PUT') => {
  highlevel()
    .intercept('/contacts/c1', method)
    .reply(status, answer as object);
  return problem(
    withinRun((run) => run.call(`${method} /contacts/{id}`, { id: 'c1' }), {}, labels),
  );
};
const patience =
  'A trigger tries again by itself and misses nothing. You can replay an action from your Zap history.';
const caution = 'You can replay this run safely: it makes the same change again.';

describe('before a request', () => {
  test('origin, bearer and the version of the endpoint', async () => {
    highlevel('2021-04-15').get('/calendars/?locationId=loc1').reply(200, { calendars: [] });
    const answer = await withinRun((run) => run.call('GET /calendars/', { locationId: 'loc1' }));
    expect(answer).toEqual({ calendars: [] });
  });

  test('every request says that it comes from Zapier', async () => {
    const asked = nock('https://services.leadconnectorhq.com', {
      reqheaders: { 'user-agent': 'Zapier' },
    })
      .get('/contacts/c1')
      .reply(200, { id: 'c1' });
    await withinRun((run) => run.call('GET /contacts/{id}', { id: 'c1' }));
    expect(asked.isDone()).toBe(true);
  });

  test('a host with a path of its own', async () => {
    process.env.HIGHLEVEL_API_URL = 'http://127.0.0.1:4010/api';
    nock('http://127.0.0.1:4010', { reqheaders: { version: '2021-04-15' } })
      .get('/api/calendars/')
      .reply(200, { calendars: [] });
    const answer = withinRun((run) => run.call('GET /calendars/', {}));
    await answer.finally(() => delete process.env.HIGHLEVEL_API_URL);
  });

  test('another host gets neither bearer nor version', async () => {
    nock('https://files.example.com', { badheaders: ['authorization', 'version'] })
      .get('/a.mp3')
      .reply(200, {});
    const { status } = await within((z) => z.request('https://files.example.com/a.mp3'));
    expect(status).toBe(200);
  });

  test('a host that only begins like HighLevel’s is another host', async () => {
    nock('https://services.leadconnectorhq.com.example.com', { badheaders: ['authorization'] })
      .get('/contacts/c1')
      .reply(200, {});
    const url = 'https://services.leadconnectorhq.com.example.com/contacts/c1';
    expect((await within((z) => z.request(url))).status).toBe(200);
  });
});

describe('400 and 422', () => {
  test.each([400, 422])('%d: bad properties by label, in HighLevel’s words', async (status) => {
    const message = [
      'email must be an email',
      'property dnd.sms should not exist',
      'each value in status must be a string',
      'settings.3.status must be one of: a, b.',
      'settings.3.dnd.sms must be a string',
      'nickname is odd',
    ];
    expect(await write(status, { statusCode: status, message, traceId: 't1' })).toEqual({
      name: 'AppError',
      code: 'invalid',
      status,
      message:
        'HighLevel did not accept this. HighLevel says: “Email” must be an email; property “DND for SMS” should not exist; each value in “Status” must be a string; “Status” must be one of: a, b; “DND for SMS” must be a string; nickname is odd. Change the value in this step and try again. (trace t1)',
    });
  });

  test.each([
    [{ message: 'No' }, 'No'],
    [{ error: 'Bad' }, 'Bad'],
    [{ error: { message: 'Inner' } }, 'Inner'],
    [{ error_description: 'Described', error: 'short' }, 'Described'],
    [{ message: [{ property: 'x' }] }, '{"property":"x"}'],
    [{ message: { text: 'x' } }, '{"text":"x"}'],
  ])('words are found in %j', async (answer, said) => {
    expect((await write(422, answer)).message).toContain(`HighLevel says: ${said}.`);
  });

  test.each(['', '<html>Bad Request</html>', '[]', 'null', '"text"'])(
    'no words in %j',
    async (answer) => {
      expect((await write(400, answer)).message).toBe(
        'HighLevel did not accept this. It gave no reason (400). Change the value in this step and try again.',
      );
    },
  );

  test('a duplicate names the contact that exists', async () => {
    const meta = { contactId: 'c7', matchingField: 'phone' };
    expect(await write(400, { message: 'no duplicated contacts.', meta }, 'POST')).toMatchObject({
      code: 'duplicate',
      status: 400,
      message: expect.stringContaining('(same phone): its ID is c7.'),
    });
    expect((await write(400, { message: 'x', meta: { contactId: 'c7' } })).message).toContain(
      'already exists: its ID is c7.',
    );
  });

  test.each([
    [400, 'Contact with id c1 not found'],
    [400, 'No conversation found'],
    [400, 'The calendar does not exist'],
    [404, 'Contact was not found'],
    [404, 'Contact not found in this location'],
  ])('%d “%s”: which record was not found', async (status, message) => {
    expect(await read(status, { message })).toEqual({
      name: 'AppError',
      code: 'not_found',
      status,
      message: `HighLevel did not find this. HighLevel says: ${message}. Check that it was not deleted and that it belongs to this sub-account.`,
    });
  });

  test.each([
    [400, 'Location with id loc1 not found'],
    [404, 'Location not found'],
  ])('%d “%s”: the sub-account is gone, not the record', async (status, message) => {
    expect(await read(status, { message })).toMatchObject({
      code: 'no_location',
      message: expect.stringMatching(/^HighLevel does not know this sub-account/),
    });
  });

  test('a property that should not exist is no record that was not found', async () => {
    expect(await write(400, { message: 'property x should not exist' })).toMatchObject({
      code: 'invalid',
    });
  });
});

describe('401', () => {
  const scope = { statusCode: 401, message: 'The token is not authorized for this scope.' };

  test('of the token: left to Zapier’s refresh', async () => {
    const { name, message } = await read(401, { message: 'Invalid JWT' });
    expect(name).toBe('RefreshAuthError');
    expect(message).not.toContain(connection.access_token);
  });

  test.each([
    ['a read', () => read(401, scope), 'contacts.readonly'],
    ['a write', () => write(401, scope), 'contacts.write'],
    [
      'an answer that begins with its trace',
      () => read(401, { traceId: '0c52e980-41f6-4be7-8c4b-6e2c0c1c1f0a', ...scope }),
      'contacts.readonly',
    ],
  ])('of the scope, for %s: names the scope', async (_what, run401, missing) => {
    expect(await run401()).toEqual({
      name: 'AppError',
      code: 'scope',
      status: 401,
      message: `HighLevel has not allowed this connection to do this: the scope “${missing}” is missing. Ask the owner of the app to add it, install the app again in HighLevel, then reconnect.`,
    });
  });

  test('of a function that is not open yet', async () => {
    const message =
      'This route is not yet supported by the IAM Service. Please update your IAM config.';
    expect(await read(401, { statusCode: 401, message })).toMatchObject({
      code: 'unsupported',
      status: 401,
      message: expect.stringContaining('Nothing is wrong with your Zap'),
    });
  });

  test('the last 401 counts, not one before it', async () => {
    highlevel().get('/contacts/c1').reply(401, scope);
    highlevel().get('/contacts/c1').reply(401, { message: 'Invalid JWT' });
    const ask = withinRun(async (run) => {
      const asked = () => run.call('GET /contacts/{id}', { id: 'c1' });
      await asked().catch(() => undefined);
      return asked();
    });
    expect((await problem(ask)).name).toBe('RefreshAuthError');
  });

  test('is explained where an operation works with a copy of the bundle: dropdowns, custom fields', async () => {
    highlevel().get('/locations/loc1/tags').reply(401, scope);
    const filling = { meta: { isFillingDynamicDropdown: true } };
    expect(await problem(poll(listTags, {}, filling))).toMatchObject({
      code: 'scope',
      message: expect.stringContaining('“locations/tags.readonly”'),
    });

    const customFields = [{ id: 'f1', name: 'Insurer', dataType: 'TEXT' }];
    highlevel().get('/locations/loc1/customFields?model=contact').reply(200, { customFields });
    highlevel().post('/contacts/').reply(401, scope);
    const input = { firstName: 'Maria', customField__f1: 'Delta' };
    expect(await problem(run(createContact, input))).toMatchObject({ code: 'scope' });
  });
});

describe('403', () => {
  test('another sub-account', async () => {
    const said = 'The token does not have access to this location.';
    expect(await read(403, { message: said })).toEqual({
      name: 'AppError',
      code: 'forbidden',
      status: 403,
      message: `This connection has no access to that sub-account. HighLevel says: ${said} Choose a record of the connected sub-account, or connect the other one.`,
    });
  });

  test('agency only', async () => {
    expect(await read(403, { message: 'Forbidden resource' })).toMatchObject({
      code: 'forbidden',
      message: expect.stringMatching(
        /^This connection is not allowed to do this. Either it needs an agency/,
      ),
    });
  });
});

describe('429', () => {
  const burst = { 'x-ratelimit-interval-milliseconds': '10000' };

  test.each<[string, ReplyHeaders, number]>([
    ['the burst window', burst, 10],
    ['rounded up', { 'x-ratelimit-interval-milliseconds': '1500' }, 2],
    [
      'the daily reset, when the day’s quota is gone',
      { ...burst, 'x-ratelimit-daily-remaining': '0', 'x-ratelimit-daily-reset': '83208000' },
      83_208,
    ],
    [
      'the burst window, while the day’s quota lasts',
      { ...burst, 'x-ratelimit-daily-remaining': '9', 'x-ratelimit-daily-reset': '83208000' },
      10,
    ],
    [
      'the daily reset, where more than the quota was used',
      { ...burst, 'x-ratelimit-daily-remaining': '-3', 'x-ratelimit-daily-reset': '83208000' },
      83_208,
    ],
    ['what a gateway says, where HighLevel says nothing', { 'retry-after': '60' }, 60],
    [
      'ten seconds, where a header says nonsense',
      { 'x-ratelimit-interval-milliseconds': '-5' },
      10,
    ],
    [
      'a day at most',
      { 'x-ratelimit-daily-remaining': '0', 'x-ratelimit-daily-reset': '1e99' },
      86_400,
    ],
    ['ten seconds, without a header', {}, 10],
  ])('waits for %s', async (_what, headers, delay) => {
    expect(await read(429, { message: 'Too many requests' }, headers)).toEqual({
      name: 'ThrottledError',
      delay,
      message:
        'HighLevel takes no more requests for now, because its rate limit is reached. Zapier waits and tries again.',
    });
  });

  test.each<[string, ReplyHeaders, number]>([
    ['the wait again, if it is short', { 'x-ratelimit-interval-milliseconds': '4000' }, 6],
    ['ten seconds', { 'retry-after': '60' }, 65],
    ['a sixtieth, if it is long', { 'retry-after': '3600' }, 3_630],
  ])('adds up to %s, so that runs do not come again at once', async (_most, headers, delay) => {
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
    expect(await read(429, { message: 'Too many requests' }, headers)).toMatchObject({ delay });
  });
});

describe('5xx', () => {
  test('a read is tried twice again', async () => {
    highlevel().get('/contacts/c1').times(2).reply(502, '<html>Bad Gateway</html>');
    highlevel()
      .get('/contacts/c1')
      .reply(200, { contact: { id: 'c1' } });
    const asked = withinRun((run) => run.call('GET /contacts/{id}', { id: 'c1' }));
    expect(await asked).toEqual({ contact: { id: 'c1' } });
  });

  test('a write never is', async () => {
    expect(await write(500, { message: 'Command timed out', traceId: 't1' })).toEqual({
      name: 'AppError',
      code: 'unavailable',
      status: 500,
      message: `HighLevel has a problem at the moment (500). HighLevel says: Command timed out. ${caution} (trace t1)`,
    });
  });
});

describe.each([
  [401, 'Command timed out'],
  [401, 'Request Timeout'],
  [401, 'timeout of 5000ms exceeded'],
  [400, 'Request Timeout, please try again'],
  [400, 'Gateway Timeout'],
  [422, 'timeout of 5000ms exceeded'],
  [408, 'Request Timeout'],
  [504, ''],
])('HighLevel’s own time-out as %d “%s”', (status, message) => {
  test('a read is tried again', async () => {
    highlevel().get('/contacts/c1').reply(status, { message });
    highlevel()
      .get('/contacts/c1')
      .reply(200, { contact: { id: 'c1' } });
    const asked = withinRun((run) => run.call('GET /contacts/{id}', { id: 'c1' }));
    expect(await asked).toEqual({ contact: { id: 'c1' } });
  });

  test('a write is not, and neither token nor input is blamed', async () => {
    expect(await write(status, { message })).toMatchObject({
      name: 'AppError',
      code: 'unavailable',
      status: 503,
      message: expect.stringMatching(/^HighLevel did not answer in time\./),
    });
  });
});

test('a value that speaks of time-outs is no time-out', async () => {
  const message = ['name must not be “Request Timeout”'];
  expect(await write(422, { message })).toMatchObject({ code: 'invalid' });
});

test.each([401, 403])(
  'a gateway’s page that says %d is no matter of the connection',
  async (status) => {
    const page = '<html>Error 1010</html>';
    highlevel().get('/contacts/c1').times(2).reply(status, page);
    expect(await read(status, page)).toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining(`HighLevel has a problem at the moment (${status}).`),
    });
  },
);

test.each<[string, string | object]>([
  ['a page', '<html>Not Found</html>'],
  ['a page behind blank lines', '\n\n <html>Not Found</html>'],
  ['an endpoint that is gone', { statusCode: 404, message: 'Cannot GET /contacts/c1' }],
])('%s that says 404: nobody was looked for', async (_, answer) => {
  highlevel()
    .get('/contacts/c1')
    .times(2)
    .reply(404, answer as object);
  expect(await read(404, answer)).toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('HighLevel has a problem at the moment (404).'),
  });
});

test.each([301, 302, 307, 308])(
  'a write that is sent elsewhere (%d) is not followed',
  async (status) => {
    highlevel().put('/contacts/c1').reply(status, '', { location: '/other' });
    const elsewhere = highlevel()
      .intercept('/other', status < 307 ? 'GET' : 'PUT')
      .reply(200, {});
    expect(
      await problem(withinRun((run) => run.call('PUT /contacts/{id}', { id: 'c1' }))),
    ).toMatchObject({
      code: 'unavailable',
      message: `HighLevel has a problem at the moment (${status}). ${caution}`,
    });
    expect(elsewhere.isDone()).toBe(false);
    nock.cleanAll();
  },
);

test('a property that every object has is no label, and a trace that is no text is not said', async () => {
  expect(
    await write(422, { message: ['constructor should not exist'], traceId: { a: 1 } }),
  ).toMatchObject({
    message:
      'HighLevel did not accept this. HighLevel says: constructor should not exist. Change the value in this step and try again.',
  });
});

describe('2xx that is none', () => {
  test.each([
    ['truncated JSON', '{"contact":', 'could not be read'],
    ['HTML', '<html>Sign in</html>', 'could not be read'],
    ['nothing', '', 'was empty'],
    ['white space', ' \n', 'was empty'],
    ['null', 'null', 'was empty'],
    ['a text', '"ok"', 'was empty'],
    ['an empty list', '[]', 'was empty'],
    ['an empty record', '{}', 'was empty'],
  ])('%s, for a write', async (_what, answer, word) => {
    expect(await write(200, answer)).toEqual({
      name: 'AppError',
      code: 'unavailable',
      status: 502,
      message: `HighLevel’s answer ${word}. ${caution}`,
    });
  });

  test('for a read it is tried again, then says so', async () => {
    highlevel().get('/contacts/c1').times(2).reply(200, '<html>');
    expect((await read(200, '<html>')).message).toBe(
      `HighLevel’s answer could not be read. ${patience}`,
    );
  });

  test('a DELETE may answer with nothing', async () => {
    highlevel().delete('/contacts/c1').reply(204);
    const asked = withinRun((run) => run.call('DELETE /contacts/{id}', { id: 'c1' }));
    expect(await asked).toEqual({});
  });

  test('an error inside', async () => {
    expect(await write(200, { statusCode: 422, message: 'email is odd' })).toMatchObject({
      code: 'invalid',
      status: 422,
      message: expect.stringContaining('“Email” is odd'),
    });
    expect(await write(201, { statusCode: 404, message: 'gone' })).toMatchObject({
      code: 'not_found',
    });
    expect(await write(200, { statusCode: 429, message: 'Too many requests' })).toMatchObject({
      name: 'ThrottledError',
      delay: 10,
    });
  });

  test('an error inside of another one counts less than that', async () => {
    expect(await write(500, { statusCode: 404, message: 'gone' })).toMatchObject({
      code: 'unavailable',
      status: 500,
    });
  });

  test('a trace and nothing else, for a write', async () => {
    expect(await write(200, { traceId: 't1' })).toMatchObject({
      code: 'unavailable',
      message: `HighLevel’s answer was empty. ${caution} (trace t1)`,
    });
  });

  test.each(['success', 'succeded', 'succeeded'])('%s: false', async (flag) => {
    expect(await write(200, { [flag]: false, message: 'Too late.', traceId: 't1' })).toEqual({
      name: 'AppError',
      code: 'refused',
      status: 422,
      message: 'HighLevel answered that it did not do this. HighLevel says: Too late. (trace t1)',
    });
  });

  test.each([
    { success: 'false', message: 'Too late.' },
    { error: 'Too late.', traceId: 't1' },
    { error: { message: 'Too late.' }, statusCode: 200 },
    { errors: [{ message: 'Too late.' }] },
  ])('nothing but an error: %j', async (answer) => {
    expect(await write(200, answer)).toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/that it did not do this. HighLevel says: Too late./),
    });
  });

  test.each([
    { id: 'c1', error: 'Number is not reachable' },
    { error: null, message: 'Updated' },
    { errors: [], id: 'c1' },
  ])('a record that tells of an error is a record: %j', async (answer) => {
    highlevel().put('/contacts/c1').reply(200, answer);
    const asked = withinRun((run) => run.call('PUT /contacts/{id}', { id: 'c1' }));
    expect(await asked).toEqual(answer);
  });

  test('a status inside that is a text', async () => {
    expect(await write(200, { statusCode: '404', message: 'gone' })).toMatchObject({
      code: 'not_found',
      status: 404,
    });
  });

  test('a list as an answer, and null', async () => {
    highlevel()
      .get('/contacts/c1')
      .reply(200, [{ id: 'x' }]);
    highlevel().get('/contacts/c1').reply(200, 'null');
    const asked = () => withinRun((run) => run.call('GET /contacts/{id}', { id: 'c1' }));
    expect(await asked()).toEqual([{ id: 'x' }]);
    expect(await asked()).toEqual({});
  });
});

test('the connection drops in the middle of an answer', async () => {
  const cut = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  highlevel().put('/contacts/c1').replyWithError(cut);
  expect(
    await problem(withinRun((run) => run.call('PUT /contacts/{id}', { id: 'c1' }))),
  ).toMatchObject({ code: 'unavailable', message: `HighLevel could not be reached. ${caution}` });
});

test.each([
  [{ name: 'AbortError' }, 'did not answer in time'],
  [{ name: 'FetchError', type: 'request-timeout' }, 'did not answer in time'],
  [{ name: 'FetchError', type: 'body-timeout' }, 'did not answer in time'],
  [{ name: 'FetchError', type: 'system', code: 'ENOTFOUND' }, 'could not be reached'],
  [{ name: 'FetchError', type: 'max-redirect' }, 'could not be reached'],
  [{ name: 'Error', code: 'EPIPE' }, 'could not be reached'],
])('no answer, by %j: HighLevel %s', async (error, what) => {
  const trouble = withinRun(async () => {
    throw networkError(Object.assign(new Error('x'), error));
  });
  expect(await problem(trouble)).toMatchObject({
    code: 'unavailable',
    status: 503,
    message: `HighLevel ${what}. ${patience}`,
  });
});

test.each([
  ['isLoadingSample', true, 'Please try again in a moment.'],
  ['isFillingDynamicDropdown', true, 'Please try again in a moment.'],
  ['isTestingAuth', true, 'Please try again in a moment.'],
  ['isPopulatingDedupe', true, patience],
  ['isFillingDynamicDropdown', false, caution],
])('what to do where %s, a read: %s', async (flag, reads, next) => {
  const trouble = withinRun(
    async () => {
      const effect = { reads, createsRecord: false };
      throw new HighLevelError('unavailable', 'HighLevel failed.', { effect });
    },
    { meta: { [flag]: true } },
  );
  expect(await problem(trouble)).toMatchObject({ message: `HighLevel failed. ${next}` });
});

test('errors that are no matter of the network stay as they are', async () => {
  const failing = withinRun(({ z, bundle }) => {
    const request = () => Promise.reject(new TypeError('mistake'));
    return startRun({ ...z, request } as never, bundle).call('GET /contacts/{id}', { id: 'c1' });
  });
  expect(await problem(failing)).toEqual({ name: 'TypeError', message: 'mistake' });
});

test.each([400, 403, 404, 422, 500, 200])(
  '%d: an answer that repeats what was sent is told without the secrets of it',
  async (status) => {
    const sent = `Bearer ${connection.access_token} client_secret=hush-hush password=Never-Show-Me`;
    process.env.CLIENT_SECRET = 'hush-hush';
    highlevel().put('/contacts/c1').reply(status, { success: false, message: sent });
    const asked = withinRun((run) => run.call('PUT /contacts/{id}', { id: 'c1' }), {
      inputData: { password: 'Never-Show-Me' },
    });
    const { message } = await problem(asked).finally(() => delete process.env.CLIENT_SECRET);
    expect(message).toContain('HighLevel says: Bearer … client_secret=… password=…');
  },
);

test('every secret of a run is taken out of what HighLevel says, each time that it comes', async () => {
  const inputData = Object.fromEntries(secretInputs.map((name) => [name, `secret-${name}`]));
  expect(Object.keys(inputData)).toEqual(['password', 'twilio__access', 'mailgun__access', 'code']);
  const { access_token, refresh_token } = connection;
  const secrets = [...Object.values(inputData), access_token, refresh_token, 'of-the-sub-account'];
  const told = await withinRun(
    ({ bundle }) =>
      secrets.map((secret) =>
        redact(`${secret}, ${secret}, ${secret}`, bundle, 'Bearer of-the-sub-account'),
      ),
    { inputData },
  );
  expect(told).toEqual(secrets.map(() => '…, …, …'));
});

test.each([
  ['with quotes and a backslash', 'Never-"Show"\\Me', 'Never'],
  ['with a full stop at its end', 'Never-Show-Me.', 'Never'],
  ['with blanks around it', ' Never-Show-Me ', 'Never'],
  ['of digits', 734_519_208, '7345'],
])('a password %s is told by no answer that repeats it', async (_what, password, seen) => {
  for (const message of [[{ value: password }], `too weak: ${password}`, `${password} is weak`]) {
    highlevel().put('/contacts/c1').reply(422, { message });
    const asked = withinRun((run) => run.call('PUT /contacts/{id}', { id: 'c1' }), {
      inputData: { password },
    });
    const told = await problem(asked);
    expect(told).toMatchObject({ code: 'invalid', message: expect.stringContaining('…') });
    expect(told.message).not.toContain(seen);
  }
});

test('an answer that repeats a text of a megabyte is told shortly, and at once', async () => {
  const start = process.cpuUsage();
  const { message, code } = await write(422, { message: `is bad: ${'no '.repeat(350_000)}` });
  expect(code).toBe('invalid');
  expect(message.length).toBeLessThan(1_500);
  expect(message).toContain('HighLevel says: is bad: no no no');
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(2_000);
});
