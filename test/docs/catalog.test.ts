import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { catalogPage, visible } from '../../scripts/catalogPage.ts';
import { stations } from '../../tour/stations.ts';

const page = readFileSync(resolve('docs/catalog.md'), 'utf8');

test('docs/catalog.md is what the app says (else: npm run docs)', () => {
  // The requests are counted by the tour; .ci/run compares them too.
  expect(page.replace(/^- Requests: .*\n/gm, '')).toBe(catalogPage());
});

test('each operation has a station in tour/', () => {
  const visited = new Set(stations.map(({ key }) => key));
  expect(visible.length).toBeGreaterThan(100);
  const keys = visible.map(({ operation }) => operation.key);
  expect(keys.filter((key) => !visited.has(key))).toEqual([]);
});

test('each operation says how many requests it makes (else: npm run docs, if its station in tour/ works)', () => {
  const counted = [...page.matchAll(/^### (.*)\n(?:(?!###).*\n)*?- Requests: \d+ per /gm)];
  const told = new Set(counted.map(([, label]) => label));
  const labels = visible.map(({ operation }) => operation.display.label);
  expect(labels.filter((label) => !told.has(label))).toEqual([]);
});
