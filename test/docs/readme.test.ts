import { existsSync, readFileSync } from 'node:fs';
import App from '../../index.ts';
import { recipes } from '../../zaps/index.ts';

const readme = readFileSync('README.md', 'utf8');

interface Field {
  key?: string;
  label?: string;
  helpText?: string;
  dynamic?: string;
  choices?: unknown;
  children?: Field[];
}
interface Listed {
  display: { hidden?: boolean };
  operation: { inputFields?: unknown[] };
}

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
    `Only ${['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'][named.length]} fields`,
  );
});

test('the README counts operations and recipes right', () => {
  const counts = {
    triggers: visible('triggers').length,
    actions: visible('creates').length,
    searches: visible('searches').length,
  };
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect(readme).toContain(
    `**${all} operations** (${counts.triggers} triggers, ${counts.actions} actions, ${counts.searches} searches)`,
  );
  expect(readme).toContain(
    `| ${counts.triggers}, polling | ${counts.actions} actions, ${counts.searches} searches |`,
  );
  expect(readme).toContain(`and ${recipes.length - 3} more for Salesmsg`);
});

test('the README’s tree names only what exists', () => {
  const [, tree = ''] = /^## Find your way\n\n```\n([\s\S]*?)^```$/m.exec(readme) ?? [];
  const paths = tree.split('\n').flatMap((line) => (line.split(/ {2,}/)[0] ?? '').split(' '));
  expect(paths.length).toBeGreaterThan(15);
  expect(paths.filter((path) => path !== '' && !existsSync(path))).toEqual([]);
});
