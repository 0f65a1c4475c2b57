if (!require.resolve('zapier-platform-core').includes('unpacked'))
  throw new Error('This does not run on the packed core: see scripts/packed.jest.mjs.');

// core ends its process when it has grown large, since a Lambda can be replaced; a jest worker cannot, and the limit,
// which the tests raise for plain core, is inside the packed one.
const { memoryUsage } = process;
process.memoryUsage = Object.assign(() => ({ ...memoryUsage(), rss: 0 }), { rss: () => 0 });
