import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Create } from 'zapier-platform-core';
import { highlevel } from '../support/api.ts';
import { run } from '../support/run.ts';

const page = readFileSync('CONTRIBUTING.md', 'utf8');
/** The files of its examples. */
const invented = /pin_contact_note|list_trigger_link_choices|link_clicked_instant/;
const [operation = '', expected = ''] = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(
  ([, block = '']) => block,
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'highlevel-contributing-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The operation of the page, loaded as if it stood in creates/contacts/. */
const load = (): Create => {
  const file = join(folder, 'pin_contact_note.ts');
  const source = operation.replace(/from '(.*?)'/g, (_, path: string) =>
    path.startsWith('.')
      ? `from '${resolve('creates', 'contacts', path)}'`
      : `from '${require.resolve(path)}'`,
  );
  writeFileSync(file, source);
  return (require(file) as { default: Create }).default;
};

test('the operation that CONTRIBUTING.md writes does what its test says', async () => {
  const [, path = ''] = /\.put\('(.*?)', \{\}\)/.exec(expected) ?? [];
  highlevel()
    .put(path, {})
    .reply(200, { note: { id: 'n1', pinned: true } });
  expect(await run(load(), { contactId: 'c1', id: 'n1' })).toMatchObject({ pinned: true });
  expect(expected).toContain('toMatchObject({ pinned: true })');
});

test('CONTRIBUTING.md names only words and files that exist', () => {
  const words = readFileSync('lib/operations.ts', 'utf8');
  const named = [...page.matchAll(/^\| `(\w+)\(route/gm)].map(([, word = '']) => word);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((word) => !new RegExp(`\\b${word}\\b`).test(words))).toEqual([]);
  const files = [...page.matchAll(/`([a-z]+\/[\w./]*)`/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => !invented.test(file) && !existsSync(file))).toEqual([]);
});
