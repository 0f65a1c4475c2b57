import { setTimeout as sleep } from 'node:timers/promises';
import type { createAdaptorServer } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { endpointsBeyond } from './documents/endpoints.ts';
import { failure } from './gateway/errors.ts';
import { mountFaults } from './gateway/faults.ts';
import { guard } from './gateway/guard.ts';
import { type Env, queryOf, type Served } from './gateway/request.ts';
import { mountEndpoints } from './gateway/routes.ts';
import { writePost } from './hooks/bodies.ts';
import { mountHooks, startWorkflows } from './hooks/mount.ts';
import { endpoints } from './resources/index.ts';
import { mountOAuth } from './resources/oauth/pages.ts';
import { mountPrivateIntegrations } from './resources/oauth/privateIntegrations.ts';
import { buildMany } from './seed/build.ts';
import type { Token } from './state/grants.ts';
import type { LoggedRequest, State } from './state/state.ts';

/** The sandbox as an app: who may ask, the log, faults, OAuth, every endpoint. */
function createServerApp(): Hono<Env> {
  const app = new Hono<Env>();
  app.use(guard);
  app.use(async (context, next) => {
    if (context.req.path.startsWith('/__sandbox')) return next();
    const { state, latency = 0, onExchange } = context.env;
    if (latency > 0) await sleep(latency);
    await next();
    const token = state.grants.tokenOf(context.req.header('authorization')?.slice(7) ?? '');
    addRateLimits(context, state, token);
    const request = describeRequest(context, token);
    state.requests.push(request);
    await startWorkflows(context);
    if (onExchange) {
      const requestBody = await context.req.text();
      onExchange({ ...request, requestBody, answer: await context.res.clone().text() });
    }
    return undefined;
  });
  app.onError((error) => failure(error));
  mountFaults(app);
  mountOAuth(app);
  mountPrivateIntegrations(app);
  mountControls(app);
  mountHooks(app);
  mountEndpoints(app, [...endpoints, ...endpointsBeyond(endpoints)]);
  return app;
}

let app: Hono<Env> | undefined;

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

/** Answers the requests to a sandbox. Its app, with hundreds of routes, is made once for all sandboxes of a process. */
export function serve(served: Served): Fetch {
  app ??= createServerApp();
  const { fetch } = app;
  served.state.hooks.write = writePost(served.state);
  return (request, bindings) => fetch(request, { ...bindings, ...served });
}

/** The headers of the rate limits stand in every answer that a fault has not given its own. */
function addRateLimits(context: Context<Env>, state: State, token: Token | undefined): void {
  if (context.res === RESPONSE_ALREADY_SENT) return;
  const owner = token?.locationId ?? token?.companyId ?? 'nobody';
  for (const [name, value] of Object.entries(state.limits.headers(owner))) {
    if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  }
}

function describeRequest({ req, res, var: { scope } }: Context<Env>, token: Token | undefined) {
  const version = req.header('version');
  const request: LoggedRequest = {
    method: req.method,
    path: req.path,
    query: queryOf(req),
    status: res.status,
    ...(version && { version }),
    ...(scope && { scope }),
    ...(token?.locationId && { locationId: token.locationId }),
  };
  return request;
}

/** What a person in front of the sandbox needs, and HighLevel does not have. */
function mountControls(app: Hono<Env>): void {
  app.post('/__sandbox/reset', (context) => {
    const { state } = context.env;
    state.reset();
    buildMany(state);
    return context.body(null, 204);
  });
  // A file to upload: one white dot.
  app.get(
    '/__sandbox/dot.png',
    () => new Response(DOT, { headers: { 'content-type': 'image/png' } }),
  );
  app.get('/__sandbox/requests', (context) =>
    context.json(context.env.state.requests.map(withoutSecrets)),
  );
}

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

const SECRETS = ['code', 'state', 'access_token', 'refresh_token', 'client_secret'];

const withoutSecrets = (request: LoggedRequest) => ({
  ...request,
  query: Object.fromEntries(
    Object.entries(request.query).filter(([name]) => !SECRETS.includes(name)),
  ),
});
