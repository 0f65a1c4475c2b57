/** The pages of the workbench beside those of a server that only has them ready. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { start } from '../test/browser/tools.ts';
import { median } from './statistics.ts';

const rounds = 5;

/** Fetches a page; gives its text and the milliseconds until it was there. */
const fetchPage = async (url: string): Promise<{ html: string; took: number }> => {
  const began = performance.now();
  const response = await fetch(url);
  const html = await response.text();
  if (!response.ok) throw new Error(`${url} answers ${response.status}.`);
  return { html, took: performance.now() - began };
};

/** A server that gives each page as it was last set. */
const startPlain = async () => {
  let page = '';
  const server = createServer((_request, response) => response.end(page));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const time = async (html: string): Promise<number> => {
    page = html;
    return (await fetchPage(`http://127.0.0.1:${port}/`)).took;
  };
  return { time, stop: () => server.close() };
};

/** The median times of a page, of the workbench and of the plain server. */
const timePage = async (url: string, plain: (html: string) => Promise<number>) => {
  const ours: number[] = [];
  const others: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { html, took } = await fetchPage(url);
    ours.push(took);
    others.push(await plain(html));
  }
  return { ours: median(ours), others: median(others) };
};

const rowOf = (name: string, ours: number, others: number, limit: number): string[] => [
  name,
  `${ours.toFixed(0)} ms`,
  `${others.toFixed(1)} ms`,
  `${limit} ms`,
  ours <= limit ? 'yes' : 'NO',
];

/** What the table of pages says of itself. */
export const pagesNote = `The workbench in a process of its own, medians of ${rounds}, each beside the same page from a server that has it ready; without what a browser does with it.`;

/** The first page after the start, and the form of each operation; the first row is the head. */
export const pageRows = async (): Promise<string[][]> => {
  const workbench = await start('--port', '0');
  const plain = await startPlain();
  const first = await fetchPage(workbench.url);
  const firstPlain = await plain.time(first.html);
  const links = [...first.html.matchAll(/href="(\/operations\/\w+)"/g)].map(([, path]) => path);
  const forms: Awaited<ReturnType<typeof timePage>>[] = [];
  for (const path of new Set(links))
    forms.push(await timePage(`${workbench.url}${path}`, plain.time));
  plain.stop();
  await workbench.interrupt();
  const [slowest] = forms.toSorted((one, other) => other.ours - one.ours);
  if (!slowest) throw new Error('The first page has no links to operations.');
  const of = (key: 'ours' | 'others') => median(forms.map((form) => form[key]));
  return [
    ['Page', 'workbench', 'plain server', 'at most', 'reached'],
    rowOf('the first page', first.took, firstPlain, 1_000),
    rowOf(`a form, the median of ${forms.length}`, of('ours'), of('others'), 150),
    rowOf('a form, the slowest', slowest.ours, slowest.others, 150),
  ];
};
