import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { pointAt } from '../../tour/tour.ts';
import { guard } from '../../workbench/guard.ts';
import { startWorkbench, type Workbench } from '../../workbench/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'ports-'));
let sandbox: Sandbox;
let workbench: Workbench;

beforeAll(async () => {
  sandbox = await startSandbox({ contacts: 5 });
  pointAt(sandbox);
  workbench = await startWorkbench({ port: 0, sandbox, folder });
});
afterAll(async () => {
  await workbench.stop();
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});

test.each([
  [80, '127.0.0.1', 200],
  [80, 'localhost', 200],
  [80, 'localhost:4000', 403],
  [4000, 'localhost:4000', 200],
  [4000, 'localhost', 403],
])('on port %i, a request for %s gets %i', async (port, host, status) => {
  const app = new Hono();
  app.use(guard({ port: () => port, consent: () => 'http://127.0.0.1:1', internal: ['/none/'] }));
  app.all('/', (context) => context.text('here'));
  const headers = { host, origin: `http://${host}` };
  expect((await app.request('/', { headers })).status).toBe(status);
  expect((await app.request('/', { headers, method: 'POST' })).status).toBe(status);
});

test('sends people back to one address, whatever name their browser has for this computer', async () => {
  const { port } = new URL(workbench.url);
  const redirects = ['127.0.0.1', 'localhost'].map(async (name) => {
    const origin = `http://${name}:${port}`;
    const body = new URLSearchParams({ account: 'agency' });
    const begun = await fetch(`${origin}/connect`, {
      method: 'POST',
      headers: { origin },
      body,
      redirect: 'manual',
    });
    return new URL(begun.headers.get('location') ?? '').searchParams.get('redirect_uri');
  });
  const registered = `${workbench.url}/connect/return`;
  expect(await Promise.all(redirects)).toEqual([registered, registered]);
});

test.each([
  ['65536', 'There is no port 65536. --port takes a number up to 65535; 0 chooses a free one.'],
  ['http', '--port takes a whole number, not “http”.'],
])('says in a sentence why it cannot listen on %s', (port, sentence) => {
  const main = fileURLToPath(new URL('../../workbench/main.ts', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [main, '--port', port], {
    encoding: 'utf8',
  });
  expect(stderr).toBe(`${sentence}\n`);
  expect(status).toBe(1);
});
