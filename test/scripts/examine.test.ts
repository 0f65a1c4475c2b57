import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { loadEnv } from '../../scripts/env.ts';
import { examine, type Setup } from '../../scripts/examine.ts';
import { type Finding, report } from '../../scripts/findings.ts';

const names = [
  'CLIENT_ID',
  'CLIENT_SECRET',
  'HIGHLEVEL_API_URL',
  'HIGHLEVEL_MARKETPLACE_URL',
  'HIGHLEVEL_SCOPES',
  'ZAPIER_AUTH_LOCATION',
  'ZAPIER_DEPLOY_KEY',
];
const before = { ...process.env };
let sandbox: Sandbox;
let folder: string;
let setup: Setup;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'highlevel-doctor-'));
  const author = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com'];
  execFileSync('git', ['init', '-q'], { cwd: folder });
  execFileSync('git', [...author, 'commit', '-q', '--allow-empty', '-m', 'Start'], { cwd: folder });
  writeFileSync(join(folder, '.zapierapprc'), '{"id":123456,"key":"App123456"}');
  writeFileSync(join(folder, '.zapierrc'), '{"deployKey":"a-key"}');
  setup = { folder, signIn: 'oauth', nodeVersion: 'v22.23.3', zapierUrl: sandbox.url };
  for (const name of names) delete process.env[name];
  Object.assign(process.env, {
    CLIENT_ID: sandbox.clientId,
    CLIENT_SECRET: sandbox.clientSecret,
    HIGHLEVEL_API_URL: sandbox.apiUrl,
    HIGHLEVEL_MARKETPLACE_URL: sandbox.marketplaceUrl,
    ZAPIER_AUTH_LOCATION: join(folder, '.zapierrc'),
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => {
  for (const name of names) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
});

const missing = (findings: Finding[]) =>
  findings.filter(({ state }) => state === 'missing').map(({ what }) => what);

test('says that nothing is missing', async () => {
  const findings = await examine(setup);
  expect(missing(findings)).toEqual([]);
  expect(findings.map(({ what }) => what)).toEqual(
    expect.arrayContaining([
      'HighLevel’s permission page opens with your client and scopes',
      'HighLevel knows the client keys',
    ]),
  );
  const { text, ready } = report(findings);
  expect(ready).toBe(true);
  expect(text).toMatch(/Nothing is missing\. You can run “npm run push”\.$/);
  expect(text).not.toContain(sandbox.clientSecret);
});

test('with a private token nothing of a marketplace app is asked for', async () => {
  for (const name of ['CLIENT_ID', 'CLIENT_SECRET']) delete process.env[name];
  process.env.HIGHLEVEL_MARKETPLACE_URL = 'no address';
  const findings = await examine({ ...setup, signIn: 'private-token' });
  expect(missing(findings)).toEqual([]);
  expect(findings.map(({ what }) => what).join('\n')).not.toMatch(/CLIENT_|scope|MARKETPLACE/);
  expect(report(findings, 'npm run push -- --sign-in private-token').text).toMatch(
    /You can run “npm run push -- --sign-in private-token”\.$/,
  );
});

test('says that a download is not a repository', async () => {
  rmSync(join(folder, '.git'), { recursive: true });
  expect(missing(await examine(setup))).toEqual([
    'This folder is not a git repository, for example because it was downloaded as a ZIP file',
  ]);
});

test('says that nothing is committed yet', async () => {
  rmSync(join(folder, '.git'), { recursive: true });
  execFileSync('git', ['init', '-q'], { cwd: folder });
  expect(missing(await examine(setup))).toEqual(['Nothing is committed in this folder yet']);
});

test('says what git itself says if it fails for another reason', async () => {
  writeFileSync(join(folder, '.git', 'config'), '[core');
  expect(missing(await examine(setup))).toEqual([
    expect.stringMatching(/^git fails: bad config line/),
  ]);
});

test('says that git is not installed', async () => {
  const path = process.env.PATH;
  process.env.PATH = folder;
  try {
    expect(missing(await examine(setup))).toEqual(['git is not installed']);
  } finally {
    process.env.PATH = path;
  }
});

test('says what a fresh clone lacks', async () => {
  rmSync(join(folder, '.zapierapprc'));
  rmSync(join(folder, '.zapierrc'));
  delete process.env.CLIENT_ID;
  process.env.CLIENT_SECRET = '"quoted"';
  const findings = await examine({ ...setup, nodeVersion: 'v20.20.2' });
  expect(missing(findings)).toEqual([
    'Node v20.20.2 is too old for Zapier’s command line',
    '.zapierapprc has no integration ID',
    'Not logged in to Zapier',
    'CLIENT_ID is not set',
    'CLIENT_SECRET contains spaces or quotation marks',
  ]);
  const { text, ready } = report(findings);
  expect(ready).toBe(false);
  expect(text).toMatch(/5 things are missing\. Below each ✗ you see what to do\.$/);
});

test('a wrong secret', async () => {
  process.env.CLIENT_SECRET = 'wrong';
  expect(missing(await examine(setup))).toEqual(['HighLevel doesn’t know these client keys']);
});

test('a wrong client id, which the permission page refuses too', async () => {
  process.env.CLIENT_ID = 'nobody';
  const found = missing(await examine(setup));
  expect(found).toHaveLength(2);
  expect(found[0]).toMatch(/^HighLevel’s permission page refuses this app: \S/);
  expect(found[1]).toBe('HighLevel doesn’t know these client keys');
});

test('a scope that the marketplace app lacks', async () => {
  process.env.HIGHLEVEL_SCOPES = 'locations.readonly contacts.delete';
  const findings = await examine(setup);
  expect(missing(findings)).toEqual([
    expect.stringMatching(/^HighLevel’s permission page refuses this app: /),
  ]);
  expect(findings.map(({ what }) => what)).toContain(
    'No operation needs these scopes: contacts.delete',
  );
});

test('too few scopes', async () => {
  process.env.HIGHLEVEL_SCOPES = 'contacts.readonly';
  expect(missing(await examine(setup))).toEqual(['HIGHLEVEL_SCOPES lacks locations.readonly']);
});

test('hosts that do not answer', async () => {
  process.env.HIGHLEVEL_API_URL = 'http://127.0.0.1:1';
  expect(missing(await examine({ ...setup, zapierUrl: 'http://127.0.0.1:1' }))).toEqual([
    'Zapier can’t be reached (127.0.0.1:1)',
    'HighLevel’s API can’t be reached (127.0.0.1:1)',
  ]);
});

test('something that isn’t an address', async () => {
  process.env.HIGHLEVEL_API_URL = 'services.example.com/v1';
  expect(missing(await examine(setup))).toEqual([
    'HIGHLEVEL_API_URL isn’t an address like https://example.com',
  ]);
});

test('.env fills in what the environment lacks', () => {
  delete process.env.CLIENT_ID;
  writeFileSync(join(folder, '.env'), 'CLIENT_ID="from the file"\nCLIENT_SECRET=other\n');
  loadEnv(folder);
  expect(process.env.CLIENT_ID).toBe('from the file');
  expect(process.env.CLIENT_SECRET).toBe(sandbox.clientSecret);
});
