/**
 * `node scripts/run.mjs [--import FILE] FILE [arguments] [--sign-in oauth|private-token]`: runs a script of the project on a Node that reads
 * TypeScript and that Zapier's command line accepts. That is the installed one from 22.18 on. An older one starts the
 * Node 22 of scripts/node22, which is installed on first use from a lock file of its own. `--sign-in` says to every
 * script alike how people sign in to the app that it builds or runs.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'scripts', 'node22');

/** Ends the process with a sentence instead of a stack trace. */
const refuse = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

/** The Node that scripts/node22 installed, if it has one for this kind of machine. */
const installedNode = () => {
  const require = createRequire(join(folder, 'package.json'));
  const { optionalDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const name of Object.keys(optionalDependencies)) {
    try {
      const manifest = require.resolve(`${name}/package.json`);
      return join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.node);
    } catch {
      // The package of another kind of machine.
    }
  }
  return undefined;
};

const installNode = () => {
  console.error(
    `This is Node ${process.versions.node}. Node 22 is installed in scripts/node22, once …`,
  );
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = { cwd: folder, shell: process.platform === 'win32', encoding: 'utf8' };
  spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options);
  return installedNode();
};

const input = process.argv.slice(2);
const preload = input[0] === '--import' ? join(root, input.splice(0, 2)[1]) : undefined;

/** Takes `--sign-in` out of the arguments and sets what lib/connection/signIn.ts reads. */
const takeSignIn = () => {
  const at = input.findIndex((one) => /^--sign-in(=|$)/.test(one));
  if (at < 0) return;
  const [, inline] = input[at].split('=');
  const value = inline ?? input[at + 1] ?? '';
  if (!['oauth', 'private-token'].includes(value))
    refuse('After --sign-in comes oauth or private-token.');
  input.splice(at, inline === undefined ? 2 : 1);
  process.env.HIGHLEVEL_SIGN_IN = value;
};
takeSignIn();

const [command, ...values] = input;

/** Zapier's command line works on the owner's integration: what was pushed last, as scripts/signIn.ts remembers it. */
const rememberSignIn = () => {
  const file = join(root, '.zapierapprc');
  if (command !== 'zapier-platform' || process.env.HIGHLEVEL_SIGN_IN || !existsSync(file)) return;
  const { signIn } = JSON.parse(readFileSync(file, 'utf8'));
  if (signIn) process.env.HIGHLEVEL_SIGN_IN = signIn;
};
rememberSignIn();

if (!existsSync(join(root, 'node_modules')))
  refuse('Nothing is installed yet. Run “npm ci” first.');
const file = join(
  root,
  command === 'zapier-platform' ? 'node_modules/zapier-platform-cli/src/bin/run' : command,
);

if (process.features.typescript) {
  process.argv = [process.argv[0], file, ...values];
  if (preload) await import(pathToFileURL(preload).href);
  await import(pathToFileURL(file).href);
} else {
  const node = installedNode() ?? installNode();
  if (!node)
    refuse(
      `This needs Node 22.18 or newer, but this is Node ${process.versions.node}, and Node 22 could not be installed in scripts/node22. Install Node 22 from https://nodejs.org and run the command again.`,
    );
  const options = preload ? ['--import', pathToFileURL(preload).href] : [];
  const child = spawn(node, [...options, file, ...values], {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
  });
  // Ctrl-C reaches both processes; only the child decides how to end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}
