// Runs inside an unpacked build.zip, in a process of its own: makes the same call again and again and tells the parent
// what each took in milliseconds and requests, and the process in megabytes.
import { subscribe } from 'node:diagnostics_channel';
import { cursorWith } from '../tour/cursor.ts';

let requests = 0;
subscribe('http.client.request.start', () => {
  requests += 1;
});
const wrapper = await import(new URL('zapierwrapper.js', `file://${process.cwd()}/`).href);
const handler = wrapper.handler ?? wrapper.default.handler;
const [, , method, bundle] = process.argv;
const zcacheTestObj = {};
let cursor;
const calls = [];
// The first call only fills the caches.
for (let call = 0; call < 8; call += 1) {
  requests = 0;
  const start = performance.now();
  const { cursorTestObj, left } = cursorWith(cursor);
  const { results } = await handler({
    command: 'execute',
    method,
    bundle: JSON.parse(bundle),
    zcacheTestObj,
    cursorTestObj,
    calledFromCli: true,
  });
  cursor = left();
  const milliseconds = performance.now() - start;
  if (call > 0) calls.push({ milliseconds, requests, records: results.length });
}
const peak = process.resourceUsage().maxRSS / 1024;
globalThis.gc();
process.send({ calls, peak, kept: process.memoryUsage().heapUsed / 1024 / 1024 });
process.disconnect();
