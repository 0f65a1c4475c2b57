/** What the owner leaves out and adds, in sentences, and remembered. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as groups from '../../groups.ts';
import type * as chosen from '../../scripts/chosen.ts';

const variables = ['HIGHLEVEL_WITHOUT', 'HIGHLEVEL_WITH'];
let folder: string;
const config = () => join(folder, '.zapierapprc');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'highlevel-chosen-'));
  writeFileSync(config(), '{"id":1,"signIn":"private-token"}');
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const name of variables) delete process.env[name];
  rmSync(folder, { recursive: true, force: true });
});

/** The words of a command line that chose so. */
const choosing = (without: string, areas: string): typeof chosen => {
  Object.assign(process.env, { HIGHLEVEL_WITHOUT: without, HIGHLEVEL_WITH: areas });
  let found: typeof chosen | undefined;
  jest.isolateModules(() => {
    // The groups, and with them the whole app, do not depend on the choice.
    jest.doMock('../../groups.ts', () => groups);
    found = require('../../scripts/chosen.ts');
  });
  jest.dontMock('../../groups.ts');
  if (!found) throw new Error('It was not loaded.');
  return found;
};

test.each([
  ['', '', [], ''],
  ['invoices, forms', '', ['The app leaves out: invoices, forms.'], ' --without invoices,forms'],
  [
    'forms',
    'products,invoices',
    ['The app leaves out: forms.', '“API Request” gets the scopes of: products, invoices.'],
    ' --without forms --with products,invoices',
  ],
  ['all', '', [expect.stringContaining('any-endpoint')], ' --only catalog'],
])('“%s” and “%s” are told', (without, areas, said, again) => {
  const { describeChosen, chosenArguments } = choosing(without, areas);
  expect(describeChosen()).toEqual(said);
  expect(chosenArguments()).toBe(again);
});

test.each([
  [
    'invoices,shop,store',
    '',
    /^There is no group of operations “shop”, “store”\. .*contacts.*invoices/,
  ],
  ['', 'shop', /^There is no area with scopes “shop”\. .*invoices.*products/],
  // HighLevel’s documents name none for it.
  ['', 'store', /^There is no area with scopes “store”/],
  ['all', 'products', /leaves out its group, any-endpoint\.$/],
])('“%s” and “%s” are refused in a sentence', (without, areas, said) => {
  expect(() => choosing(without, areas).describeChosen()).toThrow(said);
});

test('what was pushed is remembered, and forgotten if nothing is chosen', () => {
  const read = () => JSON.parse(readFileSync(config(), 'utf8'));
  choosing('forms', 'products').rememberChosen(folder);
  expect(read()).toEqual({
    id: 1,
    signIn: 'private-token',
    without: ['forms'],
    with: ['products'],
  });
  choosing('', 'products').rememberChosen(folder);
  expect(read()).toEqual({ id: 1, signIn: 'private-token', with: ['products'] });
  choosing('', '').rememberChosen(folder);
  expect(read()).toEqual({ id: 1, signIn: 'private-token' });
});

test('nothing chosen leaves the file as it is', () => {
  const before = readFileSync(config(), 'utf8');
  choosing('', '').rememberChosen(folder);
  expect(readFileSync(config(), 'utf8')).toBe(before);
});
