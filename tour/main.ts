import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import ora from 'ora';
import { catalogKeys } from '../catalog.ts';
import { creates, searches, triggers } from '../included.ts';
import { assertKnown } from '../lib/groupNames.ts';
import { startSandbox } from '../sandbox/index.ts';
import type { LoggedRequest } from '../sandbox/state/state.ts';
import { Refusal } from '../scripts/refusal.ts';
import { isOfAnyEndpoint } from './endpoints.ts';
import { tellGeneration } from './generation.ts';
import { refusedLine, tryRefused } from './refusals.ts';
import { stations, stationsOf } from './stations.ts';
import { connect, pointAt, type Stop, walk } from './tour.ts';
import { type AccountKind, kindOf, LocalZapier } from './zapier.ts';

const help = `Runs every operation of the app through Zapier's core against a local HighLevel.

  npm run tour                              all operations, once per kind of connection
  npm run tour -- --connection agency       on an agency connection only (or: sub-account)
  npm run tour -- --generation v3           all of HighLevel's API in v3 (or: classic), whatever lib/api/generations.ts says
  npm run tour -- --only get_contact,…      these operations, and those that they need before
  npm run tour -- --sign-in private-token   the app that people sign in to with a Private Integration Token
  npm run tour -- --without invoices,…      the app without these groups of operations; --only catalog leaves out all
`;

const { values } = parseArgs({
  options: {
    connection: { type: 'string' },
    generation: { type: 'string' },
    only: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

const allKeys = stations.map(({ key }) => key);
const unknown = values.only?.split(',').filter((key) => !allKeys.includes(key)) ?? [];
if (unknown.length > 0)
  throw new Refusal(
    `No station has the key ${unknown.join(', ')}. docs/catalog.md has the key of each operation.`,
  );
const accountKinds: AccountKind[] = ['sub-account', 'agency'];
if (values.connection !== undefined) assertKnown([values.connection], accountKinds, 'connection');
if (values.generation !== undefined)
  assertKnown([values.generation], ['classic', 'v3'], 'generation');
if (values.generation) process.env.HIGHLEVEL_API_GENERATION = values.generation;

/** The operations that people see: everything registered but the dropdowns. */
const visible = [triggers, creates, searches]
  .flatMap((catalog) => Object.values(catalog).flat())
  .filter(({ display }) => !display.hidden)
  .map(({ key }) => key);

const tableOf = (stops: Stop[]): string => {
  const table = new Table({
    head: ['Operation', 'Kind', 'What it did', 'Requests', 'ms', ''],
    style: { head: [], border: [] },
  });
  for (const { key, did, requests, milliseconds, error } of stops) {
    table.push([
      key,
      { triggers: 'trigger', creates: 'create', searches: 'search' }[kindOf(key)],
      error ?? did,
      requests,
      milliseconds,
      error ? 'FAILED' : 'ok',
    ]);
  }
  return table.toString();
};

const tour = async (
  account: AccountKind,
): Promise<{ stops: Stop[]; refused: string[]; wrong: string[] }> => {
  const sandbox = await startSandbox({ indexLag: 0, rateLimit: { burst: 100_000 } });
  pointAt(sandbox);
  const spinner = ora({
    text: `Connecting as ${account}`,
    isSilent: !process.stdout.isTTY,
    stream: process.stdout,
  }).start();
  try {
    const zapier = new LocalZapier();
    const label = await connect(zapier, sandbox, account);
    spinner.succeed(`Connected: ${label}`);
    if (!process.stdout.isTTY) console.log(`Connected: ${label}`);
    const wanted = values.only?.split(',');
    const chosen = stationsOf(account).filter(
      ({ key }) => !wanted || wanted.includes(key) || /^create_/.test(key),
    );
    let done = 0;
    let told = 0;
    const ownRequests: LoggedRequest[] = [];
    spinner.start();
    const stops = await walk(zapier, sandbox, chosen, (stop) => {
      done += 1;
      if (!isOfAnyEndpoint(stop.key)) ownRequests.push(...sandbox.requests.slice(told));
      told = sandbox.requests.length;
      spinner.text = `${done} of ${chosen.length}: ${stop.key}`;
      if (!process.stdout.isTTY)
        console.log(`${stop.error ? 'FAILED' : 'ok'}  ${stop.key}: ${stop.error ?? stop.did}`);
    });
    const { requests, state } = sandbox;
    spinner.stop();
    console.log(tellGeneration(ownRequests, values.generation));
    const asked = { requests, locationId: state.main.id };
    const tried = wanted
      ? { refused: [], wrong: [] }
      : await tryRefused(zapier, stationsOf(account), asked);
    return { stops, ...tried };
  } finally {
    spinner.stop();
    await sandbox.stop();
  }
};

const main = async (): Promise<number> => {
  if (values.help) {
    console.log(help);
    return 0;
  }
  const accounts: AccountKind[] = values.connection
    ? [values.connection as AccountKind]
    : accountKinds;
  const ran = new Map<string, boolean>();
  const notRefused: string[] = [];
  for (const account of accounts) {
    const { stops, refused, wrong } = await tour(account);
    console.log(`\n${tableOf(stops)}\n\n${refusedLine(account, refused)}\n`);
    for (const problem of wrong) console.log(`FAILED  ${problem}`);
    notRefused.push(...wrong);
    for (const { key, error } of stops) ran.set(key, (ran.get(key) ?? true) && !error);
  }
  const asked = values.only ? [...ran.keys()] : visible;
  const missing = asked.filter((key) => !ran.has(key));
  if (missing.length > 0) console.log(`No station: ${missing.join(', ')}`);
  const count = (keys: string[], what: string) => {
    const fine = keys.filter((key) => ran.get(key)).length;
    if (keys.length > 0) console.log(`${fine} of ${keys.length} ${what} ran`);
  };
  count(
    asked.filter((key) => !catalogKeys.has(key)),
    'operations beyond the catalog',
  );
  count(
    asked.filter((key) => catalogKeys.has(key)),
    'operations',
  );
  return asked.every((key) => ran.get(key)) && notRefused.length === 0 ? 0 : 1;
};

process.exitCode = await main();
