import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Records of each kind in the sub-account. */
export type Sizes = Record<'contacts' | 'opportunities' | 'conversations' | 'appointments', number>;

const sizes: Sizes[] = [
  { contacts: 1_000, opportunities: 1_000, conversations: 1_000, appointments: 1_000 },
  { contacts: 100_000, opportunities: 100_000, conversations: 50_000, appointments: 20_000 },
];
const rounds = 3;

interface Sandbox {
  url: string;
  authData: object;
  /** Of a contact that can be found. */
  email: string;
  calendarId: string;
  /** Milliseconds from the start to the first page, and of a page of each kind after it. */
  started: number;
  pages: Sizes;
}
interface Probe {
  calls: { milliseconds: number; requests: number; records: number }[];
  peak: number;
  kept: number;
}

interface Case {
  name: string;
  of: keyof Sizes;
  method: string;
  input?: (sandbox: Sandbox) => object;
  meta?: object;
}

/** A trigger, as Zapier polls it, and as it asks when a Zap is turned on. */
const polls = (of: keyof Sizes, trigger: string, input?: Case['input'], how = ''): Case[] => {
  const common = { of, method: `triggers.${trigger}`, ...(input && { input }) };
  return [
    { name: `a quiet poll${how}`, ...common },
    { name: `a first poll${how}`, ...common, meta: { isPopulatingDedupe: true } },
  ];
};

const cases: Case[] = [
  ...polls('contacts', 'search_contacts'),
  ...polls('opportunities', 'search_opportunities'),
  ...polls(
    'opportunities',
    'search_opportunities',
    () => ({ triggerOn: 'changed' }),
    ' for changes',
  ),
  ...polls('conversations', 'search_conversations'),
  ...polls('appointments', 'list_calendar_events', ({ calendarId }) => ({ calendarId })),
  {
    name: 'a dropdown page',
    of: 'contacts',
    method: 'triggers.list_contact_choices',
    meta: { isFillingDynamicDropdown: true },
  },
  {
    name: 'a search that finds',
    of: 'contacts',
    method: 'searches.find_contact',
    input: ({ email }) => ({ email }),
  },
  {
    name: 'a search that does not',
    of: 'contacts',
    method: 'searches.find_contact',
    input: () => ({ email: 'nobody@example.com' }),
  },
];

/** What a child process says; throws when it ends without a word. */
const said = async <T>(child: ChildProcess): Promise<T> => {
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`A process of the bench ended with ${code}.`);
    }),
  ]);
  return message as T;
};

const file = (name: string) => join(import.meta.dirname, name);

const start = async (holds: Sizes) => {
  const child = fork(file('scaleSandbox.ts'), [JSON.stringify(holds)]);
  return { ...(await said<Sandbox>(child)), holds, child };
};

const probe = async (
  folder: string,
  sandbox: Sandbox,
  { method, input, meta }: Case,
): Promise<Probe> => {
  const bundle = {
    authData: sandbox.authData,
    inputData: input?.(sandbox) ?? {},
    meta: { page: 0, limit: -1, ...meta },
  };
  const child = fork(
    file('scaleProbe.mjs'),
    [`${method}.operation.perform`, JSON.stringify(bundle)],
    {
      cwd: folder,
      execArgv: ['--expose-gc'],
      env: { ...process.env, HIGHLEVEL_API_URL: sandbox.url, NODE_ENV: 'production' },
    },
  );
  return said<Probe>(child);
};

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** "12 (11–14)": the median and all that was measured. */
const spread = (numbers: number[]): string =>
  `${median(numbers).toFixed(0)} (${Math.min(...numbers).toFixed(0)}–${Math.max(...numbers).toFixed(0)})`;

const each = (numbers: number[]): string => [...new Set(numbers)].join(' or ');

/** What the rows are, and what in them is noise. */
export const scaleNote = `Medians of ${rounds} fresh processes of the packed app, in brackets the lowest and the highest of them: what lies within is noise, and more of it on a busy machine. Each process makes its call once to fill the caches and then seven times; the sizes take turns. Milliseconds hold the sandbox's answers; memory (highest RSS, and heap after a forced collection) is the app's alone, since each sandbox runs in a process of its own. A first poll reads up to 2,500 records, so it takes longer where there are more than 1,000. “A page of the sandbox” is what a page of 100 takes without the app, the median of 20.`;

const count = (records: number): string => records.toLocaleString('en');

/** The packed app in `folder`, making the same calls in a small and in a large sub-account. */
export const scaleRows = async (folder: string): Promise<string[][]> => {
  const sandboxes: Awaited<ReturnType<typeof start>>[] = [];
  for (const holds of sizes) sandboxes.push(await start(holds));
  const cells = cases.flatMap((one) =>
    sandboxes.map((sandbox) => ({ one, sandbox, probes: [] as Probe[] })),
  );
  // Sizes take turns, so that what else the machine does meets all; the first round only warms the sandboxes.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { one, sandbox, probes } of cells) {
      const measured = await probe(folder, sandbox, one);
      if (round > 0) probes.push(measured);
    }
  }
  for (const { child } of sandboxes) child.disconnect();
  return [
    ['Call', 'of', 'records', 'requests', 'ms', 'peak memory, MB', 'heap after it, MB'],
    ...cells.map(({ one, sandbox, probes }) => {
      const calls = probes.flatMap((measured) => measured.calls);
      return [
        one.name,
        `${count(sandbox.holds[one.of])} ${one.of}`,
        each(calls.map(({ records }) => records)),
        each(calls.map(({ requests }) => requests)),
        spread(
          probes.map((measured) => median(measured.calls.map(({ milliseconds }) => milliseconds))),
        ),
        spread(probes.map(({ peak }) => peak)),
        spread(probes.map(({ kept }) => kept)),
      ];
    }),
    ...sandboxes.flatMap(({ holds, started, pages }) => [
      ...Object.entries(pages).map(([kind, milliseconds]) => [
        'a page of the sandbox',
        `${count(holds[kind as keyof Sizes])} ${kind}`,
        '',
        '1',
        milliseconds.toFixed(0),
        '',
        '',
      ]),
      ['the sandbox, up to its first page', 'all of these', '', '', started.toFixed(0), '', ''],
    ]),
  ];
};
