import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signInFrom } from '../../lib/connection/signIn.ts';
import { chosenSignIn, rememberSignIn } from '../../scripts/signIn.ts';

let folder: string;
const config = () => join(folder, '.zapierapprc');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'highlevel-sign-in-'));
  writeFileSync(config(), '{"id":1,"key":"App1","includeInBuild":[]}');
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
  delete process.env.HIGHLEVEL_SIGN_IN;
  rmSync(folder, { recursive: true, force: true });
});

test('OAuth is the default, and another word is refused', () => {
  expect([undefined, '', 'oauth', 'private-token'].map(signInFrom)).toEqual([
    'oauth',
    'oauth',
    'oauth',
    'private-token',
  ]);
  expect(() => signInFrom('token')).toThrow('Choose oauth or private-token.');
});

test('what was pushed once is pushed again, and nothing else', () => {
  process.env.HIGHLEVEL_SIGN_IN = 'private-token';
  expect(chosenSignIn(folder)).toBe('private-token');
  rememberSignIn(folder, 'private-token');
  expect(JSON.parse(readFileSync(config(), 'utf8'))).toEqual({
    id: 1,
    key: 'App1',
    includeInBuild: [],
    signIn: 'private-token',
  });
  delete process.env.HIGHLEVEL_SIGN_IN;
  expect(chosenSignIn(folder)).toBe('private-token');
  process.env.HIGHLEVEL_SIGN_IN = 'oauth';
  expect(() => chosenSignIn(folder)).toThrow('Its connections would break.');
});

test('OAuth leaves the file as it is', () => {
  const before = readFileSync(config(), 'utf8');
  rememberSignIn(folder, chosenSignIn(folder));
  expect(readFileSync(config(), 'utf8')).toBe(before);
});
