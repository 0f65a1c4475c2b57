import { changesSince } from '../../live/changes.ts';
import { examine, type Options } from '../../live/examine.ts';
import { pageOf, type Report } from '../../live/report.ts';
import type { Study } from '../../live/study.ts';
import type { Exchange, Sandbox } from '../../sandbox/index.ts';
import { share } from '../support/depth.ts';
import { withoutNock } from '../support/withoutNock.ts';
import { connectTo, heldBy, settle, sharedModel, startAccount } from './account.ts';
import { isRead } from './isRead.ts';

let sandbox: Sandbox;
let exchanges: Exchange[];
let model: Study;
let report: Report;

withoutNock();

beforeAll(async () => {
  ({ sandbox, exchanges } = await startAccount());
  model = await sharedModel(sandbox);
});

afterAll(() => sandbox.stop());

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

/** Runs all of `npm run live`. */
const run = async (options: Partial<Options> = {}) => {
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const plain = { write: false, settle, say, model };
  return { report: await examine(await connectTo(sandbox), { ...plain, ...options }), lines };
};

/** Whether records may be made, and what is open in the sandbox: it needs no Accept, and its newest contact has no source. */
const ways: [boolean, string[]][] = [
  [false, ['accept-header', 'attribution']],
  [true, ['accept-header', 'attribution', 'settings-of-a-sub-account']],
];

test.each(share(ways, 2))(
  'nothing changes and the report names nobody (with --write: %s)',
  async (write, open) => {
    const before = heldBy(sandbox);
    exchanges.length = 0;
    const done = await run({ write });
    ({ report } = done);
    const asked = exchanges.filter(({ path }) => !path.startsWith('/settings'));
    const changes = asked.filter((one) => !isRead(one)).length;
    expect(asked.length).toBeGreaterThan(200);
    expect(changes > 0).toBe(write);
    expect(heldBy(sandbox)).toEqual(before);
    expect(report.differences).toEqual([]);
    expect(
      report.verdicts.filter(({ verdict }) => verdict === 'open').map(({ fact }) => fact),
    ).toEqual(open);
    expect(leaks([pageOf(report), JSON.stringify(report), ...done.lines])).toEqual([]);
  },
);

test('a later run tells what has changed, and nothing else', () => {
  const [route = ''] = Object.keys(report.members);
  const now: Report = {
    ...report,
    differences: [{ route, kind: 'unknown', where: 'a.b', what: 'string' }],
    members: { ...report.members, [route]: { ...report.members[route], 'a.b': 'string' } },
  };
  expect(changesSince(report, report)).toEqual([]);
  expect(changesSince(report, now)).toEqual([
    `difference ${route} unknown a.b: not there → string`,
    `member of ${route} a.b: not there → string`,
  ]);
});
