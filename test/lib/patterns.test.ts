import { longTexts, type Pattern, patternsIn, workOf } from '../support/patterns.ts';

const folders = ['.', 'lib', 'steps', 'fields', 'records', 'triggers', 'creates', 'searches'];

const patterns = patternsIn(folders);

const apply = (regex: RegExp, text: string) => text.replace(regex, '');

const length = 20_000;

/** A text for which a pattern needs four times the work if it is twice as long; undefined if there is none. */
const slowTextFor = ({ regex }: Pattern): string | undefined => {
  const work = (text: string) => workOf(() => apply(regex, text));
  return longTexts(regex, length).find(
    (text) =>
      // Twice, because the processor may have had something else to do.
      work(text) > 50 && work(text) > 50 && work(text + text) > 3 * work(text),
  );
};

test('the patterns of the app are found', () => {
  const names = patterns.map(({ name }) => name);
  expect(names).toContain(String.raw`lib/time.ts: /^\d{12,14}$/`);
  expect(names.length).toBeGreaterThan(60);
});

test('a pattern that gets slow with a long text is found out', () => {
  const slow = { name: 'tags', regex: /<[^>]*>/g };
  expect(slowTextFor(slow)?.slice(0, 20)).toBe('<'.repeat(20));
  expect(slowTextFor({ name: 'days', regex: /^\d{4}-\d{2}$/ })).toBeUndefined();
});

test.each(patterns.map((pattern) => [pattern.name, pattern] as const))(
  '%s takes a long text in its stride',
  (_, pattern) => {
    expect(slowTextFor(pattern)?.slice(0, 40)).toBeUndefined();
  },
);
