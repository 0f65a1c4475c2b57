import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectDocuments } from '../../scripts/documents/openApi.ts';
import { expectLinked } from '../../scripts/linked.ts';
import { expectPackage } from '../../scripts/unpacked.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'highlevel-expected-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (...path: string[]) => {
  mkdirSync(join(folder, ...path.slice(0, -1)), { recursive: true });
  writeFileSync(join(folder, ...path), '{"id":1}');
};

test('a check of the package asks for the package', () => {
  const check = () => expectPackage(folder);
  const todo = 'Run “npm run package” first.';
  expect(check).toThrow(`There is no dist/index.js and no build/build.zip. ${todo}`);
  write('dist', 'index.js');
  expect(check).toThrow(`There is no build/build.zip. ${todo}`);
  write('build', 'build.zip');
  expect(check).not.toThrow();
});

test('the digest asks for the documents of both generations', () => {
  const check = () => expectDocuments(folder);
  expect(check).toThrow(`${folder} has no folder classic and no folder v3. Name with --from`);
  write('classic', 'contacts.json');
  expect(check).toThrow(`${folder} has no folder v3.`);
  write('v3', 'contacts-v3.json');
  expect(check).not.toThrow();
});

test('a push asks for an integration before it packs', () => {
  const check = () => expectLinked(folder);
  expect(check).toThrow('.zapierapprc has no integration ID. Run “npm run zapier -- register');
  write('.zapierapprc');
  expect(check).not.toThrow();
});
