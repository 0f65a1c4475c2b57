import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { catalogPage, visible } from '../../scripts/catalogPage.ts';

const page = readFileSync(resolve('docs/catalog.md'), 'utf8');

test('docs/catalog.md is what the app says (else: npm run docs)', () => {
  // The requests are counted by the tour; .ci/run compares them too.
  expect(page.replace(/^- Requests: .*\n/gm, '')).toBe(catalogPage());
});

test('each operation says how many requests it makes', () => {
  expect(visible.length).toBeGreaterThan(100);
  expect(page.match(/^- Requests: \d+ per /gm)).toHaveLength(visible.length);
});
