import { changesSince } from '../../live/changes.ts';
import { pageOf, type Report } from '../../live/report.ts';
import type { Exchange, Sandbox } from '../../sandbox/index.ts';
import { heldBy, runLive, startAccount } from './account.ts';

let sandbox: Sandbox;
let exchanges: Exchange[];

beforeEach(async () => {
  ({ sandbox, exchanges } = await startAccount());
});

afterEach(() => sandbox.stop());

const isRead = ({ method, path }: Exchange): boolean =>
  method === 'GET' || /\/search(\/|$)/.test(path);

/** What people or HighLevel put into the answers, that must not be seen: by the names of the members. */
const personal = /name|email|phone|address|^city$|^body$|^title$|id$|token/i;

/** Values of a type of their own, which say nothing of anybody. */
const isWord = (text: string): boolean => /^[a-z_]{1,12}$|^TYPE_/.test(text);

const personalIn = (value: unknown, into = new Set<string>()): Set<string> => {
  if (typeof value !== 'object' || value === null) return into;
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === 'string' && personal.test(name) && part.length > 5 && !isWord(part))
      into.add(part);
    else personalIn(part, into);
  }
  return into;
};

const leaks = (texts: string[]): string[] => {
  const values = new Set<string>();
  for (const { answer } of exchanges)
    if (/^[[{]/.test(answer)) personalIn(JSON.parse(answer), values);
  expect(values.size).toBeGreaterThan(500);
  return [...values].filter((value) => texts.some((text) => text.includes(value)));
};

test('without --write nothing but reads leaves, and the report names nobody', async () => {
  const before = heldBy(sandbox);
  const { report, lines } = await runLive(sandbox);
  const asked = exchanges.filter(({ path }) => !path.startsWith('/settings'));
  expect(asked.length).toBeGreaterThan(200);
  expect(asked.filter((one) => !isRead(one))).toEqual([]);
  expect(heldBy(sandbox)).toEqual(before);
  expect(report.differences).toEqual([]);
  expect(leaks([pageOf(report), JSON.stringify(report), ...lines])).toEqual([]);
  expect(changesSince(report, report)).toEqual([]);
});

test('with --write every question is asked, and nothing is left', async () => {
  const before = heldBy(sandbox);
  const { report, lines } = await runLive(sandbox, { write: true });
  expect(heldBy(sandbox)).toEqual(before);
  expect(report.left).toEqual([]);
  expect(exchanges.filter((one) => !isRead(one) && one.status < 300).length).toBeGreaterThan(30);
  const open = report.verdicts.filter(({ verdict }) => verdict === 'open').map(({ fact }) => fact);
  // A sub-account's token writes no settings; the sandbox needs no Accept, and its newest contact has no source.
  expect(open).toEqual(['accept-header', 'attribution', 'settings-of-a-sub-account']);
  expect(leaks([pageOf(report), JSON.stringify(report), ...lines])).toEqual([]);
});

test.each<[string, (stop: () => void) => void]>([
  [
    'HighLevel fails in the middle',
    () => {
      sandbox.state.faults.add({ match: 'POST /contacts/*/notes', kind: '500' });
      sandbox.state.faults.add({ match: 'PUT /opportunities/*', kind: '500' });
    },
  ],
  [
    'somebody presses Ctrl-C in the middle',
    (stop) => {
      const before = exchanges.push.bind(exchanges);
      exchanges.push = (...added) => {
        if (added.some(({ method, path }) => method === 'POST' && path === '/opportunities/'))
          stop();
        return before(...added);
      };
    },
  ],
  [
    'the answer to a new contact is lost',
    () => sandbox.state.faults.add({ match: 'POST /contacts/', kind: 'drop', times: 1 }),
  ],
])('what was made is removed if %s', async (_, trouble) => {
  const before = heldBy(sandbox);
  await runLive(sandbox, { write: true, onStart: trouble });
  const made = exchanges.filter((one) => one.method === 'POST' && !isRead(one) && one.status < 300);
  expect(made.length).toBeGreaterThan(0);
  expect(heldBy(sandbox)).toEqual(before);
});

test('what cannot be removed is named', async () => {
  sandbox.state.faults.add({ match: 'DELETE /opportunities/*', kind: '500' });
  const { report, lines } = await runLive(sandbox, { write: true });
  expect(report.left.join()).toMatch(/opportunity “Zapier Live Check \w+”/);
  expect(lines.join('\n')).toMatch(/left .*opportunity “Zapier Live Check/);
  expect(pageOf(report)).toContain('## Left behind');
});

test('a later run tells what has changed', async () => {
  const { report } = await runLive(sandbox);
  const [route = ''] = Object.keys(report.members);
  const now: Report = {
    ...report,
    differences: [{ route, kind: 'unknown', where: 'a.b', what: 'string' }],
    members: { ...report.members, [route]: { ...report.members[route], 'a.b': 'string' } },
  };
  expect(changesSince(report, now)).toEqual([
    `difference ${route} unknown a.b: not there → string`,
    `member of ${route} a.b: not there → string`,
  ]);
});
