import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';

/**
 * Runs the test files of a folder as one file: jest loads the app again for each file, which takes longer than what most
 * of them test. Each file keeps its own hooks; what it leaves behind is put back.
 * @param recursive whether the files of its folders belong to it
 */
export const together = (folder: string, { recursive = true } = {}): void => {
  const files = readdirSync(folder, { recursive, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.test.ts')).sort())
    describe(file, () => {
      const environment = { ...process.env };
      require(join(folder, file));
      // After the hooks of the file, which are declared before this one.
      afterAll(() => {
        nock.cleanAll();
        if (!nock.isActive()) nock.activate();
        jest.restoreAllMocks();
        jest.useRealTimers();
        for (const name of Object.keys(process.env))
          if (!(name in environment)) delete process.env[name];
        Object.assign(process.env, environment);
      });
    });
};
