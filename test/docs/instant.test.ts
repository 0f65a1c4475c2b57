import { readFileSync } from 'node:fs';
import { withInstant } from '../../scripts/readmeCounts.ts';
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

test.each([
  ['docs/instant.md', /^\w+(?= triggers end in “\(Instant\)”)/m],
  ['docs/publishing.md', /^\w+(?= triggers are \[instant\])/m],
])('%s counts the instant triggers (else: npm run docs)', (name, count) => {
  const said = readFileSync(name, 'utf8');
  const wrong = said.replace(count, 'No');
  expect(wrong).not.toBe(said);
  // Only the lines that differ: a whole page says too little.
  const lines = withInstant(wrong).split('\n');
  expect(lines.filter((line) => !said.split('\n').includes(line))).toEqual([]);
});

test('each instant trigger has its start in tour/starts.ts; “Workflow Event” takes any', () => {
  const waiting = instantTriggers.filter(({ key }) => startsOf(key).length !== 1);
  expect(waiting.map(({ key }) => key)).toEqual(['workflow_event_instant']);
});
