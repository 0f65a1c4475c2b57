if (!require.resolve('zapier-platform-core').includes('unpacked'))
  throw new Error('This does not run on the packed core: see scripts/packed.jest.mjs.');
