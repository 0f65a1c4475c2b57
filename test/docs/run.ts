/**
 * `npm run check:docs`: runs the commands of README.md and docs/ on a sandbox and compares what they print. They work
 * in a folder of links, so that the project's own .env stays as it is.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { proofs } from './commands.ts';

const root = resolve(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'highlevel-docs-'));
const env: NodeJS.ProcessEnv = {
  ...process.env,
  DISABLE_ZAPIER_ANALYTICS: '1',
  NO_UPDATE_NOTIFIER: '1',
};
for (const name of Object.keys(env)) if (/^(CLIENT_|HIGHLEVEL_)/.test(name)) delete env[name];

interface Outcome {
  output: string;
  failed: boolean;
}

const run = (command: string): Promise<Outcome> =>
  new Promise((done) => {
    execFile('bash', ['-c', command], { cwd: folder, env }, (error, stdout, stderr) =>
      done({ output: `${stdout}${stderr}`, failed: error !== null }),
    );
  });

/** Starts the sandbox as the README says and waits for the lines for .env. */
const startSandbox = (): Promise<{ sandbox: ChildProcess; said: string }> =>
  new Promise((ready, reject) => {
    const sandbox = spawn('npm', ['run', '--silent', 'sandbox', '--', '--port', '0'], {
      cwd: folder,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    sandbox.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('Ctrl-C')) ready({ sandbox, said });
    });
    sandbox.once('exit', () => reject(new Error(`The sandbox ended: ${said}`)));
  });

/** The CLI breaks lines and puts a mark before each, so texts are compared without either. */
const flat = (text: string): string =>
  stripVTControlCharacters(text)
    .replace(/^ ?›\s*/gm, '')
    .replace(/\s+/g, ' ');

const differences = (
  { output, failed }: Outcome,
  prints: (string | RegExp)[],
  mayFail: boolean,
) => [
  ...(failed && !mayFail ? ['it failed'] : []),
  ...prints
    .filter((text) =>
      typeof text === 'string' ? !flat(output).includes(text) : !text.test(flat(output)),
    )
    .map((text) => `“${text}” is missing`),
];

const main = async (): Promise<number> => {
  let wrong = 0;
  await run(`cd ${root} && npm run --silent build`);
  for (const name of readdirSync(root))
    if (!['.git', '.env', 'build'].includes(name))
      symlinkSync(join(root, name), join(folder, name));
  const { sandbox, said } = await startSandbox();
  const lines = (said.match(/^\w+=.*$/gm) ?? []).join('\n');
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  for (const command of said.match(/^npm .*$/gm) ?? ['no command']) {
    if (readme.includes(command)) continue;
    console.log(`FAILED  the sandbox prints “${command}”, which README.md doesn't have`);
    wrong += 1;
  }
  writeFileSync(join(folder, '.env'), `${lines}\n`);
  const url = /^HIGHLEVEL_API_URL=(.*)$/m.exec(lines)?.[1] ?? '';
  for (const [command, proof] of Object.entries(proofs)) {
    if (!('prints' in proof)) continue;
    const outcome = await run(command.replace('http://127.0.0.1:4600', url));
    const found = differences(outcome, proof.prints, proof.mayFail ?? false);
    console.log(`${found.length === 0 ? 'ok' : 'FAILED'}  ${command}`);
    if (found.length > 0) console.log(`${found.join('; ')} in:\n${outcome.output}`);
    wrong += found.length > 0 ? 1 : 0;
  }
  if (sandbox.pid) process.kill(-sandbox.pid, 'SIGTERM');
  return wrong;
};

try {
  process.exitCode = (await main()) === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
