import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { type Env, failure, mount, queryOf } from './endpoint.ts';
import { mountFaults } from './faults.ts';
import { mountOAuth } from './oauth.ts';
import { endpoints } from './resources/index.ts';
import { app as marketplaceApp } from './seed/agency.ts';
import { type LoggedRequest, State } from './state.ts';

export type SandboxOptions = {
  /** 0 for any free port. */
  port?: number;
  contacts?: number;
  rateLimit?: { burst?: number; daily?: number };
  /** How long a search does not see a write, in ms; tests set 0. */
  indexLag?: number;
  now?: () => number;
  /** Milliseconds added to every answer. */
  latency?: number;
  /** Sees every request with its whole answer, as a contract test needs. */
  onExchange?: (exchange: Exchange) => void;
};

export type Exchange = LoggedRequest & { requestBody: string; answer: string };

/** The tokens and ids of a connection, as `POST /oauth/token` answers them. */
export type Connection = {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  scope: string;
  userType: 'Location' | 'Company';
  companyId: string;
  locationId?: string;
  userId: string;
};

export type Sandbox = {
  url: string;
  apiUrl: string;
  marketplaceUrl: string;
  clientId: string;
  clientSecret: string;
  state: State;
  requests: LoggedRequest[];
  /** Connects as a person would: authorize page, form, redirect, token exchange. */
  connect(
    kind: 'sub-account' | 'agency',
    scopes?: string,
    locationId?: string,
  ): Promise<Connection>;
  stop(): Promise<void>;
};

/** Starts a local HighLevel, with state in memory. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const state = new State({
    contacts: options.contacts ?? 250,
    rateLimit: { burst: 100, daily: 200_000, ...options.rateLimit },
    indexLag: options.indexLag ?? 10_000,
    now: options.now ?? Date.now,
  });
  const server = createAdaptorServer({ fetch: createApp(state, options).fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { clientId, clientSecret } = marketplaceApp;

  return {
    url,
    apiUrl: url,
    marketplaceUrl: url,
    clientId,
    clientSecret,
    state,
    requests: state.requests,
    connect: (kind, scopes, locationId = state.main.id) =>
      connect(url, kind === 'agency' ? state.company.id : locationId, scopes),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function createApp(state: State, { latency = 0, onExchange }: SandboxOptions): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    if (context.req.path.startsWith('/__sandbox')) return next();
    if (latency > 0) await sleep(latency);
    await next();
    const token = state.grants.tokenOf(context.req.header('authorization')?.slice(7) ?? '');
    const owner = token?.locationId ?? token?.companyId ?? 'nobody';
    const isAnswerable = context.res !== RESPONSE_ALREADY_SENT;
    for (const [name, value] of Object.entries(isAnswerable ? state.limits.headers(owner) : {})) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
    const version = context.req.header('version');
    const request: LoggedRequest = {
      method: context.req.method,
      path: context.req.path,
      query: queryOf(context.req),
      status: context.res.status,
      ...(version && { version }),
      ...(context.var.scope && { scope: context.var.scope }),
      ...(token?.locationId && { locationId: token.locationId }),
    };
    state.requests.push(request);
    if (onExchange) {
      const requestBody = await context.req.text();
      onExchange({ ...request, requestBody, answer: await context.res.clone().text() });
    }
    return undefined;
  });
  app.onError((error) => failure(error));
  mountFaults(app, state);
  mountOAuth(app, state);
  app.post('/__sandbox/reset', (context) => {
    state.reset();
    return context.body(null, 204);
  });
  app.get('/__sandbox/requests', (context) => context.json(state.requests.map(withoutCodes)));
  mount(app, endpoints, state);
  return app;
}

const SECRETS = ['code', 'state', 'access_token', 'refresh_token', 'client_secret'];

const withoutCodes = (request: LoggedRequest) => ({
  ...request,
  query: Object.fromEntries(
    Object.entries(request.query).filter(([name]) => !SECRETS.includes(name)),
  ),
});

async function connect(url: string, account: string, scope?: string): Promise<Connection> {
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: marketplaceApp.clientId,
    redirect_uri: 'https://zapier.com/dashboard/auth/oauth/return/App1CLIAPI/',
    state: 'state-of-the-person',
    ...(scope && { scope }),
  });
  const authorizeUrl = `${url}/oauth/chooselocation?${asked}`;
  const shown = await (await fetch(authorizeUrl)).text();
  const form = new URLSearchParams({ account });
  for (const [, name = '', value = ''] of shown.matchAll(
    /<input [^>]*name="(.*?)" value="(.*?)"/g,
  )) {
    form.set(name, value.replaceAll('&amp;', '&'));
  }
  const chosen = await fetch(authorizeUrl, { method: 'POST', body: form, redirect: 'manual' });
  const back = chosen.headers.get('location');
  if (!back) throw new Error(/role="alert">(.*?)</.exec(await chosen.text())?.[1] ?? 'No code.');
  const exchanged = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: marketplaceApp.clientId,
      client_secret: marketplaceApp.clientSecret,
      code: new URL(back).searchParams.get('code') ?? '',
    }),
  });
  return (await exchanged.json()) as Connection;
}
