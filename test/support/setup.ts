import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import nock from 'nock';

// core ends its process when it has grown large, since a Lambda can be replaced; a jest worker cannot
// (zapier#memory-limit).
const constants = createRequire(resolve('package.json'))('zapier-platform-core/src/constants') as {
  KILL_MAX_LIMIT: number;
};
constants.KILL_MAX_LIMIT = Number.POSITIVE_INFINITY;

// Only “validate” needs Zapier's schemas; compiling them takes each test file longer than all the rest of core
// (zapier#bundle).
jest.mock('zapier-platform-schema', () => ({
  validateAppDefinition: (app: unknown) =>
    jest
      .requireActual<{ validateAppDefinition: (app: unknown) => unknown }>('zapier-platform-schema')
      .validateAppDefinition(app),
}));

// nock 14 under jest 30 hangs in a worker's second test file unless it is put back after each file
// (zapier#nock).
beforeAll(() => {
  if (!nock.isActive()) nock.activate();
});
afterAll(() => {
  nock.cleanAll();
  nock.restore();
});
