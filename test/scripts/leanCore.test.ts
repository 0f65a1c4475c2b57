import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import zapier from 'zapier-platform-core';
import { leanCore } from '../../scripts/leanCore.ts';

const core = resolve('node_modules/zapier-platform-core');
const what = 'Adapt scripts/leanCore.ts to it, or pack with “npm run package -- --plain”.';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'highlevel-core-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Core as another version might be: one of its files changed. */
const upgraded = (file: string, from: string, to: string): string => {
  const copy = join(folder, 'core');
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  for (const name of ['package.json', 'index.js', 'index.mjs', 'src'])
    cpSync(join(core, name), join(copy, name), { recursive: true });
  const content = readFileSync(join(copy, file), 'utf8');
  expect(content).toContain(from);
  writeFileSync(join(copy, file), content.replaceAll(from, to));
  return copy;
};

test('core in two files exports what core exports, and reads the second one when asked', async () => {
  const files = await leanCore(core);
  expect(Object.keys(files).sort()).toEqual(['index.js', 'index.mjs', 'seldom.js']);
  writeFileSync(join(folder, 'index.js'), files['index.js'] ?? '');
  writeFileSync(join(folder, 'seldom.js'), 'throw new Error("Seldom used, and used.");');
  // Once domains are loaded, Node follows every promise of the process, in all test files that come after.
  jest.doMock('domain', () => ({ create: () => ({ on() {}, run: (call: () => void) => call() }) }));
  const lean = jest.requireActual<typeof zapier & Record<string, unknown>>(
    join(folder, 'index.js'),
  );
  jest.dontMock('domain');
  expect(Object.keys(lean)).toEqual(Object.keys(zapier));
  for (const name of Object.keys(lean))
    expect(files['index.mjs']).toMatch(new RegExp(`\\b${name},`));
  const app = {
    version: '1.0.0',
    platformVersion: zapier.version,
    hydrators: { file: (z: { stashFile: (file: string) => string }) => z.stashFile('text') },
    triggers: {
      thing: {
        key: 'thing',
        noun: 'Thing',
        display: { label: 'New Thing', description: 'Triggers when a thing is new.' },
        operation: { perform: async () => [{ id: '1' }] },
      },
    },
  };
  const run = lean.createAppTester(app);
  expect(await run(app.triggers.thing.operation.perform)).toEqual([{ id: '1' }]);
  const { createAppHandler } = lean as unknown as {
    createAppHandler: (app: object) => (event: object) => Promise<unknown>;
  };
  await expect(createAppHandler(app)({ command: 'validate', calledFromCli: true })).rejects.toThrow(
    'Seldom used, and used.',
  );
});

test.each([
  ['package.json', '"require": "./index.js"', '"require": "./lib.js"', 'has other entry files'],
  ['index.mjs', '} = zapier;', '} = other;', 'lists its exports in index.mjs in another way'],
  [
    'src/tools/bundle-encryption.js',
    "require('fernet')",
    "require('node:crypto')",
    'does not use fernet as it did',
  ],
  [
    'src/app-middlewares/before/z-object.js',
    'module.paths',
    'module.parent.paths',
    'has another src/app-middlewares/before/z-object.js',
  ],
  [
    'src/tools/schema.js',
    'const prepareApp = (appRaw) => {',
    'const prepareApp = (appRaw = {}) => {',
    'has another src/tools/schema.js',
  ],
  [
    'src/tools/hashing.js',
    "require('crypto')",
    "require('no-such-package')",
    'cannot be bundled safely: Could not resolve "no-such-package"',
  ],
  [
    'src/constants.js',
    "'use strict';",
    'module.exports = import.meta.url;',
    'cannot be bundled safely',
  ],
])('a core that is made in another way is refused: %s', async (file, from, to, reason) => {
  const otherwise = leanCore(upgraded(file, from, to));
  await expect(otherwise).rejects.toThrow(`zapier-platform-core ${zapier.version} ${reason}`);
  await expect(otherwise).rejects.toThrow(what);
});
