/** The packed app beside the minimal app, in alternating pairs of fresh processes. */
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { visible } from '../scripts/catalogPage.ts';
import { median, spread } from './statistics.ts';

/** A packed app. */
export interface Packed {
  zip: string;
  /** where it is unpacked */
  folder: string;
}

interface Probe {
  imported: number;
  cold: number;
  warm: number;
  memory: number;
}

const contact = { id: 'c1', firstName: 'Maria', dateUpdated: '2026-03-04T09:30:45.000Z' };
const input = JSON.stringify({ contactId: 'c1' });
const connection = JSON.stringify({ access_token: 'token', locationId: 'loc1', companyId: 'com1' });

/** A server that answers at once, so that only the app's own time counts. */
const startServer = async () => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ contact }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() };
};

/** Runs the probe in an unpacked app; gives its last line. */
const probe = async (url: string, { folder }: Packed, options: string[] = []) => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      ...options,
      join(import.meta.dirname, 'probe.mjs'),
      'triggers.get_contact.operation.perform',
      input,
      connection,
    ],
    { cwd: folder, env: { ...process.env, HIGHLEVEL_API_URL: url, NODE_ENV: 'production' } },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
};

const compared = (name: string, unit: string, [mine, theirs]: number[][], limit?: number) => {
  const digits = unit === 'ms a call' ? 2 : 0;
  const values = (numbers: number[] = []) => `${median(numbers).toFixed(digits)} ${unit}`;
  const ratios = (mine ?? []).map((one, index) => one / (theirs?.[index] ?? 1));
  const reached = limit === undefined ? ['', ''] : [`${limit}`, yesOrNo(median(ratios) <= limit)];
  return [name, values(mine), values(theirs), spread(ratios, 2), ...reached];
};

const yesOrNo = (reached: boolean): string => (reached ? 'yes' : 'NO');

const counted = (name: string, [mine = 0, theirs = 0]: number[], limit: number, unit = '') => {
  const values = [mine, theirs, limit].map((one) => `${one} ${unit}`.trim());
  const [ours = '', others = '', most = ''] = values;
  return [name, ours, others, '', most, yesOrNo(mine <= limit)];
};

/** Measures, the app, the minimal app, their ratio, the limit and whether it is reached; the first row is the head. */
export const pairRows = async (app: Packed, minimal: Packed, pairs: number) => {
  const { url, stop } = await startServer();
  const apps = [app, minimal];
  const probes: Probe[][] = [[], []];
  // The first pair only warms the disk cache.
  for (let pair = 0; pair <= pairs; pair += 1) {
    for (const [index, one] of apps.entries()) {
      const measured: Probe = await probe(url, one);
      if (pair > 0) probes[index]?.push(measured);
    }
  }
  const files: number[] = [];
  const counting = ['--import', join(import.meta.dirname, 'countFiles.mjs')];
  for (const one of apps) files.push(await probe(url, one, counting));
  stop();
  const all = (key: keyof Probe) => probes.map((some) => some.map((one) => one[key]));
  const sizes = (fileOf: (one: Packed) => string) =>
    apps.map((one) => Math.round(statSync(fileOf(one)).size / 1024));
  return [
    ['Measure', 'HighLevel for Zapier', 'minimal app', 'ratio (spread)', 'at most', 'reached'],
    compared('cold start: import to first result', 'ms', all('cold'), 0.55),
    compared('of that, import', 'ms', all('imported')),
    compared('a warm call', 'ms a call', all('warm'), 1.1),
    compared('memory after 101 calls (RSS)', 'MB', all('memory'), 0.9),
    counted('files loaded by these calls', files, 5),
    counted(
      'build.zip',
      sizes(({ zip }) => zip),
      800,
      'KB',
    ),
    counted(
      'definition.json',
      sizes(({ folder }) => join(folder, 'definition.json')),
      // 2.7 KB for each operation.
      Math.floor(2.7 * visible.length),
      'KB',
    ),
  ];
};
