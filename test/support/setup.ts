import nock from 'nock';

// nock 14 under jest 30 hangs in a worker's second test file unless it is put back after each file.
beforeAll(() => {
  if (!nock.isActive()) nock.activate();
});
afterAll(() => {
  nock.cleanAll();
  nock.restore();
});
