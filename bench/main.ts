/**
 * `npm run bench`: our packed app beside a minimal app on the same core as Zapier's CLI packs it, against HighLevel's
 * own SDK, in a small and a large sub-account, and the pages of the workbench. Prints tables and writes
 * bench/results.md.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import AdmZip from 'adm-zip';
import Table from 'cli-table3';
import { root, run } from '../scripts/stage.ts';
import { countRequests } from '../tour/requests.ts';
import { minimalApp } from './minimal.ts';
import { type Packed, pairRows } from './pairs.ts';
import { raceNote, raceRows } from './race.ts';
import { scaleNote, scaleRows } from './scale.ts';
import { pageRows, pagesNote } from './workbench.ts';

const { values } = parseArgs({
  options: { pairs: { type: 'string', default: '9' }, quick: { type: 'boolean' } },
});
const pairs = Math.max(7, Number(values.pairs));
const work = mkdtempSync(join(tmpdir(), 'highlevel-bench-'));

const unpack = (zip: string, name: string): Packed => {
  const folder = join(work, name);
  new AdmZip(zip).extractAllTo(folder);
  return { zip, folder };
};

const timed = (name: string, args: string[]): string => {
  const start = performance.now();
  run('npm', ['run', '--silent', ...args], root, true);
  return `\`${name}\`: ${((performance.now() - start) / 1000).toFixed(1)} s`;
};

/** Operations by the requests of one run, those with several named. */
const requestRows = (counts: Record<string, number>): string[][] =>
  [...new Set(Object.values(counts))]
    .sort((a, b) => a - b)
    .map((count) => {
      const keys = Object.keys(counts).filter((key) => counts[key] === count);
      return [String(count), String(keys.length), count > 1 ? keys.join(', ') : ''];
    });

const show = ([head = [], ...rows]: string[][]): void => {
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const row of rows) table.push(row);
  console.log(table.toString());
};

run('npm', ['run', '--silent', 'package'], root, true);
const app = unpack(join(root, 'build', 'build.zip'), 'ours');
const rows = await pairRows(app, unpack(minimalApp(join(work, 'source')), 'minimal'), pairs);
show(rows);
const times = values.quick
  ? []
  : [timed('npm run typecheck', ['typecheck']), timed('npm test', ['test'])];
for (const time of times) console.log(time);
const race = await raceRows(app.folder);
show(race);
const pages = await pageRows();
show(pages);
const requests = [
  ['Requests of one run', 'operations', 'which'],
  ...requestRows(await countRequests()),
];
const scale = values.quick ? [] : await scaleRows(app.folder);
for (const row of [...requests, ...scale]) console.log(row.join('  '));

const markdown = ([head = [], ...lines]: string[][]) =>
  [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
const notes = readFileSync(join(root, 'bench', 'levers.md'), 'utf8');
writeFileSync(
  join(root, 'bench', 'results.md'),
  `# What the app costs

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}. ${pairs} pairs of fresh processes, medians; the ratio is that of each pair. The minimal app is one trigger on the same core, packed as Zapier's CLI packs it.

${markdown(rows)}

${times.map((time) => `- ${time}`).join('\n')}

## Against HighLevel's own SDK

${raceNote}

${markdown(race)}

## The workbench

${pagesNote}

${markdown(pages)}

## Requests

As the tour makes them, on a quiet poll for a trigger; docs/catalog.md has them operation by operation.

${markdown(requests)}

${scale.length > 0 ? `## A large sub-account\n\n${scaleNote}\n\n${markdown(scale)}\n` : ''}
${notes}`,
);
rmSync(work, { recursive: true, force: true });
process.exitCode = [...rows, ...pages].every((row) => row.at(-1) !== 'NO') ? 0 : 1;
