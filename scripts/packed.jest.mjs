/** `npx jest --config=scripts/packed.jest.mjs`: the tests on the core that `npm run package` has packed. */
import { join } from 'node:path';
import config from '../jest.config.mjs';
import { unpacked } from './unpacked.ts';

const core = join(unpacked(), 'node_modules', 'zapier-platform-core', 'index.js');

export default {
  ...config,
  globalSetup: undefined,
  rootDir: join(import.meta.dirname, '..'),
  moduleNameMapper: { '^zapier-platform-core$': core },
  setupFiles: [...config.setupFiles, '<rootDir>/scripts/packedSetup.ts'],
  // What never loads core need not run a second time.
  testPathIgnorePatterns: [
    ...config.testPathIgnorePatterns,
    '/test/sandbox/',
    '/test/together/sandbox',
    '/test/scripts/',
    '/test/together/scripts',
  ],
};
