import { readFileSync } from 'node:fs';
import { startsOf } from '../../tour/starts.ts';
import { instantTriggers } from '../../triggers/instant/index.ts';

const page = readFileSync('docs/instant.md', 'utf8');

/** The first cells of a table’s rows. */
const rowsBelow = (heading: string): string[] => {
  const [, table = ''] =
    new RegExp(`^\\| ${heading} \\|.*\\n\\|.*\\n((?:\\|.*\\n)+)`, 'm').exec(page) ?? [];
  return [...table.matchAll(/^\| (.*?) \|/gm)].map(([, cell = '']) => cell).sort();
};

const nameOf = ({ display }: (typeof instantTriggers)[number]): string =>
  String(display.label).replace(' (Instant)', '');

test('the page on instant triggers says what starts each of them', () => {
  expect(rowsBelow('Trigger in Zapier')).toEqual(instantTriggers.map(nameOf).sort());
});

test('the pages count the instant triggers', () => {
  const numbers = ['Eight', 'Nine', 'Ten', 'Eleven', 'Twelve', 'Thirteen', 'Fourteen', 'Fifteen'];
  const count = numbers[instantTriggers.length - 8];
  const publishing = readFileSync('docs/publishing.md', 'utf8');
  expect(/^(\w+) triggers end in “\(Instant\)”/m.exec(page)?.[1]).toBe(count);
  expect(/^(\w+) triggers are \[instant\]/m.exec(publishing)?.[1]).toBe(count);
});

test('each instant trigger has its start in tour/starts.ts; “Workflow Event” takes any', () => {
  const waiting = instantTriggers.filter(({ key }) => startsOf(key).length !== 1);
  expect(waiting.map(({ key }) => key)).toEqual(['workflow_event_instant']);
});
