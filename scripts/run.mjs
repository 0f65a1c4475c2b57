/**
 * `node scripts/run.mjs [--import FILE] FILE [arguments]`: runs a script of the project on a Node that reads TypeScript
 * and that Zapier's command line accepts. That is the installed one from 22.18 on. An older one starts the Node 22 of
 * scripts/node22, which is installed on first use from a lock file of its own.
 *
 * Some arguments say to every script alike what app it builds or runs: `--sign-in oauth|private-token` how people sign
 * in, `--without GROUPS` and `--only catalog` which groups of operations it lacks, `--with AREAS` which scopes it asks
 * for besides its own. After --without and --with, `none` forgets what was pushed before.
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
    `This is Node ${process.versions.node}. Installing Node 22 in scripts/node22, which happens only once …`,
  );
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = { cwd: folder, shell: process.platform === 'win32', encoding: 'utf8' };
  spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options);
  return installedNode();
};

const input = process.argv.slice(2);
/** An older Node has started this one, which must not start another. */
const isStarted = input[0] === '--started' && Boolean(input.shift());
const preload = input[0] === '--import' ? input.splice(0, 2) : [];

const areNames = (value) => /^\w/.test(value);

/** The arguments, with what follows each, and the variable that lib/chosen.ts and lib/connection/signIn.ts read. */
const choices = [
  {
    name: '--sign-in',
    fits: (value) => ['oauth', 'private-token'].includes(value),
    follows: 'oauth or private-token',
    variable: 'HIGHLEVEL_SIGN_IN',
  },
  {
    name: '--without',
    fits: areNames,
    follows: 'groups of operations, such as invoices,forms',
    variable: 'HIGHLEVEL_WITHOUT',
  },
  {
    name: '--with',
    fits: areNames,
    follows: 'areas of HighLevel’s documents, such as invoices,products',
    variable: 'HIGHLEVEL_WITH',
  },
];

/** Takes an argument and what follows it out of the command line; gives what follows it, `undefined` if it is not there. */
const take = (name, fits) => {
  const at = input.findIndex((one) => one === name || one.startsWith(`${name}=`));
  if (at < 0) return undefined;
  const inline = input[at].includes('=') ? input[at].slice(name.length + 1) : undefined;
  const value = inline ?? input[at + 1] ?? '';
  if (!fits(value)) return '';
  input.splice(at, inline === undefined ? 2 : 1);
  return value;
};

for (const { name, fits, follows, variable } of choices) {
  const value = take(name, fits);
  if (value === '') refuse(`After ${name} comes ${follows}.`);
  if (value) process.env[variable] = value === 'none' ? '' : value;
}
// The tour has an `--only` of its own.
if (take('--only', (value) => value === 'catalog')) process.env.HIGHLEVEL_WITHOUT = 'all';

const [command, ...values] = input;

/** What .zapierapprc remembers by the commands that work on the owner's integration: what was pushed last. */
const remember = () => {
  const file = join(root, '.zapierapprc');
  const isOwners = ['zapier-platform', 'scripts/package.ts', 'scripts/doctor.ts'].includes(command);
  if (!isOwners || !existsSync(file)) return;
  const { signIn, without, with: areas } = JSON.parse(readFileSync(file, 'utf8'));
  // The scripts compare how people sign in with what is remembered.
  if (signIn && command === 'zapier-platform') process.env.HIGHLEVEL_SIGN_IN ||= signIn;
  if (without) process.env.HIGHLEVEL_WITHOUT ??= without.join();
  if (areas) process.env.HIGHLEVEL_WITH ??= areas.join();
};
remember();

if (!existsSync(join(root, 'node_modules')))
  refuse('Nothing is installed yet. Run “npm ci” first.');
const file = join(
  root,
  command === 'zapier-platform' ? 'node_modules/zapier-platform-cli/src/bin/run' : command,
);

// Zapier's own words for this name a command that copies all of node_modules.
if (
  command === 'zapier-platform' &&
  ['describe', 'invoke'].includes(values[0]) &&
  !values.includes('--help') &&
  !existsSync(join(root, 'dist', 'index.js'))
)
  refuse('Nothing is built yet. Run “npm run build” first.');

const load = (path) => import(pathToFileURL(path).href);

/** Whether an error is a sentence on what to do otherwise, which needs no stack trace. */
const isForPeople = (error) =>
  ['UnknownChoice', 'Refusal'].includes(error?.name) ||
  String(error?.code).startsWith('ERR_PARSE_ARGS_');

if (process.features.typescript) {
  process.argv = [process.argv[0], file, ...values];
  try {
    if (preload.length > 0) await load(join(root, preload[1]));
    await load(file);
  } catch (error) {
    if (!isForPeople(error)) throw error;
    // What Node adds to an unknown option is for those who want a file name that begins with a dash.
    refuse(error.message.replace(/ To specify a positional argument .*/s, ''));
  }
} else {
  const node = isStarted ? undefined : (installedNode() ?? installNode());
  if (!node)
    refuse(
      `This needs Node 22.18 or newer, but this is Node ${process.versions.node}, and Node 22 could not be installed in scripts/node22. Install Node 22 from https://nodejs.org and run the command again.`,
    );
  const words = ['--started', ...preload, command, ...values];
  const child = spawn(node, [import.meta.filename, ...words], {
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
