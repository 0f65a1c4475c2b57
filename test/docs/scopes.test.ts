import { readFileSync } from 'node:fs';
import { scopes } from '../../scopes.ts';

const page = readFileSync('docs/highlevel-app.md', 'utf8');

test('the groups hold every scope once, and no other', () => {
  const groups = [...page.matchAll(/^```scopes\n([\s\S]*?)\n```$/gm)].map(([, list = '']) => list);
  expect(groups.length).toBeGreaterThan(5);
  expect(groups.flatMap((list) => list.split('\n')).sort()).toEqual(scopes);
});

test('the line to paste holds them all', () => {
  expect(page).toContain(`\n\`\`\`\n${scopes.join(' ')}\n\`\`\`\n`);
});
