import { execFileSync } from 'node:child_process';

const exported = {
  CLIENT_ID: 'c1',
  HIGHLEVEL_API_URL: 'https://api.example',
  HIGHLEVEL_WITHOUT: 'invoices',
  authData_access_token: 't1',
  NODE_ENV: 'production',
  TZ: 'Asia/Tokyo',
};

test('what a shell exports reaches no test, and nothing that a test starts', () => {
  const script = `await import('./jest.config.mjs');
    const names = ${JSON.stringify(Object.keys(exported))};
    console.log(JSON.stringify(Object.fromEntries(names.map((name) => [name, process.env[name]]))));`;
  const words = ['--input-type=module', '--eval', script];
  const env = { ...process.env, ...exported };
  expect(JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8', env }))).toEqual({
    NODE_ENV: 'test',
    TZ: 'UTC',
  });
});
