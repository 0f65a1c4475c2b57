import { readFileSync } from 'node:fs';
import { areaScopes } from '../../documents/areas.ts';
import { scopes } from '../../scopes.ts';
import { catalogScopes, withScopes } from '../../scripts/scopesSection.ts';

const page = readFileSync('docs/highlevel-app.md', 'utf8');

test('the page is what the app says; if not, run `npm run docs`', () => {
  expect(withScopes(page)).toBe(page);
});

const partOf = (title: string): string => {
  const [, part = ''] = page.split(`### ${title}\n`);
  return part.split('\n### ')[0]?.split('\n<!--')[0] ?? '';
};

const codesIn = (part: string): string[] =>
  part
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|').at(-2) ?? '').matchAll(/`(.+?)`/g)])
    .map(([, scope = '']) => scope);

const lists = [...page.matchAll(/^```scopes\n([\s\S]*?)\n```$/gm)].flatMap(([, list = '']) =>
  list.split('\n'),
);

test('the lists hold every scope of the catalog once, and no other', () => {
  expect([...lists].sort()).toEqual(catalogScopes);
  expect(partOf('The catalog')).toContain(`\n\`\`\`\n${catalogScopes.join(' ')}\n\`\`\`\n`);
});

test('the groups add the others', () => {
  const part = partOf('Groups beyond the catalog');
  const added = new Set(codesIn(part));
  expect(added.size).toBeGreaterThan(3);
  expect([...lists, ...added].sort()).toEqual(scopes);
  expect(part).toContain(`\n\`\`\`\n${scopes.join(' ')}\n\`\`\`\n`);
});

test('the areas name what is asked for only with --with', () => {
  const named = codesIn(partOf('Areas of “API Request”'));
  const documented = new Set(Object.values(areaScopes).flat());
  expect(named.filter((scope) => scopes.includes(scope))).toEqual([]);
  expect([...new Set(named)].sort()).toEqual(
    [...documented].filter((scope) => !scopes.includes(scope)).sort(),
  );
});
