import type { Context, Hono } from 'hono';
import { json } from '../../gateway/errors.ts';
import { generationOf } from '../../gateway/generations.ts';
import type { Env } from '../../gateway/request.ts';
import { app as marketplaceApp } from '../../seed/agency.ts';
import { authorizePage, deadEnd, scopesOf } from './authorizePage.ts';
import { exchange, formIn, refusal, tokenAnswer } from './tokens.ts';

const AUTHORIZE_PATHS = ['/oauth/chooselocation', '/v2/oauth/chooselocation'];

/** The authorize page and `POST /oauth/token`, which need no token. */
export function mountOAuth(app: Hono<Env>): void {
  for (const path of AUTHORIZE_PATHS) {
    app.get(path, (context) => {
      const query = context.req.query();
      const trouble = authorizeTrouble(query);
      return trouble
        ? context.html(deadEnd(trouble), 400)
        : context.html(authorizePage(context.env.state, query));
    });
    app.post(path, grantAccess);
  }
  app.post('/oauth/token', async (context) => {
    const { state } = context.env;
    const type = context.req.header('content-type') ?? '';
    if (!type.startsWith('application/x-www-form-urlencoded')) {
      throw refusal(
        400,
        'invalid_request',
        'Invalid request: content must be application/x-www-form-urlencoded',
      );
    }
    // Only v3 documents a Version here.
    const version = context.req.header('version');
    const generation = version ? generationOf(version, state) : 'classic';
    const token = exchange(state, formIn(generation, await readForm(context)));
    return json(tokenAnswer(token, generation));
  });
}

const readForm = async (context: Context<Env>) =>
  Object.fromEntries(new URLSearchParams(await context.req.text()));

/** What the person sent from the authorize page: installs the app and hands a code back. */
async function grantAccess(context: Context<Env>) {
  const { state } = context.env;
  const form = await readForm(context);
  const trouble = authorizeTrouble(form);
  const [, isBulk, account = ''] = /^(bulk:)?(.*)$/.exec(form.account ?? '') ?? [];
  const location = state.locations.get(account);
  if (trouble) return context.html(deadEnd(trouble), 400);
  if (!location && account !== state.company.id) {
    return context.html(deadEnd('Choose a sub-account or the agency.'), 400);
  }
  if (location) location.installedAt ??= new Date(state.now()).toISOString();
  const back = new URL(form.redirect_uri ?? '');
  const code = state.grants.issueCode({
    companyId: state.company.id,
    // Of an app that may be installed in bulk an agency admin gets a company token (api#company-token-for-one-sub-account).
    ...(location && !isBulk && { locationId: location.id }),
    userId: state.company.record.ownerId,
    scopes: scopesOf(form),
  });
  back.searchParams.set('code', code);
  if (form.state) back.searchParams.set('state', form.state);
  return context.redirect(back.href, 302);
}

function authorizeTrouble(query: Record<string, string>): string | undefined {
  const unknown = scopesOf(query).filter((scope) => !marketplaceApp.scopes.includes(scope));
  if (query.client_id !== marketplaceApp.clientId) return 'Invalid client_id.';
  if (!URL.canParse(query.redirect_uri ?? '')) return 'The redirect_uri is missing or invalid.';
  if (query.response_type !== 'code') return 'The response_type must be code.';
  // A scope the app does not have is a dead end (api#unknown-scope).
  if (unknown.length > 0) return `This app does not have the scope ${unknown.join(', ')}.`;
  return undefined;
}
