import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// What the shell exports changes no test: neither the settings of the app nor those of Zapier's core and its CLI. All
// of this is done here, so that every worker inherits it, and what a test starts.
const settings =
  /^(CLIENT_|HIGHLEVEL_(?!OPENAPI_DIR)|_?ZAPIER_|authData_|LOGGING_|.*LOG_TO_STDOUT$)/;
for (const name of Object.keys(process.env)) if (settings.test(name)) delete process.env[name];
process.env.NODE_ENV = 'test';
// Zapier's servers run in UTC.
process.env.TZ = 'UTC';

// jest loads the app again for each test file, which takes longer than what most of them test. So the files of a folder
// run together (test/together), and one by one if the command names files, but for those of test/together.
const together = readdirSync(join(import.meta.dirname, 'test', 'together')).map((file) =>
  file.replace('.test.ts', ''),
);
const isNamed = process.argv
  .slice(2)
  .some((value) => /^(?!-)|^--testPathPatterns?\b/.test(value) && !value.includes('test/together'));

export default {
  testEnvironment: '<rootDir>/test/support/context.mjs',
  // By default jest takes one worker on two cores; a third one works while the suites of faults wait.
  maxWorkers: 3,
  // Generous, for a slow machine: nothing that is tested depends on it.
  testTimeout: 600_000,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(isNamed
      ? ['<rootDir>/test/together/']
      : ['<rootDir>/test/[^/]+$', ...together.map((folder) => `<rootDir>/test/${folder}/`)]),
  ],
  globalSetup: '<rootDir>/test/support/bundleCore.ts',
  moduleNameMapper: {
    '^zapier-platform-core$': '<rootDir>/node_modules/.cache/highlevel-for-zapier/index.js',
  },
  setupFilesAfterEnv: ['<rootDir>/test/support/setup.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/build'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
    // Packages that exist only as ES modules, for the sandbox, its seed and the tests of time zones.
    'node_modules/.+\\.m?js$': [
      '@swc/jest',
      { jsc: { target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [
    'node_modules/(?!(@apidevtools|@faker-js|@hono|hono|ora|chalk|temporal-polyfill|temporal-utils)/)',
  ],
};
