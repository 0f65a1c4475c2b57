import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import * as zod from 'zod';
import { type Env, endpoint, json, limit, skip, text } from './endpoint.ts';
import { fail } from './errors.ts';
import { app as marketplaceApp } from './seed/agency.ts';
import type { State } from './state.ts';

const LIFE_IN_SECONDS = 86_399; // reality d.1

type Grant = { companyId: string; locationId?: string; userId: string; scopes: string[] };

export type Token = Grant & { accessToken: string; refreshToken: string; expiresAt: number };

/** Codes and tokens. Codes and refresh tokens are used once (reality d.1). */
export class Grants {
  readonly #state: State;
  readonly #codes = new Map<string, Grant>();
  readonly #byAccess = new Map<string, Token>();
  readonly #byRefresh = new Map<string, Token>();

  constructor(state: State) {
    this.#state = state;
  }

  code(grant: Grant): string {
    const code = randomBytes(20).toString('hex');
    this.#codes.set(code, grant);
    return code;
  }

  issue(grant: Grant): Token {
    const token = {
      ...grant,
      accessToken: randomBytes(48).toString('base64url'),
      refreshToken: randomBytes(48).toString('base64url'),
      expiresAt: this.#state.now() + LIFE_IN_SECONDS * 1_000,
    };
    this.#byAccess.set(token.accessToken, token);
    this.#byRefresh.set(token.refreshToken, token);
    return token;
  }

  tokenOf(accessToken: string): Token | undefined {
    const token = this.#byAccess.get(accessToken);
    return token && token.expiresAt > this.#state.now() ? token : undefined;
  }

  useCode(code: string): Grant | undefined {
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    return grant;
  }

  peekRefresh(refreshToken: string): Token | undefined {
    return this.#byRefresh.get(refreshToken);
  }

  /** Trades a refresh token for new tokens; the old access token lives on until it expires. */
  refresh(token: Token): Token {
    this.#byRefresh.delete(token.refreshToken);
    const { companyId, locationId, userId, scopes } = token;
    return this.issue({ companyId, ...(locationId && { locationId }), userId, scopes });
  }

  /** Ends every access token at once, as after 24 hours. */
  expireAll(): void {
    this.#byAccess.clear();
  }

  /** Makes every refresh token invalid, as when the app is uninstalled. */
  revokeAll(): void {
    this.#byAccess.clear();
    this.#byRefresh.clear();
  }
}

/** The answer of `POST /oauth/token` (oauth.json, GetAccessCodeSuccessfulResponseDto). */
const tokenAnswer = (token: Token) => ({
  access_token: token.accessToken,
  token_type: 'Bearer',
  expires_in: LIFE_IN_SECONDS,
  refresh_token: token.refreshToken,
  refreshTokenId: token.refreshToken.slice(0, 24),
  scope: token.scopes.join(' '),
  userType: token.locationId ? 'Location' : 'Company',
  companyId: token.companyId,
  ...(token.locationId
    ? { locationId: token.locationId }
    : { isBulkInstallation: false, installToFutureLocations: false, approveAllLocations: false }),
  userId: token.userId,
});

const problem = (status: number, error: string, error_description: string) =>
  fail(status, { error, error_description, statusCode: status, message: error_description });

const authorizePaths = ['/oauth/chooselocation', '/v2/oauth/chooselocation'];

/** The authorize page and `POST /oauth/token`; the Bearer endpoints are in `oauth` below. */
export function mountOAuth(app: Hono<Env>, state: State): void {
  for (const path of authorizePaths) {
    app.get(path, (context) => {
      const asked = context.req.query();
      const trouble = authorizeTrouble(asked);
      return trouble
        ? context.html(deadEnd(trouble), 400)
        : context.html(authorizePage(state, asked));
    });
    app.post(path, async (context) => {
      const form = Object.fromEntries(new URLSearchParams(await context.req.text()));
      const trouble = authorizeTrouble(form);
      const location = state.locations.get(form.account ?? '');
      if (trouble) return context.html(deadEnd(trouble), 400);
      if (!location && form.account !== state.company.id) {
        return context.html(deadEnd('Choose a sub-account or the agency.'), 400);
      }
      if (location) location.installedAt ??= new Date(state.now()).toISOString();
      const back = new URL(form.redirect_uri ?? '');
      const code = state.grants.code({
        companyId: state.company.id,
        ...(location && { locationId: location.id }),
        userId: state.company.record.ownerId,
        scopes: scopesOf(form),
      });
      back.searchParams.set('code', code);
      if (form.state) back.searchParams.set('state', form.state);
      return context.redirect(back.href, 302);
    });
  }

  app.post('/oauth/token', async (context) => {
    const type = context.req.header('content-type') ?? '';
    if (!type.startsWith('application/x-www-form-urlencoded')) {
      throw problem(
        400,
        'invalid_request',
        'Invalid request: content must be application/x-www-form-urlencoded',
      );
    }
    const form = Object.fromEntries(new URLSearchParams(await context.req.text()));
    return json(tokenAnswer(exchange(state, form)));
  });
}

