import nock from 'nock';
import type { ZObject } from 'zapier-platform-core';
import { parseRoute } from '../../../lib/api/endpoints.ts';
import { buildRequest } from '../../../lib/api/requests.ts';
import { startRun } from '../../../lib/api/startRun.ts';
import { inTime } from '../../../lib/run.ts';
import type { JsonObject } from '../../../lib/values.ts';
import { writtenId } from '../../../steps/writtenId.ts';
import { highlevel } from '../../support/api.ts';
import { hurry } from '../../support/clock.ts';
import { problem, withinRun } from '../../support/within.ts';

const byId = 'GET /contacts/{contactId}';
const calling = (route: string, input: Record<string, unknown>) =>
  withinRun((run) => run.call(route, input), {}, { contactId: 'Contact' });
const requestOf = (route: string, input: JsonObject, labels?: Record<string, string>) =>
  buildRequest(parseRoute(route), input, labels);

describe('path values', () => {
  test.each([
    '..',
    '.',
    'a/b',
    '../../oauth/token',
    'a\\b',
    'a?b',
    'a#b',
    '%2e%2e',
    'a\u0000b',
    'a\nb',
    'a\u0080',
    '\ud800',
  ])('%j is refused before anything is sent', async (contactId) => {
    const { name, message } = await problem(calling(byId, { contactId }));
    expect(name).toBe('HaltedError');
    expect(message).toContain('“Contact” cannot be “');
  });

  test.each(['', ' ', null, undefined, {}, [], true])('%j is no id', async (contactId) => {
    expect((await problem(calling(byId, { contactId }))).message).toContain(
      '“Contact” is required.',
    );
  });

  test.each([
    [' c1 ', '/contacts/c1'],
    [17, '/contacts/17'],
    ['a b&c=d', '/contacts/a%20b%26c%3Dd'],
    ['ü', '/contacts/%C3%BC'],
    ['...', '/contacts/...'],
    ['{{bundle.x}}', '/contacts/%7B%7Bbundle.x%7D%7D'],
  ])('%j goes to %s', (contactId, url) => {
    expect(requestOf(byId, { contactId }).url).toBe(url);
  });

  test('a name that occurs twice, and one without label', () => {
    expect(requestOf('GET /x/{a}/{a}', { a: '1' }).url).toBe('/x/1/1');
    expect(() => requestOf('GET /x/{other}', {})).toThrow('“other” is required.');
  });
});

describe('query', () => {
  test('an object is no text', () => {
    const input = { contactId: 'c1', a: { b: 1 } };
    expect(() => requestOf(byId, input, { a: 'Site' })).toThrow('“Site” must be text.');
  });

  test('takes lists, numbers, switches, merge tags and special signs; leaves out what is not there', () => {
    const { url, body } = requestOf(byId, {
      contactId: 'c1',
      a: ['x', 'y'],
      n: 0,
      f: false,
      q: 'a&b=c +{{contact.email}}',
      none: undefined,
      nil: null,
    });
    expect(url).toBe('/contacts/c1?a=x&a=y&n=0&f=false&q=a%26b%3Dc+%2B%7B%7Bcontact.email%7D%7D');
    expect(body).toBeUndefined();
  });

  test('beside a body, by another name', () => {
    const request = requestOf('DELETE /x/{id}?locationId={place}', { id: '1', place: 'a b', y: 2 });
    expect(request).toMatchObject({
      method: 'DELETE',
      url: '/x/1?locationId=a+b',
      body: '{"y":2}',
    });
  });
});

describe('body', () => {
  test('texts with {{contact.x}}, {{bundle.x}} and {{process.x}} arrive whole', async () => {
    const body = {
      message: 'Hi {{contact.first_name}}! {{{bundle.inputData.x}}} {{process.env.CLIENT_SECRET}}',
      deep: { list: ['{{ bundle.authData.access_token }}', '}}{{'] },
      '{{contact.key}}': null,
    };
    highlevel()
      .post('/contacts/c1/notes', body)
      .reply(201, { note: { id: 'n1' } });
    const answer = await calling('POST /contacts/{contactId}/notes', { contactId: 'c1', ...body });
    expect(answer).toEqual({ note: { id: 'n1' } });
  });

  test.each([
    ['POST /x/{eventId}', '{}'],
    ['PUT /x/{eventId}', '{}'],
    ['DELETE /x/{eventId}', undefined],
    ['DELETE /calendars/events/{eventId}', '{}'],
  ])('%s without anything else sends %s', (route, body) => {
    expect(requestOf(route, { eventId: 'e1' }).body).toBe(body);
  });

  test('so does leaving a workflow, whose document wants a body', () => {
    const input = { contactId: 'c1', workflowId: 'w1' };
    const { body } = requestOf('DELETE /contacts/{contactId}/workflow/{workflowId}', input);
    expect(body).toBe('{}');
  });

  test('a DELETE without members sends none, even if some are undefined', () => {
    expect(requestOf('DELETE /x/{id}', { id: '1', warning: undefined }).body).toBeUndefined();
  });
});

