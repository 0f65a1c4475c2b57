/**
 * Drives Zapier's real CLI against the sandbox, as the README tells contributors to: OAuth, a trigger, a create, a
 * search; then unpacks build.zip, runs one trigger through its Lambda wrapper and compares its core with the plain one.
 * Prints `ok` or `FAILED` per step.
 */
import { execFile, spawn } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startSandbox } from '../sandbox/index.ts';
import { packedChecks } from './checkPacked.ts';
import { expectPackage } from './unpacked.ts';

const root = resolve(import.meta.dirname, '..');
expectPackage(root);
const cli = join(root, 'node_modules', '.bin', 'zapier-platform');
const folder = mkdtempSync(join(tmpdir(), 'highlevel-cli-'));
const sandbox = await startSandbox({ indexLag: 0 });
const env = { ...process.env, DISABLE_ZAPIER_ANALYTICS: '1', NO_UPDATE_NOTIFIER: '1' };
let passed = 0;
let failed = 0;

const step = async (name: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
    passed += 1;
    console.log(`ok  ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}: ${error instanceof Error ? error.message : error}`);
  }
};

const invoke = async (...args: string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(cli, ['invoke', ...args, '--non-interactive'], {
    cwd: folder,
    env,
  });
  return stdout;
};

const expect = (text: string, part: string): void => {
  if (!text.includes(part)) throw new Error(`“${part}” is missing in: ${text.slice(0, 400)}`);
};

/** The consent page, as a browser would go through it; the code ends at the CLI's local server. */
const consent = async (): Promise<void> => {
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: sandbox.clientId,
    redirect_uri: 'http://localhost:9000',
    state: 'state-of-the-check',
  });
  const address = `${sandbox.marketplaceUrl}/oauth/chooselocation?${asked}`;
  const page = await (await fetch(address)).text();
  const form = new URLSearchParams({ account: sandbox.state.main.id });
  for (const [, name = '', value = ''] of page.matchAll(
    /<input [^>]*name="(.*?)" value="(.*?)"/g,
  )) {
    form.set(name, value.replaceAll('&amp;', '&'));
  }
  const chosen = await fetch(address, { method: 'POST', body: form, redirect: 'manual' });
  const back = chosen.headers.get('location') ?? '';
  for (let attempt = 0; attempt < 60; attempt += 1) {
    await sleep(500);
    const answer = await fetch(back).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error('the CLI never listened for the code');
};

// The CLI works in the current folder and writes tokens to its .env: a folder of links keeps them out of the project.
for (const name of readdirSync(root)) {
  if (!['.git', '.env', 'build'].includes(name)) symlinkSync(join(root, name), join(folder, name));
}
writeFileSync(
  join(folder, '.env'),
  [
    `CLIENT_ID=${sandbox.clientId}`,
    `CLIENT_SECRET=${sandbox.clientSecret}`,
    `HIGHLEVEL_API_URL=${sandbox.apiUrl}`,
    `HIGHLEVEL_MARKETPLACE_URL=${sandbox.marketplaceUrl}`,
    '',
  ].join('\n'),
);

await step('invoke auth start goes through the OAuth flow', async () => {
  const started = spawn(cli, ['invoke', 'auth', 'start', '--non-interactive'], {
    cwd: folder,
    env,
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((done) => started.once('exit', done));
  await consent();
  const code = await Promise.race([ended, sleep(30_000).then(() => 'timeout')]);
  if (code !== 0) throw new Error(`it ended with ${code}`);
  expect(readFileSync(join(folder, '.env'), 'utf8'), 'authData_access_token');
});
await step('invoke auth label', async () =>
  expect(await invoke('auth', 'label'), 'Bright Smile Dental (sub-account)'),
);
await step('invoke trigger search_contacts', async () =>
  expect(await invoke('trigger', 'search_contacts', '-i', '{}'), 'marcelo.simonis0@example.com'),
);
await step('invoke create create_contact_note', async () => {
  const inputData = { contactId: 'FJMEtaWH5eTSzPct9IzQ', body: 'Hi {{contact.first_name}}' };
  expect(
    await invoke('create', 'create_contact_note', '-i', JSON.stringify(inputData)),
    '"body": "Hi {{contact.first_name}}"',
  );
});
await step('invoke search find_contact', async () =>
  expect(
    await invoke('search', 'find_contact', '-i', '{"email":"marcelo.simonis0@example.com"}'),
    '"Marcelo Simonis"',
  ),
);
// “describe” of zapier-platform-cli 19.1.0 loads the app twice at once. It requires the folder; where that fails, each
// load writes, imports and deletes the same zapierwrapper.js, and one may find the half-written file of the other.
await step('the folder can be required, so the CLI writes no file to load the app', async () => {
  const program = `console.log(Object.keys(require(${JSON.stringify(folder)}).default))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program]);
  expect(stdout, 'triggers');
});
const unpacked = join(folder, 'unpacked');
await step('build.zip runs a trigger through its wrapper', async () => {
  await promisify(execFile)('unzip', ['-q', join(root, 'build', 'build.zip'), '-d', unpacked]);
  // Lambda runs it as somebody else.
  if ((statSync(join(unpacked, 'dist', 'index.js')).mode & 0o444) !== 0o444)
    throw new Error('dist/index.js cannot be read by everybody.');
  const { access_token, companyId, locationId } = await sandbox.connect('sub-account');
  const event = {
    command: 'execute',
    method: 'triggers.search_contacts.operation.perform',
    bundle: {
      authData: { access_token, companyId, locationId },
      inputData: {},
      meta: { isLoadingSample: true },
    },
    zcacheTestObj: {},
    calledFromCli: true,
  };
  const program = `import('./zapierwrapper.js').then(async ({ handler, default: other }) => {
    const { results } = await (handler ?? other.handler)(${JSON.stringify(event)});
    console.log(JSON.stringify(results));
  });`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program], {
    cwd: unpacked,
    env: { ...env, HIGHLEVEL_API_URL: sandbox.apiUrl },
  });
  expect(stdout, 'marcelo.simonis0@example.com');
});
for (const [name, work] of Object.entries(packedChecks(unpacked))) await step(name, work);

await sandbox.stop();
rmSync(folder, { recursive: true, force: true });
console.log(`cli: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
