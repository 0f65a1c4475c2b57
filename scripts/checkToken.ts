/**
 * `npm run check:token`: packs the app that people sign in to with a Private Integration Token, and runs the package as
 * Zapier would, without any variable that says so. Prints `ok` or `FAILED` per step.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSandbox } from '../sandbox/index.ts';
import { root } from './stage.ts';

const exec = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'highlevel-token-'));
const sandbox = await startSandbox({ indexLag: 0 });
const env: NodeJS.ProcessEnv = { ...process.env, HIGHLEVEL_API_URL: sandbox.apiUrl };
for (const name of Object.keys(env))
  if (/^(CLIENT_|HIGHLEVEL_SIGN_IN|authData_)/.test(name)) delete env[name];
let failed = 0;

const step = async (name: string, work: () => Promise<void>): Promise<void> => {
  const error = await work().then(
    () => undefined,
    (reason: Error) => reason,
  );
  if (error) failed += 1;
  console.log(error ? `FAILED  ${name}: ${error.message}` : `ok  ${name}`);
};

const expect = (text: string, part: string): void => {
  if (!text.includes(part)) throw new Error(`“${part}” is missing in: ${text.slice(0, 400)}`);
};

/** Calls the unpacked app through Zapier's wrapper; gives what comes back, or the error as text. */
const call = async (method: string, authData: object, inputData: object = {}): Promise<string> => {
  const event = {
    command: 'execute',
    method,
    bundle: { authData, inputData, meta: { isLoadingSample: true } },
    zcacheTestObj: {},
    calledFromCli: true,
  };
  const program = `import('./zapierwrapper.js').then(({ handler, default: other }) =>
    (handler ?? other.handler)(${JSON.stringify(event)})).then(
    ({ results }) => console.log(JSON.stringify(results)),
    (error) => console.log(error.name, error.message));`;
  return (await exec(process.execPath, ['-e', program], { cwd: folder, env })).stdout;
};

/** Starts a program of the project until it says how to end it; gives what it said to `work`, then ends it. */
const started = async (
  file: string,
  work: (said: string) => Promise<void> | void,
): Promise<void> => {
  const words = ['--sign-in', 'private-token', '--port', '0'];
  const child = spawn(process.execPath, ['scripts/run.mjs', file, ...words], { cwd: root, env });
  const ended = new Promise<string>((done) => child.once('exit', () => done('')));
  let said = '';
  const ready = new Promise<string>((done) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('Ctrl-C')) done(said);
    });
  });
  try {
    await work(await Promise.race([ready, ended]));
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
};

await step('npm run package -- --sign-in private-token', async () => {
  const { stdout } = await exec(
    'npm',
    ['run', '--silent', 'package', '--', '--sign-in', 'private-token'],
    { cwd: root, env },
  );
  expect(stdout, 'People sign in by Private Integration Token.');
  await exec('unzip', ['-q', join(root, 'build', 'build.zip'), '-d', folder]);
});
await step('the definition asks for a token and knows nothing of OAuth', async () => {
  const { authentication } = JSON.parse(readFileSync(join(folder, 'definition.json'), 'utf8'));
  const keys = authentication.fields.map(({ key }: { key: string }) => key).join();
  expect(keys, 'privateToken,locationId,companyId');
  if (authentication.type !== 'custom' || authentication.oauth2Config)
    throw new Error(`It has the type ${authentication.type}.`);
});
const filled = await sandbox.privateToken('sub-account');
await step('the connection test names the sub-account', async () =>
  expect(await call('authentication.test', filled), '"name":"Bright Smile Dental"'),
);
await step('a trigger runs', async () =>
  expect(
    await call('triggers.search_contacts.operation.perform', filled),
    'marcelo.simonis0@example.com',
  ),
);
await step('a dropdown is filled', async () =>
  expect(await call('triggers.list_user_choices.operation.perform', filled), '"name"'),
);
await step('a token that was deleted asks for a new connection', async () => {
  await sandbox.changePrivateToken(filled.privateToken, 'delete');
  const said = await call('triggers.search_contacts.operation.perform', filled);
  expect(said, 'ExpiredAuthError');
  expect(said, 'reconnect with the current token');
});
await step('zapier-platform validate --sign-in private-token', async () => {
  const words = ['validate', '--without-style', '--sign-in', 'private-token'];
  const { stdout } = await exec('npm', ['run', '--silent', 'zapier', '--', ...words], {
    cwd: root,
    env: { ...env, DISABLE_ZAPIER_ANALYTICS: '1', NO_UPDATE_NOTIFIER: '1' },
  });
  expect(stdout, 'No structural errors found');
});
await step('npm start -- --sign-in private-token', () =>
  started('workbench/main.ts', async (said) => {
    const [, url = ''] = /HighLevel Workbench\s+(http:\S+)/.exec(said) ?? [];
    const page = await (await fetch(`${url}/connect`)).text();
    expect(page, 'Bright Smile Dental (sub-account)');
    expect(page, 'name="privateToken"');
    if (page.includes('What do you want to connect?')) throw new Error('It offers OAuth, too.');
  }),
);
await step('npm run sandbox -- --sign-in private-token', () =>
  started('sandbox/main.ts', (said) => {
    expect(said, 'HIGHLEVEL_SIGN_IN=private-token');
    expect(said, 'authData_privateToken=pit-');
    if (said.includes('CLIENT_ID=')) throw new Error('It prints the keys of an app, too.');
  }),
);

await sandbox.stop();
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;
