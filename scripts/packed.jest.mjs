/** `npx jest --config=scripts/packed.jest.mjs`: the tests on the core that `npm run package` has packed. */
import { join } from 'node:path';
import config from '../jest.config.mjs';
import { unpacked } from './unpacked.ts';

/** The unpacked build.zip; ends with the sentence that says what is missing, which jest would bury in a stack trace. */
const folder = () => {
  try {
    return unpacked();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
};
const core = join(folder(), 'node_modules', 'zapier-platform-core', 'index.js');

export default {
  ...config,
  globalSetup: undefined,
  rootDir: join(import.meta.dirname, '..'),
  moduleNameMapper: { '^zapier-platform-core$': core },
  setupFiles: ['<rootDir>/scripts/packedSetup.ts'],
  // What never loads core need not run a second time.
  testPathIgnorePatterns: [
    ...config.testPathIgnorePatterns,
    '/test/sandbox/',
    '/test/together/sandbox',
    '/test/scripts/',
    '/test/together/scripts',
  ],
};
