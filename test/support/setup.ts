import http from 'node:http';
import { types } from 'node:util';
import nock from 'nock';
import { forgetExpected } from './mismatch.ts';

const sizes = { rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 };

// core ends its process when it has grown large, since a Lambda can be replaced; a jest worker cannot
// (zapier#memory-limit). Asking for the memory also takes longer than the rest of a call.
process.memoryUsage = Object.assign(() => ({ ...sizes }), { rss: () => 0 });

// nock 14 under jest 30 hangs in a worker's second test file unless it is put back after each file (zapier#nock). It
// begins when it is imported, and no hook ends it in a file whose tests are all skipped: the next file of the worker
// would find its requests followed twice.
nock.restore();
if (types.isProxy(http.request))
  throw new Error('nock was left on by an earlier file of this worker');
beforeAll(() => {
  if (!nock.isActive()) nock.activate();
});
afterAll(() => {
  nock.cleanAll();
  // An answer that nobody waits for any more keeps the worker from ending.
  nock.abortPendingRequests();
  nock.restore();
});
afterEach(forgetExpected);
