import nock from 'nock';
import { wordsOf } from '../../lib/api/words.ts';
import { agencyConnection, connection, highlevel } from '../support/api.ts';
import { hurry } from '../support/clock.ts';
import { problem, withinRun } from '../support/within.ts';

beforeEach(hurry);
afterEach(() => {
  jest.restoreAllMocks();
  nock.cleanAll();
});

const read = (authData: Record<string, string> = connection) =>
  withinRun((run) => run.call('GET /contacts/{id}', { id: 'c1' }), {
    authData,
    inputData: { locationId: 'sub1' },
  });

/** A text of JSON in which so many lists lie in each other. */
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('an answer in which 50,000 lists lie in each other', () => {
  test.each([
    [200, (inner: string) => `{"contact":${inner}}`, 'HighLevel’s answer could not be read.'],
    [400, (inner: string) => `{"message":${inner}}`, 'HighLevel did not accept this.'],
    [500, (inner: string) => inner, 'HighLevel has a problem at the moment (500).'],
  ])('and that says %d ends in a sentence', async (status, answer, sentence) => {
    highlevel()
      .get('/contacts/c1')
      .times(3)
      .reply(status, answer(nested(50_000)), {
        'content-type': 'application/json',
      });
    expect((await problem(read())).message).toContain(sentence);
  });

  test('is no token either', async () => {
    nock('https://services.leadconnectorhq.com')
      .post('/oauth/locationToken')
      .times(3)
      .reply(200, `{"access_token":${nested(50_000)}}`);
    expect((await problem(read(agencyConnection))).message).toContain(
      'HighLevel’s answer could not be read.',
    );
  });

  test('what is nested as deep as people nest it is read', async () => {
    highlevel()
      .get('/contacts/c1')
      .reply(200, `{"contact":${nested(90)}}`, {
        'content-type': 'application/json',
      });
    expect(await read()).toHaveProperty('contact');
  });
});

describe('an error message of 50 MB', () => {
  const secret = `s${'e'.repeat(4_000)}t`;
  const hide = (text: string) => text.replaceAll(secret, '…');
  const length = 50_000_000;

  test.each([
    ['a text', { message: 'a'.repeat(length) }],
    ['many texts', { message: Array<string>(length / 100).fill('b'.repeat(100)) }],
    ['one object', { error: { message: { detail: 'c'.repeat(length) } } }],
    ['words and dots', { message: 'd.'.repeat(length / 2) }],
  ])('(%s) is read at its beginning only', (_what, body) => {
    let readCharacters = 0;
    const words = wordsOf(body, {}, (line) => {
      readCharacters += line.length;
      return hide(line);
    });
    expect(readCharacters).toBeLessThanOrEqual(1_000_000);
    expect(words.length).toBeLessThanOrEqual(1_001);
    expect(words.length).toBeGreaterThan(900);
  });

  test.each([990, 49_000, 60_000, 4_002 * 12])(
    'holds no part of a secret that lies at %d',
    (at) => {
      const text = `${'x'.repeat(at % 4_000)}${secret.repeat(20)}${'y'.repeat(length)}`;
      expect(wordsOf({ message: text }, {}, hide)).not.toContain('ee');
    },
  );
});

describe('a token that no request can carry', () => {
  const token = 'secret\u0001token';

  test('of the connection is refreshed, and no message holds it', async () => {
    const { name, message } = await problem(read({ ...connection, access_token: token }));
    expect(name).toBe('RefreshAuthError');
    expect(message).not.toContain('secret');
  });

  test('of a sub-account is exchanged once more', async () => {
    const exchanged = (access_token: string) =>
      nock('https://services.leadconnectorhq.com')
        .post('/oauth/locationToken')
        .reply(200, { access_token, expires_in: 86_399 });
    exchanged(token);
    exchanged('good');
    nock('https://services.leadconnectorhq.com', { reqheaders: { authorization: 'Bearer good' } })
      .get('/contacts/c1')
      .reply(200, { contact: { id: 'c1' } });
    expect(await read(agencyConnection)).toEqual({ contact: { id: 'c1' } });
  });
});
