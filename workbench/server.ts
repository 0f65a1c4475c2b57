import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Sandbox } from '../sandbox/index.ts';
import { messageOf } from '../tour/zapier.ts';
import { Files } from './files.ts';
import { guard } from './guard.ts';
import { World } from './happenings.ts';
import { trouble } from './pages/layout.ts';
import { connectionRoutes } from './routes/connection.ts';
import { operationRoutes } from './routes/operations.ts';
import { zapRoutes } from './routes/zap.ts';
import { Session } from './session.ts';

export interface Workbench {
  url: string;
  /** Whether the port that was asked for was taken, so that another one was chosen. */
  moved: boolean;
  session: Session;
  stop: () => Promise<void>;
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const publicFiles = new Map([
  ['htmx.js', [at('../node_modules/htmx.org/dist/htmx.min.js'), 'text/javascript']],
  ['workbench.js', [at('./public/workbench.js'), 'text/javascript']],
  ['workbench.css', [at('./public/workbench.css'), 'text/css']],
  ['icon.svg', [at('./public/icon.svg'), 'image/svg+xml']],
]);

const createApp = (session: Session, files: Files, port: () => number): Hono => {
  const desk = { session, files };
  const app = new Hono();
  app.use(guard({ port, consent: () => session.place.consent, internal: `${files.path}/` }));
  app.onError((error, context) => context.html(trouble(messageOf(error)), 500));
  app.notFound((context) => context.html(trouble('There is no such page.'), 404));
  app.get('/public/:name', async (context) => {
    const [path, type] = publicFiles.get(context.req.param('name')) ?? [];
    if (!path) return context.notFound();
    const content = await readFile(path, 'utf8');
    return context.body(content, 200, { 'Content-Type': `${type}; charset=utf-8` });
  });
  app.route(files.path, files.routes());
  app.route('/', operationRoutes(desk, session.sandbox && new World(session.sandbox)));
  app.route('/zap', zapRoutes(desk));
  app.route('/', connectionRoutes(desk));
  return app;
};

/**
 * Starts the page on 127.0.0.1, before the sandbox if one is given, else before the HighLevel that the environment names.
 * @param options.port where to listen; another free port when it is taken, 0 for any
 */
export const startWorkbench = async (options: {
  port: number;
  sandbox?: Sandbox | undefined;
}): Promise<Workbench> => {
  const files = new Files();
  let { port } = options;
  const session = new Session(options.sandbox, () => `http://127.0.0.1:${port}${files.path}/rpc`);
  const app = createApp(session, files, () => port);
  const listen = (number: number) => {
    const server = createAdaptorServer({ fetch: app.fetch });
    return new Promise<typeof server>((resolve, reject) => {
      server.once('error', reject);
      server.listen(number, '127.0.0.1', () => resolve(server));
    });
  };
  let moved = false;
  const server = await listen(port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    moved = true;
    return listen(0);
  });
  port = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${port}`,
    moved,
    session,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
};