describe('time', () => {
  test('all calls of a run share 27 seconds', async () => {
    const left = await withinRun(async (run) => {
      const first = run.deadline.timeLeft;
      jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 20_000);
      const second = run.deadline.timeLeft;
      jest.restoreAllMocks();
      return [first, second];
    });
    expect(left[0]).toBeGreaterThan(26_000);
    expect(left[1]).toBeLessThan(7_100);
  });

  test('a request has a second even when there is no time left: none at all would be no limit', async () => {
    const times = await withinRun(async (run) => {
      const early = run.deadline.timeFor(5_000);
      jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 40_000);
      const late = run.deadline.timeFor(5_000);
      jest.restoreAllMocks();
      return [early, late];
    });
    expect(times).toEqual([5_000, 1_000]);
  });

  test('what takes too long is ended, what is done in time is left alone', async () => {
    const done = await inTime(20, async ({ signal }) => signal);
    const ended = await inTime(
      20,
      ({ signal }) =>
        new Promise<AbortSignal>((resolve) => {
          signal.addEventListener('abort', () => resolve(signal));
        }),
    );
    expect([done.aborted, ended.aborted]).toEqual([false, true]);
  });

  /** What core is asked to send. */
  const asked = (route: string) =>
    withinRun(async ({ z, bundle }) => {
      const answer = {
        status: 200,
        content: '{"id":"c1"}',
        data: { id: 'c1' },
        getHeader: () => '',
      };
      const request = jest.fn().mockResolvedValue(answer);
      const run = startRun({ ...z, request } as unknown as ZObject, bundle);
      await run.call(route, { contactId: 'c1' });
      return request.mock.calls[0][0];
    });

  test.each([
    ['a read leaves time for a second one', byId, 12_000],
    ['a create for looking whether it was done', 'POST /contacts/{contactId}/notes', 18_000],
    ['another write takes what there is', 'PUT /contacts/{contactId}', 25_000],
    ['tags can be added again', 'POST /contacts/{contactId}/tags', 25_000],
    ['so does a delete', 'DELETE /contacts/{contactId}', 25_000],
  ])('%s', async (_, route, milliseconds) => {
    expect((await asked(route)).timeout).toBe(milliseconds);
  });

  test('an answer that begins and does not go on ends, too', async () => {
    const { signal } = await asked(byId);
    expect(signal).toBeInstanceOf(AbortSignal);
  });

  const late = (route: string, passed = 26_500) =>
    withinRun(async (run) => {
      jest.spyOn(Date, 'now').mockReturnValue(Date.now() + passed);
      return run.call(route, { contactId: 'c1' }).finally(() => jest.restoreAllMocks());
    });

  test('a read that gets no answer in time is not tried again when the run is nearly over', async () => {
    hurry();
    highlevel().get('/contacts/c1').delay(3_000).reply(200, {});
    expect(await problem(late(byId))).toEqual({
      name: 'AppError',
      message:
        'HighLevel did not answer in time. A trigger tries again by itself and misses nothing. You can replay an action from your Zap history.',
      code: 'unavailable',
      status: 503,
    });
  });

  test('a write says that it may have been done', async () => {
    hurry();
    highlevel().post('/contacts/c1/tasks').delay(4_000).reply(201, {});
    expect((await problem(late('POST /contacts/{contactId}/tasks', 24_500))).message).toBe(
      'HighLevel did not answer in time. Check in HighLevel whether it was done before you replay this run, so that nothing happens twice.',
    );
  });

  test('a write for which there is no time is not sent', async () => {
    const write = highlevel().post('/contacts/c1/tasks').reply(201, {});
    expect((await problem(late('POST /contacts/{contactId}/tasks'))).message).toContain(
      'no time was left for the last part of this step, so it was not sent.',
    );
    expect(write.isDone()).toBe(false);
    nock.cleanAll();
  });
});

