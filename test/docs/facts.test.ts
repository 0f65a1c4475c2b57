import { readdirSync, readFileSync } from 'node:fs';
import { anchorsOf } from './anchors.ts';

const pages = { api: 'docs/highlevel-api.md', zapier: 'docs/zapier-platform.md' } as const;

/** Names of documents that are not in the repository, their marks, and issues of who knows which project. */
const outside =
  /\breality\b|zapier-facts|highlevel-(reality|v3|search)\b|v3-endpoints|\bredesign\b|\bdesign\.md|\.\.\/shared\/|\b(NG|RR|PC)\b(?=[ \w-]*\))|⚡|\(#\d+\)/;

/** The lines that really read a folder next to the repository, if it is there. */
const readers = [
  'scripts/documents.ts',
  'test/documents/digest.test.ts',
  'test/documents/validator.ts',
  'scripts/new.ts',
  'test/contract/documents.ts',
  'test/lib/api/endpoints.test.ts',
  'test/support/catalog.ts',
];

const skipped = new Set(['node_modules', 'dist', 'build', '.git']);
const sources = readdirSync('.', { withFileTypes: true })
  .filter(({ name }) => !skipped.has(name))
  .flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(entry.name, { recursive: true, encoding: 'utf8' }).map(
          (file) => `${entry.name}/${file}`,
        )
      : [entry.name],
  )
  .filter((file) => file.endsWith('.ts') && file !== 'test/docs/facts.test.ts')
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** `api#status-reset` and `zapier#cursor` in a text, as page and anchor. */
const citationsIn = (text: string): [keyof typeof pages, string][] =>
  [...text.matchAll(/\b(api|zapier)#([\w-]*)/g)].map(([, page, anchor = '']) => [
    page as keyof typeof pages,
    anchor,
  ]);

const known = { api: anchorsOf(pages.api), zapier: anchorsOf(pages.zapier) };

test('every fact that a comment or a page cites is there', () => {
  const texts = [
    ...sources,
    ...Object.values(pages).map((file) => ({ file, text: readFileSync(file, 'utf8') })),
    { file: 'CONTRIBUTING.md', text: readFileSync('CONTRIBUTING.md', 'utf8') },
  ];
  const cited = texts.flatMap(({ file, text }) =>
    citationsIn(text).map(([page, anchor]) => ({ file, page, anchor })),
  );
  expect(cited.length).toBeGreaterThan(20);
  expect(cited.filter(({ page, anchor }) => !known[page].includes(anchor))).toEqual([]);
});

test.each(Object.values(pages))('%s: no two headings have the same anchor', (page) => {
  const anchors = anchorsOf(page);
  expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([]);
});

test.each([
  [pages.api, /^\*(Recorded live|Measured by others|Documented|Unproven)\b.*\*$/],
  [pages.zapier, /^\*(Tried|Documented|Unproven)\b.*\*$/],
])('%s: every fact ends with how sure we are', (page, sure) => {
  const [, ...facts] = readFileSync(page, 'utf8')
    .replace(/^## [\s\S]*?(?=^### )/gm, '')
    .split(/^### /m);
  expect(facts.length).toBeGreaterThan(40);
  const unsure = facts
    .map((fact) => fact.trim().split('\n'))
    .filter((lines) => !sure.test(lines.at(-1) ?? ''))
    .map(([heading]) => heading);
  expect(unsure).toEqual([]);
});

test('no source cites a document that is not in the repository', () => {
  const strangers = sources.flatMap(({ file, text }) =>
    text
      .split('\n')
      .filter((line) => outside.test(line))
      .filter((line) => !(readers.includes(file) && line.includes('../shared/')))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(strangers).toEqual([]);
});
