import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { connect, pointAt } from '../../tour/tour.ts';
import { LocalZapier } from '../../tour/zapier.ts';
import { startWorkbench, type Workbench } from '../../workbench/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'zaps-'));
let sandbox: Sandbox;
let workbench: Workbench;

beforeAll(async () => {
  sandbox = await startSandbox({ indexLag: 0, rateLimit: { burst: 10_000 } });
  pointAt(sandbox);
  workbench = await startWorkbench({ port: 0, sandbox, folder });
  await workbench.session.connectTo(sandbox);
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  // Where the workbench did not start, the sandbox must end all the same.
  await Promise.all([workbench?.stop(), sandbox?.stop()]);
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** A request with any Host and Origin, which fetch would not send. */
const ask = (
  method: string,
  path: string,
  { headers = {}, fields = {} }: { headers?: object; fields?: Record<string, string> } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const body = new URLSearchParams(fields).toString();
    const sent = request(
      `${workbench.url}${path}`,
      {
        method,
        headers: {
          ...(method === 'POST'
            ? {
                origin: workbench.url,
                'content-type': 'application/x-www-form-urlencoded',
                'content-length': Buffer.byteLength(body),
              }
            : {}),
          ...headers,
        },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(method === 'POST' ? body : undefined);
  });

const post = (path: string, fields: Record<string, string> = {}) => ask('POST', path, { fields });

test('answers only to the names of this computer', async () => {
  const { port } = new URL(workbench.url);
  const answers = async (host: string) => (await ask('GET', '/', { headers: { host } })).status;
  expect(await answers(`localhost:${port}`)).toBe(200);
  expect(await answers(`rebound.example:${port}`)).toBe(403);
  expect(await answers('127.0.0.1:1')).toBe(403);
});

test.each([
  ['another page', { origin: 'https://evil.example' }],
  ['a page on another port of this computer', { origin: 'http://127.0.0.1:1' }],
  ['a page without an origin', { origin: 'null' }],
])('takes no change from %s', async (_who, headers) => {
  const before = sandbox.requests.length;
  const { status } = await ask('POST', '/operations/create_contact/test', {
    headers,
    fields: { 'text:["firstName"]': 'Mallory' },
  });
  expect(status).toBe(403);
  expect(sandbox.requests).toHaveLength(before);
});

test('takes no change without an Origin at all', async () => {
  const { port } = new URL(workbench.url);
  const status = await new Promise((resolve) => {
    request({ port, host: '127.0.0.1', method: 'POST', path: '/disconnect' }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });
  expect(status).toBe(403);
  expect(workbench.session.connection).toMatchObject({ kind: 'sub-account' });
});

test('lets the page load nothing from elsewhere and run no script in it', async () => {
  const { headers, text } = await ask('GET', '/operations/create_contact');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe/);
  expect(text).not.toMatch(/<script(?! src="\/public)| on\w+="|(src|href)="https?:/);
});

test('keeps the addresses of files from those who guess', async () => {
  expect((await post('/zapier-guessed/rpc')).status).toBe(404);
  const { status } = await ask('POST', '/zapier-guessed/rpc', { headers: { origin: 'null' } });
  expect(status).toBe(403);
});

test.each(['constructor', '__proto__', '..%2f..%2fpackage.json'])(
  'has no public file called %s',
  async (name) => {
    expect((await ask('GET', `/public/${name}`)).status).toBe(404);
  },
);

test('says on every page which HighLevel it talks to', async () => {
  for (const path of ['/', '/operations/get_contact', '/zaps', '/connect']) {
    const { text } = await ask('GET', path);
    expect(text).toContain('<strong>Sandbox</strong>');
    expect(text).toContain(new URL(sandbox.url).host);
  }
});

test('takes another port when its own is taken', async () => {
  const port = Number(new URL(workbench.url).port);
  const second = await startWorkbench({ port, sandbox, folder });
  expect(second.moved).toBe('taken');
  expect(second.url).not.toBe(workbench.url);
  await second.stop();
});

test('shows a text from HighLevel as text', async () => {
  const { text } = await post('/operations/create_contact/test', {
    'text:["firstName"]': '<script>alert(1)</script>',
  });
  expect(text).toContain('It worked');
  expect(text).not.toContain('<script>');
});

test('a text from HighLevel that looks like a promised file calls no action', async () => {
  const method = 'creates.delete_contact.operation.perform';
  const promise = JSON.stringify({ type: 'method', method, bundle: { contactId: 'c1' } });
  const { text } = await post('/operations/create_contact/test', {
    'text:["firstName"]': `hydrate|||${promise}|||hydrate`,
  });
  const [, path = ''] = /hx-post="(\/files\/\w+)"/.exec(text) ?? [];
  expect((await post(path)).text).toContain('This is no file that the app promises.');
  expect(sandbox.requests.filter((one) => one.method === 'DELETE')).toEqual([]);
});

test('fires once on what is new since the poll before', async () => {
  const form = { 'text:["triggerOn"]': 'new' };
  const first = await post('/operations/search_contacts/test', form);
  expect(first.text).toContain('fires on none of them');
  await post('/happen', { what: 'newContact' });
  expect((await post('/operations/search_contacts/poll', form)).text).toContain('Fires 1 time');
  expect((await post('/operations/search_contacts/poll', form)).text).toContain('Nothing new');
});

test('shows what a user of a Zap reads, and nothing of how the app is made', async () => {
  const { text } = await post('/operations/create_contact/test');
  expect(text).toContain('Fill in at least a name, an email or a phone number.');
  expect(text).not.toMatch(/What happened|Console logs|at \w+ \(/);
});

const secretsOf = (zapier: LocalZapier): string[] =>
  ['access_token', 'refresh_token'].map((name) => zapier.authData[name] ?? '');

test.each(['sub-account', 'agency'] as const)(
  'shows no token and no client secret when the connection is to: %s',
  async (kind) => {
    // Every token that the sandbox hands out is looked for, those for one sub-account of the agency included.
    const issued: string[] = [];
    const { grants } = sandbox.state;
    const issue = grants.issue.bind(grants);
    jest.spyOn(grants, 'issue').mockImplementation((grant) => {
      const token = issue(grant);
      issued.push(token.accessToken, token.refreshToken);
      return token;
    });
    const zapier = new LocalZapier();
    await connect(zapier, sandbox, kind);
    workbench.session.keep('Somebody', kind, zapier);
    // The first call finds an expired token, so that a refresh is among what is shown.
    sandbox.state.grants.expireAll();
    const location = { 'text:["locationId"]': sandbox.state.main.id };
    const pages = [
      await post('/operations/create_contact/test', { ...location, 'text:["firstName"]': 'Ada' }),
      await post('/operations/search_contacts/test', location),
      await post('/operations/find_contact/test', { ...location, 'text:["email"]': 'a@b.example' }),
      await post('/operations/delete_contact/test', { ...location, 'text:["contactId"]': 'x' }),
      await post('/operations/create_contact/form', location),
      await ask('GET', '/connect'),
      await ask('GET', '/zaps'),
      await ask('GET', '/history'),
    ];
    const shown = pages.map(({ text }) => text).join('\n');
    const secrets = [...issued, ...secretsOf(zapier), sandbox.clientSecret].filter(Boolean);
    expect(secrets.length).toBeGreaterThan(5);
    for (const secret of secrets) expect(shown).not.toContain(secret);
    expect(shown).toContain('It worked');
    expect(shown).toMatch(/authorization: •••/i);
  },
);

test('connects through the consent page, and refuses a state that it did not give out', async () => {
  const begun = await post('/connect', { account: 'agency' });
  expect(begun.status).toBe(303);
  const consent = new URL(String(begun.headers.location));
  expect(consent.origin).toBe(sandbox.url);
  expect(consent.searchParams.get('redirect_uri')).toBe(`${workbench.url}/connect/return`);
  const form = new URLSearchParams([
    ...consent.searchParams,
    ['account', sandbox.state.company.id],
  ]);
  const chosen = await fetch(consent, { method: 'POST', body: form, redirect: 'manual' });
  const back = new URL(chosen.headers.get('location') ?? '');

  const forged = await ask(
    'GET',
    `/connect/return?state=forged&code=${back.searchParams.get('code')}`,
  );
  expect(forged.status).toBe(400);
  const returned = await ask('GET', `${back.pathname}${back.search}`);
  expect(returned.status).toBe(303);
  expect(workbench.session.connection).toMatchObject({
    label: 'Northstar Marketing (agency)',
    kind: 'agency',
  });
  const again = await ask('GET', `${back.pathname}${back.search}`);
  expect(again.text).toContain('does not belong to a connection that you started here');
});

test('connects with a private token, and shows it nowhere', async () => {
  const { privateToken, locationId } = await sandbox.privateToken('sub-account');
  const wrong = await post('/connect/token', { privateToken: `${privateToken}x`, locationId });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain('HighLevel does not accept the token of this connection.');
  expect(wrong.text).toContain(`value="${locationId}"`);
  const back = '/operations/search_contacts';
  const connected = await post('/connect/token', { privateToken, locationId, back });
  expect([connected.status, connected.headers.location]).toEqual([303, back]);
  expect(workbench.session.connection).toMatchObject({
    label: 'Bright Smile Dental (sub-account), by token',
    kind: 'sub-account',
  });
  const pages = [
    wrong,
    await post('/operations/search_contacts/test'),
    await post('/operations/create_contact/test', { 'text:["firstName"]': 'Ada' }),
    await post('/operations/delete_contact/test', { 'text:["contactId"]': 'x' }),
    await ask('GET', '/connect'),
    await ask('GET', '/history'),
  ];
  const shown = pages.map(({ text }) => text).join('\n');
  expect(shown).toContain('It worked');
  expect(shown).toMatch(/authorization: •••/i);
  expect(shown).not.toContain(privateToken.slice(4));
});

test('forgets everything when it is disconnected', async () => {
  await post('/disconnect');
  expect(workbench.session.connection).toBeUndefined();
  expect(secretsOf(workbench.session.zapier)).toEqual(['', '']);
  expect((await post('/operations/create_contact/test')).text).toContain(
    'Connect an account first',
  );
});

test('warns on every page when it is the real HighLevel', async () => {
  const real = await startWorkbench({ port: 0, folder });
  const page = await (await fetch(real.url)).text();
  expect(page).toContain('<strong>Real HighLevel</strong>');
  expect(page).not.toContain('Make something happen');
  await real.stop();
});

test('a Zap that comes by a link is shown as text, and opened only when somebody says so', async () => {
  const zap = { name: '<script>alert(1)</script>', trigger: { use: '', map: {} }, steps: [] };
  const link = `/zaps/shared?zap=${Buffer.from(JSON.stringify(zap)).toString('base64url')}`;
  const { text } = await ask('GET', link);
  expect(text).toContain('Open this Zap?');
  expect(text).not.toContain('<script>alert');
  expect((await ask('GET', '/zaps')).text).toContain('There is no Zap yet');
});

test.each(['/zaps/..%2f..%2fpackage', '/zaps/none', '/recipes/none', '/operations/none', '/x'])(
  '%s is a page that says that nothing is there',
  async (path) => {
    const { status, text } = await ask('GET', path);
    expect(status).toBe(404);
    expect(text).toMatch(/<nav[\s\S]*<h1/);
  },
);

test('another page cannot make or change a Zap', async () => {
  for (const path of ['/zaps', '/zaps/import', '/recipes/missed-call-to-task/open'])
    expect((await ask('POST', path, { headers: { origin: 'https://evil.example' } })).status).toBe(
      403,
    );
});
