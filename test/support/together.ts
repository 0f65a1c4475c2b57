import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';

/**
 * Runs the small test files of a folder as one file: jest loads the app again for each file, which takes longer than
 * what most of them test. Each file keeps its own hooks; what it leaves mocked is put back.
 */
export const together = (folder: string): void => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.test.ts')).sort())
    describe(file, () => {
      afterAll(() => {
        nock.cleanAll();
        jest.restoreAllMocks();
      });
      require(join(folder, file));
    });
};
