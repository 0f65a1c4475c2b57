import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { messageOf, type Sandbox } from './app.ts';
import { answer, type Desk } from './context.ts';
import { Files } from './files.ts';
import { guard } from './guard.ts';
import { History } from './history.ts';
import { HookUrls } from './hooks.ts';
import { missingPage, trouble } from './pages/layout.ts';
import { clockRoutes } from './routes/clock.ts';
import { connectionRoutes } from './routes/connection.ts';
import { historyRoutes } from './routes/history.ts';
import { operationRoutes } from './routes/operations.ts';
import { recipeRoutes } from './routes/recipes.ts';
import { runRoutes } from './routes/runs.ts';
import { sandboxRoutes } from './routes/sandbox.ts';
import { stepRoutes } from './routes/steps.ts';
import { zapFileRoutes } from './routes/zapFiles.ts';
import { zapChangeRoutes, zapRoutes } from './routes/zaps.ts';
import { Session } from './session.ts';
import { MissingZap } from './store.ts';
import { World } from './world.ts';

export interface Workbench {
  url: string;
  /** Why another port was chosen than the one that was asked for; empty if it was not. */
  moved: '' | 'taken' | 'refused';
  session: Session;
  stop: () => Promise<void>;
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const modules = ['dom', 'pickers', 'data', 'editor', 'workbench'];

const publicFiles = new Map([
  ['htmx.js', [at('../node_modules/htmx.org/dist/htmx.min.js'), 'text/javascript']],
  ...modules.map((name) => [`${name}.js`, [at(`./public/${name}.js`), 'text/javascript']] as const),
  ['workbench.css', [at('./public/workbench.css'), 'text/css']],
  ['zaps.css', [at('./public/zaps.css'), 'text/css']],
  ['icon.svg', [at('./public/icon.svg'), 'image/svg+xml']],
] as const);

const createApp = (session: Session, files: Files, port: () => number): Hono => {
  const world = session.sandbox && new World(session.sandbox);
  const hooks = new HookUrls(() => `http://127.0.0.1:${port()}`);
  const desk: Desk = { session, files, history: new History(), world, hooks };
  const app = new Hono();
  app.use(
    guard({
      port,
      consent: () => session.place.consent,
      internal: [`${files.path}/`, `${hooks.path}/`],
    }),
  );
  app.onError((error, context) => {
    const status = error instanceof MissingZap ? 404 : 500;
    return context.req.header('hx-request')
      ? context.html(trouble(messageOf(error)), status)
      : answer(context, desk, missingPage(messageOf(error)), status);
  });
  app.notFound((context) =>
    context.req.path.startsWith('/public/') || context.req.path.startsWith('/zapier-')
      ? context.text('Nothing is here.', 404)
      : answer(context, desk, missingPage('There is no page at this address.'), 404),
  );
  app.get('/public/:name', async (context) => {
    const known = publicFiles as ReadonlyMap<string, readonly [string, string]>;
    const [path, type] = known.get(context.req.param('name')) ?? [];
    if (!path) return context.notFound();
    const content = await readFile(path, 'utf8');
    return context.body(content, 200, { 'Content-Type': `${type}; charset=utf-8` });
  });
  // Some browsers ask for this whatever the page says.
  app.get('/favicon.ico', (context) => context.redirect('/public/icon.svg', 301));
  app.route(files.path, files.routes());
  app.route(hooks.path, hooks.routes(session));
  app.route('/', operationRoutes(desk));
  app.route('/', sandboxRoutes(desk));
  app.route('/', historyRoutes(desk));
  app.route('/', connectionRoutes(desk));
  app.route('/zaps', stepRoutes(desk));
  app.route('/zaps', runRoutes(desk));
  app.route('/zaps', clockRoutes(desk));
  app.route('/', recipeRoutes(desk));
  app.route('/', zapFileRoutes(desk));
  app.route('/', zapRoutes(desk));
  app.route('/', zapChangeRoutes(desk));
  return app;
};

/**
 * Starts the page on 127.0.0.1, before the sandbox if one is given, else before the HighLevel that the environment names.
 * @param options.port where to listen; another free port when it is taken, 0 for any
 * @param options.folder where the Zaps are kept, one file each
 */
export const startWorkbench = async (options: {
  port: number;
  sandbox?: Sandbox | undefined;
  folder: string;
}): Promise<Workbench> => {
  const files = new Files();
  let { port } = options;
  const rpcUrl = () => `http://127.0.0.1:${port}${files.path}/rpc`;
  const session = new Session(options.sandbox, rpcUrl, options.folder);
  const app = createApp(session, files, () => port);
  const listen = (number: number) => {
    const server = createAdaptorServer({ fetch: app.fetch });
    return new Promise<typeof server>((resolve, reject) => {
      server.once('error', reject);
      server.listen(number, '127.0.0.1', () => resolve(server));
    });
  };
  let moved: Workbench['moved'] = '';
  const server = await listen(port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    moved = error.code === 'EACCES' ? 'refused' : 'taken';
    return listen(0);
  });
  port = (server.address() as AddressInfo).port;
  return {
    url: session.origin,
    moved,
    session,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
};
