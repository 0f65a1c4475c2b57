import { readFileSync } from 'node:fs';
import { literalsOf, messages, noErrors, sources } from './messages.ts';

const page = readFileSync('docs/troubleshooting.md', 'utf8');

test('every message of the app is explained', () => {
  const missing = messages().filter(({ beginning }) => !page.includes(beginning));
  expect(missing).toEqual([]);
});

test('the messages are found', () => {
  const found = messages().map(({ beginning }) => beginning);
  expect(found).toContain('HighLevel did not find this.');
  expect(found).toContain('This contact already exists');
  expect(found).toContain('HighLevel has ended this connection.');
  expect(found.length).toBeGreaterThan(35);
});

test('what counts as no error is still there', () => {
  const texts = sources()
    .map((file) => readFileSync(file, 'utf8'))
    .flatMap(literalsOf)
    .map(({ text }) => text);
  expect(noErrors.filter((one) => !texts.some((text) => text.startsWith(one)))).toEqual([]);
});

test('texts are read as TypeScript has them', () => {
  const source = [
    "// don't",
    "const a = /['`]/;",
    "throw halted(`One §{b ? 'two' : `three §{c}`} four`);".replaceAll('§', '$'),
    "x('It\\'s five');",
  ].join('\n');
  expect(literalsOf(source).map(({ text }) => text)).toEqual([
    'two',
    'three \0',
    'One \0 four',
    "It's five",
  ]);
});