describe('trying again', () => {
  const fails = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

  test('a read twice, each time after a longer while, then it gives up', async () => {
    const scope = highlevel().get('/contacts/c1').times(3).reply(503, 'busy');
    hurry();
    const began = Date.now();
    const { code, status } = await problem(calling(byId, { contactId: 'c1' }));
    const waited = Date.now() - began;
    jest.restoreAllMocks();
    expect({ code, status }).toEqual({ code: 'unavailable', status: 503 });
    expect(waited).toBeGreaterThan(1_550);
    expect(scope.isDone()).toBe(true);
  });

  test('a search by POST is a read', async () => {
    highlevel().post('/contacts/search').replyWithError(fails);
    highlevel().post('/contacts/search').reply(200, { contacts: [] });
    hurry();
    const found = await calling('POST /contacts/search', {});
    jest.restoreAllMocks();
    expect(found).toEqual({ contacts: [] });
  });

  test.each(['POST', 'PUT', 'DELETE'])('never a %s', async (method) => {
    highlevel().intercept('/contacts/c1', method).replyWithError(fails);
    highlevel()
      .intercept('/contacts/c1', method)
      .reply(200, { contact: { id: 'c1' } });
    expect(
      await problem(calling(`${method} /contacts/{contactId}`, { contactId: 'c1' })),
    ).toMatchObject({
      code: 'unavailable',
      message: `HighLevel could not be reached. ${
        method === 'POST'
          ? 'Check in HighLevel whether it was done before you replay this run, so that nothing happens twice.'
          : 'You can replay this run safely: it makes the same change again.'
      }`,
    });
    expect(nock.pendingMocks()).toHaveLength(1);
    nock.cleanAll();
  });

  test('never what HighLevel refuses, which is told with the label of the field', async () => {
    highlevel()
      .get('/contacts/c1')
      .reply(422, { message: ['contactId must be short'] });
    expect(await problem(calling(byId, { contactId: 'c1' }))).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('HighLevel says: “Contact” must be short.'),
    });
  });
});

describe('what Zapier would do again', () => {
  const done = { method: 'POST', path: '/contacts/c1/notes', input: {} };
  const upsert = { method: 'POST', path: '/contacts/upsert', input: {} };
  const search = { method: 'POST', path: '/contacts/search', input: {} };
  const update = { method: 'PUT', path: '/contacts/c1', input: {} };
  const doubling = { ...upsert, input: { createNewIfDuplicateAllowed: true } };

  /** The error of a second request that HighLevel refuses with a status. */
  const refusedAfter = ({ method, path, input }: typeof done, status: number) => {
    highlevel().intercept(path, method).reply(200, { id: 'x1' });
    highlevel().put('/contacts/c2').reply(status, { message: 'no' });
    return problem(
      withinRun(async (run) => {
        await run.call(`${method} ${path}`, input);
        return run.call('PUT /contacts/{contactId}', { contactId: 'c2' });
      }),
    );
  };

  test.each([
    [429, 'ThrottledError'],
    [401, 'RefreshAuthError'],
  ])('%d: not where it would make a second record', async (status, name) => {
    for (const first of [update, upsert, search]) {
      const error = await refusedAfter(first, status);
      expect(error.name).toBe(name);
      // core would add the inputs of the step.
      expect(error.message).not.toContain('What happened');
    }
    for (const first of [done, doubling]) {
      const { code, message } = await refusedAfter(first, status);
      expect(code).toBe('partly');
      expect(message).toContain('HighLevel did part of this step');
    }
  });

  test('the rest of a step needs the ID of what was made', async () => {
    expect(writtenId({ id: 'n1', _id: 'other' })).toBe('n1');
    expect(writtenId({ _id: 'n1' })).toBe('n1');
    for (const id of [undefined, null, '']) {
      const error = await problem(withinRun(async () => writtenId({ id })));
      expect(error.code).toBe('partly');
      expect(error.message).toContain('did not return its ID');
    }
  });
});

test.each([
  ['America/Chicago', 'America/Chicago'],
  ['Eastern', ''],
  [null, ''],
])('the time zone of a run, if Zapier says %j, is %j', async (timezone, expected) => {
  const zone = await withinRun((run) => run.timeZone, { meta: { timezone } });
  expect(zone).toBe(expected);
});
