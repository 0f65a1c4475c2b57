// Runs inside an unpacked build.zip, in a process of its own, as Zapier's Lambda does: imports the wrapper, runs one
// operation, then a hundred more, and prints milliseconds and megabytes as JSON.
const start = performance.now();
const wrapper = await import(new URL('zapierwrapper.js', `file://${process.cwd()}/`).href);
const handler = wrapper.handler ?? wrapper.default.handler;
const imported = performance.now();
const [, , method, inputData, authData] = process.argv;
const event = () => ({
  command: 'execute',
  method,
  bundle: { inputData: JSON.parse(inputData), authData: JSON.parse(authData), meta: {} },
  zcacheTestObj: {},
  calledFromCli: true,
});
const { results } = await handler(event());
const cold = performance.now();
if (!Array.isArray(results) || results.length === 0) throw new Error('The probe got no record.');
const calls = 100;
for (let call = 0; call < calls; call += 1) await handler(event());
const warm = performance.now();
console.log(
  JSON.stringify({
    imported: imported - start,
    cold: cold - start,
    warm: (warm - cold) / calls,
    memory: process.memoryUsage().rss / 1024 / 1024,
  }),
);
