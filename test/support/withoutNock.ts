import nock from 'nock';

/**
 * Lets the requests of this file go out as they are: nock follows each of them, which takes a fifth of the time of a
 * suite that talks to the sandbox, even if nothing is mocked.
 */
export const withoutNock = (): void => {
  beforeAll(() => nock.restore());
};
