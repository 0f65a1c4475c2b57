/**
 * The local HighLevel. Imports go one way only: main.ts → index.ts → server.ts and connect.ts → resources/ (the
 * endpoints), documents/ (what is answered by HighLevel's documents alone) and hooks/ (what workflows post) → gateway/ (what each of them is checked by) and seed/ (what there is) →
 * state/ (how it is held).
 */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type Connection, changePrivateToken, connect, makePrivateToken } from './connect.ts';
import type { Exchange, ServerOptions } from './gateway/request.ts';
import { app as marketplaceApp, seedAgency } from './seed/agency.ts';
import { buildMany } from './seed/build.ts';
import { serve } from './server.ts';
import { type LoggedRequest, type Sizes, State } from './state/state.ts';

export type { Connection, Exchange };

/** How many records the main sub-account has, unless it is said. */
export const defaultSizes: Sizes = {
  contacts: 250,
  opportunities: 60,
  conversations: 120,
  appointments: 12,
};

export type SandboxOptions = ServerOptions &
  Partial<Sizes> & {
    /** 0 for any free port. */
    port?: number;
    rateLimit?: { burst?: number; daily?: number };
    /** How long a search does not see a write, in ms; tests set 0. */
    indexLag?: number;
    now?: () => number;
  };

export type Sandbox = {
  url: string;
  apiUrl: string;
  marketplaceUrl: string;
  clientId: string;
  clientSecret: string;
  /** Those of the marketplace app. */
  scopes: readonly string[];
  state: State;
  requests: LoggedRequest[];
  /** Connects as a person would: authorize page, form, redirect, token exchange. */
  connect(
    kind: 'sub-account' | 'agency',
    scopes?: string,
    locationId?: string,
  ): Promise<Connection>;
  /** Makes a Private Integration Token on the settings page; gives what a person fills in to connect with it. */
  privateToken(
    kind: 'sub-account' | 'agency',
    scopes?: string,
    locationId?: string,
  ): Promise<PrivateConnection>;
  /** Rotates or deletes one on that page; gives the new token of a rotation. */
  changePrivateToken(token: string, action: 'rotate' | 'delete'): Promise<string>;
  stop(): Promise<void>;
};

/** What a person fills in to connect with a Private Integration Token. */
export type PrivateConnection = { privateToken: string; locationId: string; companyId: string };

/** Starts a local HighLevel, with state in memory. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const state = new State(settingsOf(options), seedAgency);
  buildMany(state);
  const server = createAdaptorServer({ fetch: serve({ ...options, state }) });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { clientId, clientSecret, scopes: allScopes } = marketplaceApp;

  return {
    url,
    apiUrl: url,
    marketplaceUrl: url,
    clientId,
    clientSecret,
    scopes: allScopes,
    state,
    requests: state.requests,
    connect: (kind, scopes, locationId = state.main.id) =>
      connect(url, kind === 'agency' ? state.company.id : locationId, scopes),
    privateToken: async (kind, scopes, locationId = state.main.id) => {
      const [own, of] = kind === 'agency' ? ['', state.company.id] : [locationId, ''];
      const privateToken = await makePrivateToken(url, own || of, scopes);
      return { privateToken, locationId: own, companyId: of };
    },
    changePrivateToken: (token, action) => changePrivateToken(url, token, action),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

const settingsOf = ({ rateLimit, indexLag = 10_000, now = Date.now, ...rest }: SandboxOptions) => ({
  contacts: rest.contacts ?? defaultSizes.contacts,
  opportunities: rest.opportunities ?? defaultSizes.opportunities,
  conversations: rest.conversations ?? defaultSizes.conversations,
  appointments: rest.appointments ?? defaultSizes.appointments,
  rateLimit: { burst: 100, daily: 200_000, ...rateLimit },
  indexLag,
  now,
});
