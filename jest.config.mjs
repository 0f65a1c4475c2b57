import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// Zapier's servers run in UTC; set here, every worker inherits it.
process.env.TZ = 'UTC';

// jest loads the app again for each test file, which takes longer than what most of them test. So the files of a folder
// run together (test/together), and one by one only if the command names files.
const together = readdirSync(join(import.meta.dirname, 'test', 'together')).map((file) =>
  file.replace('.test.ts', ''),
);
const isNamed = process.argv.slice(2).some((value) => !value.startsWith('-'));

export default {
  testEnvironment: 'node',
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
  setupFiles: ['<rootDir>/test/support/environment.ts'],
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