function exchange(state: State, form: Record<string, string>): Token {
  if (
    form.client_id !== marketplaceApp.clientId ||
    form.client_secret !== marketplaceApp.clientSecret
  ) {
    throw problem(401, 'invalid_client', 'Invalid client: client is invalid');
  }
  if (form.grant_type === 'authorization_code') {
    const grant = state.grants.useCode(form.code ?? '');
    if (!grant) throw problem(400, 'invalid_grant', 'Invalid grant: authorization code is invalid');
    const userType = grant.locationId ? 'Location' : 'Company';
    if (form.user_type && form.user_type !== userType) {
      throw problem(400, 'invalid_grant', `Invalid grant: user type must be ${userType}`);
    }
    return state.grants.issue(grant);
  }
  if (form.grant_type === 'refresh_token') {
    const token = state.grants.peekRefresh(form.refresh_token ?? '');
    if (!token) throw problem(400, 'invalid_grant', 'Invalid grant: refresh token is invalid');
    const location = token.locationId ? state.locations.get(token.locationId) : undefined;
    if (location && !location.active) {
      throw problem(400, 'invalid_request', 'Location is not active'); // reality d.1 #249
    }
    return state.grants.refresh(token);
  }
  throw problem(400, 'unsupported_grant_type', 'Unsupported grant type: `grant_type` is invalid');
}

const scopesOf = (asked: Record<string, string>) =>
  asked.scope ? asked.scope.split(/[\s+]+/).filter(Boolean) : marketplaceApp.scopes;

function authorizeTrouble(asked: Record<string, string>): string | undefined {
  const unknown = scopesOf(asked).filter((scope) => !marketplaceApp.scopes.includes(scope));
  if (asked.client_id !== marketplaceApp.clientId) return 'Invalid client_id.';
  if (!URL.canParse(asked.redirect_uri ?? '')) return 'The redirect_uri is missing or invalid.';
  if (asked.response_type !== 'code') return 'The response_type must be code.';
  // reality d.1 #311: a scope the app does not have is a dead end.
  if (unknown.length > 0) return `This app does not have the scope ${unknown.join(', ')}.`;
  return undefined;
}

const page = (content: unknown) => html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>HighLevel Sandbox</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem; color: #101828; }
select, button { font: inherit; padding: .5rem .75rem; border-radius: .5rem; border: 1px solid #d0d5dd; width: 100%; }
button { background: #155eef; border-color: #155eef; color: #fff; cursor: pointer; margin-top: 1rem; }
details { margin: 1.5rem 0; color: #475467; }
small { color: #475467; }
</style>
</head>
<body>${content}</body>
</html>`;

const deadEnd = (trouble: string) =>
  page(html`<h1>Something went wrong</h1><p role="alert">${trouble}</p>`);

const authorizePage = (state: State, asked: Record<string, string>) =>
  page(html`<small>HighLevel Sandbox: nothing here leaves this computer</small>
<h1>Connect ${marketplaceApp.name}</h1>
<form method="post">
${Object.entries(asked).map(
  ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
)}
<label for="account">Which account should it work with?</label>
<select id="account" name="account">
<optgroup label="Sub-accounts">
${[...state.locations.values()].map(
  ({ id, record }) => html`<option value="${id}">${record.name}, ${record.city}</option>`,
)}
</optgroup>
<optgroup label="Agency">
<option value="${state.company.id}">${state.company.record.name} (all sub-accounts)</option>
</optgroup>
</select>
<details><summary>It asks for ${scopesOf(asked).length} permissions</summary>
<ul>${scopesOf(asked).map((scope) => html`<li>${scope}</li>`)}</ul></details>
<button>Connect</button>
</form>`);

/** Endpoints for the agency's token. */
export const oauth = [
  /** Gives a sub-account's token; the real answer holds a refresh_token (reality d.1 #285). */
  endpoint(
    'POST /oauth/locationToken',
    {
      version: '2021-07-28',
      scopes: ['oauth.write'],
      token: 'agency',
      form: true,
      body: zod.strictObject({ companyId: text, locationId: text }),
    },
    ({ body, token, state }) => {
      const location = state.locations.get(body.locationId);
      if (body.companyId !== token.companyId || !location) {
        throw fail(400, 'Location does not belong to the company');
      }
      if (!location.installedAt) throw fail(400, 'App is not installed on this location');
      if (!location.active) throw fail(400, 'Location is not active');
      const { companyId, userId, scopes } = token;
      return tokenAnswer(
        state.grants.issue({ companyId, userId, scopes, locationId: location.id }),
      );
    },
  ),

  endpoint(
    'GET /oauth/installedLocations',
    {
      version: '2021-07-28',
      scopes: ['oauth.readonly'],
      token: 'agency',
      query: zod.strictObject({
        companyId: text,
        appId: text,
        skip,
        limit: limit(100, 20),
        query: zod.string().optional(),
        isInstalled: zod.stringbool().optional(),
        versionId: zod.string().optional(),
        onTrial: zod.stringbool().optional(),
        planId: zod.string().optional(),
        locationId: zod.string().optional(),
      }),
    },
    ({ query, token, state }) => {
      if (query.companyId !== token.companyId) throw fail(403, 'Forbidden resource');
      const found = [...state.locations.values()].filter(
        ({ id, record, installedAt }) =>
          (query.isInstalled === undefined || query.isInstalled === Boolean(installedAt)) &&
          (query.locationId === undefined || query.locationId === id) &&
          record.name.toLowerCase().includes((query.query ?? '').toLowerCase()),
      );
      return {
        locations: found
          .slice(query.skip, query.skip + query.limit)
          .map(({ id, record, installedAt }) => ({
            _id: id,
            name: record.name,
            address: `${record.address}, ${record.city}, ${record.state} ${record.postalCode}`,
            isInstalled: Boolean(installedAt),
            ...(installedAt && { versionId: marketplaceApp.versionId, installedAt }),
          })),
        count: found.length,
        installToFutureLocations: false,
      };
    },
  ),
];
