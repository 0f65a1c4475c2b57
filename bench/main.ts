/**
 * `npm run bench`: our packed app beside a minimal app on the same core, in alternating pairs of fresh processes.
 * Prints a table and writes bench/results.md.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import AdmZip from 'adm-zip';
import Table from 'cli-table3';
import { buildZips, root, run } from '../scripts/stage.ts';
import { countRequests } from '../tour/requests.ts';
import { scaleNote, scaleRows } from './scale.ts';

const { values } = parseArgs({
  options: { pairs: { type: 'string', default: '9' }, quick: { type: 'boolean' } },
});
const pairs = Math.max(7, Number(values.pairs));
const work = mkdtempSync(join(tmpdir(), 'highlevel-bench-'));

interface Probe {
  imported: number;
  cold: number;
  warm: number;
  memory: number;
}

/** A server that answers at once, so that only the app's own time counts. */
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      contact: { id: 'c1', firstName: 'Maria', dateUpdated: '2026-03-04T09:30:45.000Z' },
    }),
  );
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const unzip = (zip: string, name: string): string => {
  const folder = join(work, name);
  new AdmZip(zip).extractAllTo(folder);
  return folder;
};

/** One trigger and nothing else, on the same core, built by the same CLI. */
const minimalApp = (): string => {
  const folder = join(work, 'minimal-source');
  mkdirSync(folder);
  const { dependencies, overrides } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as {
    dependencies: Record<string, string>;
    overrides: Record<string, string>;
  };
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      name: 'minimal',
      version: '1.0.0',
      type: 'module',
      exports: './index.js',
      dependencies: { 'zapier-platform-core': dependencies['zapier-platform-core'] },
      overrides: { 'get-intrinsic': overrides['get-intrinsic'] },
    }),
  );
  writeFileSync(join(folder, '.gitignore'), 'node_modules\nbuild\n');
  writeFileSync(
    join(folder, 'index.js'),
    `import zapier from 'zapier-platform-core';
const perform = async (z) => {
  const { data } = await z.request(process.env.HIGHLEVEL_API_URL + '/contacts/c1');
  return [data.contact];
};
export default {
  version: '1.0.0',
  platformVersion: zapier.version,
  triggers: { get_contact: { key: 'get_contact', noun: 'Contact', display: { label: 'Get Contact', description: 'Triggers when a contact changes.' }, operation: { perform, sample: { id: 'c1' } } } },
};
`,
  );
  run(
    'npm',
    ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'],
    folder,
    true,
  );
  buildZips(folder, true);
  return join(folder, 'build', 'build.zip');
};

const probe = async (folder: string, input: object): Promise<Probe> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      join(root, 'bench', 'probe.mjs'),
      'triggers.get_contact.operation.perform',
      JSON.stringify(input),
      JSON.stringify({ access_token: 'token', locationId: 'loc1', companyId: 'com1' }),
    ],
    { cwd: folder, env: { ...process.env, HIGHLEVEL_API_URL: url, NODE_ENV: 'production' } },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Probe;
};

const median = (numbers: number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

const timed = (name: string, args: string[]): [string, string, string] => {
  const start = performance.now();
  run('npm', ['run', '--silent', ...args], root, true);
  return [name, `${((performance.now() - start) / 1000).toFixed(1)} s`, ''];
};

run('npm', ['run', '--silent', 'package'], root, true);
const zip = join(root, 'build', 'build.zip');
const ours = unzip(zip, 'ours');
const minimalZip = minimalApp();
const minimal = unzip(minimalZip, 'minimal');

const mine: Probe[] = [];
const theirs: Probe[] = [];
// The first pair only warms the disk cache.
for (let pair = 0; pair <= pairs; pair += 1) {
  const a = await probe(ours, { contactId: 'c1' });
  const b = await probe(minimal, {});
  if (pair === 0) continue;
  mine.push(a);
  theirs.push(b);
}

const compared = (name: string, key: keyof Probe, unit: string, limit?: number): string[] => {
  const ratios = mine.map((one, index) => one[key] / (theirs[index]?.[key] ?? 1));
  const digits = key === 'warm' ? 2 : 0;
  const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  const ratio = median(ratios);
  return [
    name,
    `${median(mine.map((one) => one[key])).toFixed(digits)} ${unit}`,
    `${median(theirs.map((one) => one[key])).toFixed(digits)} ${unit}`,
    `${ratio.toFixed(2)} (${spread})`,
    limit === undefined ? '' : `${limit}`,
    limit === undefined ? '' : ratio <= limit ? 'yes' : 'NO',
  ];
};

const kilobytes = (file: string) => Math.round(statSync(file).size / 1024);
const definition = join(ours, 'definition.json');
const size = (name: string, file: string, other: string, limit: number): string[] => [
  name,
  `${kilobytes(file)} KB`,
  `${kilobytes(other)} KB`,
  '',
  `${limit} KB`,
  kilobytes(file) <= limit ? 'yes' : 'NO',
];

const head = [
  'Measure',
  'HighLevel for Zapier',
  'minimal app',
  'ratio (spread)',
  'at most',
  'reached',
];
const rows = [
  compared('cold start: import to first result', 'cold', 'ms', 1.5),
  compared('of that, import', 'imported', 'ms'),
  compared('a warm call', 'warm', 'ms', 2.5),
  compared('memory after 101 calls (RSS)', 'memory', 'MB', 1.3),
  size('build.zip', zip, minimalZip, 1_300),
  size('definition.json', definition, join(minimal, 'definition.json'), 500),
];
server.close();

const others = values.quick
  ? []
  : [timed('npm run typecheck', ['typecheck']), timed('npm test', ['test'])];
const scale = values.quick ? [] : await scaleRows(ours);

/** Operations by the requests of one run, those with several named. */
const requestRows = (counts: Record<string, number>): string[][] =>
  [...new Set(Object.values(counts))]
    .sort((a, b) => a - b)
    .map((count) => {
      const keys = Object.keys(counts).filter((key) => counts[key] === count);
      return [String(count), String(keys.length), count > 1 ? keys.join(', ') : ''];
    });
const requests = [
  ['Requests of one run', 'operations', 'which'],
  ...requestRows(await countRequests()),
];

const table = new Table({ head, style: { head: [], border: [] } });
for (const row of rows) table.push(row);
console.log(table.toString());
for (const [name, value] of others) console.log(`${name}: ${value}`);
for (const row of [...requests, ...scale]) console.log(row.join('  '));

const markdown = ([head = [], ...lines]: string[][]) =>
  [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
const notes = readFileSync(join(root, 'bench', 'levers.md'), 'utf8');
writeFileSync(
  join(root, 'bench', 'results.md'),
  `# What the app costs

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}. ${pairs} pairs of fresh processes, medians; the ratio is that of each pair.

${markdown([head, ...rows])}

${others.map(([name, value]) => `- \`${name}\`: ${value}`).join('\n')}

## Requests

As the tour makes them, on a quiet poll for a trigger; docs/catalog.md has them operation by operation.

${markdown(requests)}

${scale.length > 0 ? `## A sub-account of 100,000 contacts\n\n${scaleNote}\n\n${markdown(scale)}\n` : ''}
${notes}`,
);
rmSync(work, { recursive: true, force: true });
process.exitCode = rows.every((row) => row.at(-1) !== 'NO') ? 0 : 1;
