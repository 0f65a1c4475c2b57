import { existsSync, readFileSync } from 'node:fs';
import { catalogKeys } from '../../catalog.ts';
import App from '../../index.ts';
import { withCounts, withDeletes } from '../../scripts/readmeCounts.ts';
import { recipes } from '../../zaps/index.ts';

const readme = readFileSync('README.md', 'utf8');
const publishing = readFileSync('docs/publishing.md', 'utf8');

interface Field {
  key?: string;
  label?: string;
  helpText?: string;
  dynamic?: string;
  choices?: unknown;
  children?: Field[];
}
interface Listed {
  display: { label?: string; hidden?: boolean };
  operation: { inputFields?: unknown[] };
}

/** The triggers that end in “(Instant)”. */
const triggerKeys = Object.keys(App.triggers as object);
const isInstant = (key: string): boolean => key.endsWith('_instant');

const visible = (kind: 'triggers' | 'creates' | 'searches') =>
  Object.values(App[kind] as Record<string, Listed>).filter(({ display }) => !display.hidden);

const leaves = (field: Field): Field[] =>
  field.children ? field.children.flatMap(leaves) : [field];

/** Fields that take an ID which people have to type: no dropdown, but a key or a help text that speaks of an ID. */
const typedIds = (): string[] =>
  (['triggers', 'creates', 'searches'] as const)
    .flatMap(visible)
    .flatMap(({ operation }) => operation.inputFields ?? [])
    .flatMap((field) => (typeof field === 'function' ? [] : leaves(field as Field)))
    .filter(({ dynamic, choices }) => !dynamic && !choices)
    .filter(
      ({ key = '', helpText = '' }) => /(Ids?|_s?id)$/.test(key) || /\bthe ID\b/i.test(helpText),
    )
    .map(({ label = '' }) => label);

test('the README names each field that takes a typed ID, and no other', () => {
  const [, sentence = ''] = /take an ID that you type, [^:]*: (.*)/.exec(readme) ?? [];
  const named = [...sentence.matchAll(/\*(.*?)\*/g)].map(([, label]) => label);
  expect(named.sort()).toEqual([...new Set(typedIds())].sort());
  expect(readme).toContain(
    `Only ${['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][named.length]} fields`,
  );
});

test('the README counts operations and recipes right (else: npm run docs)', () => {
  const [triggers, actions, searches] = (['triggers', 'creates', 'searches'] as const).map(
    (kind) => visible(kind).length,
  );
  const more = Number(triggers) + Number(actions) + Number(searches) - catalogKeys.size;
  expect(readme).toContain(
    "**126 operations** of HighLevel's catalog (55 triggers, 69 actions, 2 searches)",
  );
  if (more > 0) expect(readme).toContain(`, and **${more} more** (`);
  const instant = triggerKeys.filter(isInstant).length;
  expect(readme).toContain(
    `| ${Number(triggers) - instant} polling, ${instant} instant | ${actions} actions, ${searches} searches |`,
  );
  expect(withCounts(readme)).toBe(readme);
  expect(readme).toContain(`and ${recipes.length - 3} more: for appointments`);
});

test('the README lists each variable that owners set on Zapier', () => {
  const rowsOf = (page: string) =>
    [...readFileSync(page, 'utf8').matchAll(/^\| ((?:`[A-Z_]+`(?:, )?)+) \|/gm)].map(
      ([, row]) => row,
    );
  const owners = rowsOf('docs/publishing.md');
  expect(owners.length).toBeGreaterThan(4);
  expect(rowsOf('README.md')).toEqual(expect.arrayContaining(owners));
});

test('publishing counts the actions that delete (else: npm run docs), and each has a note', () => {
  const deletes = visible('creates').filter(({ display }) => /^Delete /.test(display.label ?? ''));
  const [, count] = /\| The (\d+) actions that delete \|/.exec(publishing) ?? [];
  expect(Number(count)).toBe(deletes.length);
  expect(withDeletes(publishing)).toBe(publishing);
  const noted = deletes.filter(({ operation }) =>
    (operation.inputFields ?? []).some((field) => (field as { key?: string }).key === 'warning'),
  );
  expect(deletes.filter((one) => !noted.includes(one)).map(({ display }) => display.label)).toEqual(
    [],
  );
});

test('the README’s tree names only what exists', () => {
  const [, tree = ''] = /^## Find your way\n\n```\n([\s\S]*?)^```$/m.exec(readme) ?? [];
  const paths = tree.split('\n').flatMap((line) => (line.split(/ {2,}/)[0] ?? '').split(' '));
  expect(paths.length).toBeGreaterThan(15);
  expect(paths.filter((path) => path !== '' && !existsSync(path))).toEqual([]);
});
