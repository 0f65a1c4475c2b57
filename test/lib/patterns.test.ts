import * as zod from 'zod';
import { longTexts, type Pattern, patternsIn, workOf } from '../support/patterns.ts';

const folders = [
  '.',
  ...['lib', 'steps', 'fields', 'records', 'triggers', 'creates', 'searches'],
  ...['sandbox/gateway', 'sandbox/resources'],
];

/** What meets neither inputs nor answers. */
const own: Record<string, string> = {
  'lib/polling/limits.ts: /(?=(\\d{3})+$)(?!^)/g': 'a number of records that the app itself names',
};

/** Those of zod by which the forms check what was filled in. */
const ofZod: Pattern[] = [
  { name: 'zod: an email', regex: zod.regexes.email },
  { name: 'zod: an email of any alphabet', regex: zod.regexes.unicodeEmail },
  { name: 'zod: a date and time', regex: zod.regexes.datetime({ offset: true }) },
];

const patterns = [...patternsIn(folders).filter(({ name }) => !(name in own)), ...ofZod];

const apply = (regex: RegExp, text: string) => text.replace(regex, '');

const length = 4_000;

/** A text for which a pattern needs four times the work if it is twice as long; undefined if there is none. */
const slowTextFor = ({ regex }: Pattern): string | undefined => {
  const work = (text = '') => workOf(() => apply(regex, text));
  const longer = longTexts(regex, 2 * length);
  return longTexts(regex, length).find(
    (text, index) =>
      // Twice, because the processor may have had something else to do.
      work(text) > 2 && work(text) > 2 && work(longer[index]) > 3 * work(text),
  );
};

test('the patterns of the app are found', () => {
  const names = patterns.map(({ name }) => name);
  expect(names).toContain(String.raw`lib/time.ts: /^\d{12,14}$/`);
  expect(names.length).toBeGreaterThan(60);
});

test('a pattern that gets slow with a long text is found out', () => {
  const slow = { name: 'tags', regex: /<[^>]*>/g };
  expect(slowTextFor(slow)).toMatch(/^<.<|^<</);
  expect(slowTextFor({ name: 'days', regex: /^\d{4}-\d{2}$/ })).toBeUndefined();
});

test.each(patterns.map((pattern) => [pattern.name, pattern] as const))(
  '%s takes a long text in its stride',
  (_, pattern) => {
    expect(slowTextFor(pattern)?.slice(0, 40)).toBeUndefined();
  },
);
