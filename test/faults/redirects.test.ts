import nock from 'nock';
import { postSecretForm } from '../../lib/api/forms.ts';
import { openFile } from '../../lib/api/transport.ts';
import type { Run } from '../../lib/run.ts';
import { agencyConnection, connection } from '../support/api.ts';
import { hurry } from '../support/clock.ts';
import { problem, withinRun } from '../support/within.ts';

const host = 'https://services.leadconnectorhq.com';

beforeEach(hurry);
afterEach(() => {
  jest.restoreAllMocks();
  nock.cleanAll();
});

type Ask = (run: Run) => Promise<unknown>;

// No document of HighLevel knows a redirect, of files neither (api#redirects).
const requests: [string, RegExp, Ask, Record<string, string>?][] = [
  ['a read', /contacts\/c1/, (run) => run.call('GET /contacts/{id}', { id: 'c1' })],
  ['a search by POST', /contacts\/search/, (run) => run.call('POST /contacts/search', {})],
  ['a write', /contacts\/c1/, (run) => run.call('PUT /contacts/{id}', { id: 'c1' })],
  [
    'a file',
    /recording/,
    (run) =>
      openFile(run, 'GET /conversations/messages/{m}/locations/{l}/recording', {
        m: 'm1',
        l: 'l1',
      }),
  ],
  [
    'an exchange of tokens',
    /locationToken/,
    (run) => run.call('GET /contacts/{id}', { id: 'c1' }),
    agencyConnection,
  ],
  [
    'the token endpoint',
    /oauth\/token/,
    (run) =>
      postSecretForm(run, { route: 'POST /oauth/token', form: { code: 'c' }, timeout: 5_000 }),
  ],
];

describe.each(requests)('%s that HighLevel sends elsewhere', (_what, path, ask, authData) => {
  test.each([
    [302, 'another port of the host', `${host}:8443`],
    [307, 'another port of the host', `${host}:8443`],
    [302, 'another host', 'https://files.example.com'],
    [307, 'another path', host],
  ])('by %d does not go to %s', async (status, _where, elsewhere) => {
    const target = nock(elsewhere)
      .persist()
      .intercept('/elsewhere', 'GET')
      .reply(200, { contact: { id: 'c1' } })
      .post('/elsewhere')
      .reply(200, { access_token: 'x' })
      .put('/elsewhere')
      .reply(200, {});
    for (const method of ['GET', 'POST', 'PUT'])
      nock(host)
        .persist()
        .intercept(path, method)
        .reply(status, 'Moved', { location: `${elsewhere}/elsewhere` });
    const reached: string[] = [];
    target.on('request', ({ headers }: { headers: Record<string, string> }) =>
      reached.push(headers.authorization ?? 'without a bearer'),
    );
    await withinRun(ask, {
      authData: authData ?? connection,
      inputData: { locationId: 'l1' },
    }).catch(() => undefined);
    expect(reached).toEqual([]);
  });
});

test('says that HighLevel has a problem', async () => {
  nock(host).persist().get(/./).reply(302, 'Moved', { location: 'https://files.example.com/' });
  const file = (run: Run) =>
    openFile(run, 'GET /conversations/messages/{m}/locations/{l}/recording', { m: 'm1', l: 'l1' });
  const read = (run: Run) => run.call('GET /contacts/{id}', { id: 'c1' });
  for (const ask of [file, read])
    expect(await problem(withinRun<unknown>(ask))).toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('HighLevel has a problem at the moment (302).'),
    });
});
