import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const sizes = [250, 2_500, 100_000];
const rounds = 5;

type Sandbox = { url: string; authData: object; email: string; started: number };
type Probe = {
  calls: { milliseconds: number; requests: number; records: number }[];
  peak: number;
  kept: number;
};
type Input = { email?: string };

const cases: {
  name: string;
  method: string;
  input?: (sandbox: Sandbox) => Input;
  meta?: object;
}[] = [
  { name: 'a quiet poll', method: 'triggers.search_contacts' },
  {
    name: 'a first poll',
    method: 'triggers.search_contacts',
    meta: { isPopulatingDedupe: true },
  },
  {
    name: 'a dropdown page',
    method: 'triggers.list_contact_choices',
    meta: { isFillingDynamicDropdown: true },
  },
  {
    name: 'a search that finds',
    method: 'searches.find_contact',
    input: ({ email }) => ({ email }),
  },
  {
    name: 'a search that does not',
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

const start = (contacts: number) => {
  const child = fork(file('scaleSandbox.ts'), [String(contacts)]);
  return said<Sandbox>(child).then((sandbox) => ({ ...sandbox, contacts, child }));
};

const probe = async (
  folder: string,
  sandbox: Sandbox,
  { method, input, meta }: (typeof cases)[number],
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
export const scaleNote = `Medians of ${rounds} fresh processes of the packed app, in brackets the lowest and the highest of them: what lies within is noise, and more of it on a busy machine. Each process makes its call once to fill the caches and then seven times; the sizes take turns. Milliseconds hold the sandbox's answers; memory (highest RSS, and heap after a forced collection) is the app's alone, since each sandbox runs in a process of its own. A first poll reads up to 2,000 records, so 100,000 contacts compare with 2,500 there. The sandbox makes 100,000 contacts before its first page and holds them in sorted indexes; a text search (“Search Text”) looks at all of them, which takes it some 20 ms, says nothing of HighLevel and is left out.`;

/** The packed app in `folder`, making the same calls in a small and in a large sub-account. */
export const scaleRows = async (folder: string): Promise<string[][]> => {
  const sandboxes: Awaited<ReturnType<typeof start>>[] = [];
  for (const contacts of sizes) sandboxes.push(await start(contacts));
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
  const number = (contacts: number) => contacts.toLocaleString('en');
  return [
    ['Call', 'contacts', 'records', 'requests', 'ms', 'peak memory, MB', 'heap after it, MB'],
    ...cells.map(({ one, sandbox, probes }) => {
      const calls = probes.flatMap((measured) => measured.calls);
      return [
        one.name,
        number(sandbox.contacts),
        each(calls.map(({ records }) => records)),
        each(calls.map(({ requests }) => requests)),
        spread(
          probes.map((measured) => median(measured.calls.map(({ milliseconds }) => milliseconds))),
        ),
        spread(probes.map(({ peak }) => peak)),
        spread(probes.map(({ kept }) => kept)),
      ];
    }),
    ...sandboxes.map(({ contacts, started }) => [
      'the sandbox, up to its first page',
      number(contacts),
      '20',
      '',
      started.toFixed(0),
      '',
      '',
    ]),
  ];
};
