// Zapier's servers run in UTC; set here, every worker inherits it.
process.env.TZ = 'UTC';

export default {
  testEnvironment: 'node',
  // By default jest takes one worker on two cores; a third one works while the suites of faults wait.
  maxWorkers: 3,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
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
