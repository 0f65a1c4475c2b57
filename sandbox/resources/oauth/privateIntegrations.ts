import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Env } from '../../gateway/request.ts';
import { app as marketplaceApp } from '../../seed/agency.ts';
import type { Token } from '../../state/grants.ts';
import type { State } from '../../state/state.ts';
import { page } from './authorizePage.ts';

/** Where HighLevel has “Settings → Private Integrations”. */
export const PRIVATE_INTEGRATIONS_PATH = '/__sandbox/private-integrations';

/** What a private integration of an agency may be allowed, as far as the catalog needs it (api#private-tokens). */
const OF_AGENCY = [
  'companies.readonly',
  'locations.readonly',
  'locations.write',
  'snapshots.readonly',
  'users.readonly',
  'users.write',
];

/** Scopes that only an agency's integration, or none at all, may be allowed. */
const NOT_OF_SUB_ACCOUNT = /^(companies|snapshots|oauth)\.|^locations\.write$/;

const offeredTo = (isAgency: boolean): string[] =>
  isAgency ? OF_AGENCY : marketplaceApp.scopes.filter((scope) => !NOT_OF_SUB_ACCOUNT.test(scope));

type Account = { id: string; name: string; isAgency: boolean };

const accountsOf = (state: State): Account[] => [
  ...[...state.locations.values()].map(({ id, record }) => ({
    id,
    name: record.name,
    isAgency: false,
  })),
  { id: state.company.id, name: state.company.record.name, isAgency: true },
];

const accountOf = (state: State, id: string | undefined): Account => {
  const accounts = accountsOf(state);
  const found = accounts.find((account) => account.id === (id ?? state.main.id));
  if (!found) throw new Error(`The sandbox has no account ${id}.`);
  return found;
};

const idLabel = ({ isAgency }: Account) => (isAgency ? 'Agency ID' : 'Sub-Account ID');

const shownOnce = (account: Account, token: string) => html`<section role="status">
<h2>Copy your token now</h2>
<p>It is shown only once.</p>
<label for="token">Private Integration Token</label> <input type="text" id="token" readonly value="${token}">
<label for="id">${idLabel(account)}</label> <input type="text" id="id" readonly value="${account.id}">
</section>`;

/** By what the page tells an integration from others: the whole token is shown only once. */
const beginningOf = (token: string): string => token.slice(0, 12);

/** One integration, with the buttons of its menu. */
const integration = ({
  accessToken,
  scopes,
}: Token) => html`<li><code>${beginningOf(accessToken)}…</code>, ${scopes.length} scopes
<form method="post"><input type="hidden" name="integration" value="${beginningOf(accessToken)}"><button name="action" value="rotate">Rotate</button><button name="action" value="delete">Delete</button></form></li>`;

const settingsPage = (state: State, account: Account, created?: string) => {
  const others = accountsOf(state).filter(({ id }) => id !== account.id);
  const own = state.grants.privateTokens.filter(
    ({ companyId, locationId }) => (locationId ?? companyId) === account.id,
  );
  return page(html`<small>HighLevel Sandbox: nothing here leaves this computer</small>
<h1>Private Integrations of ${account.name}</h1>
${created ? shownOnce(account, created) : ''}
<form method="post">
<input type="hidden" name="account" value="${account.id}">
<details open><summary>What the integration may do</summary>
${offeredTo(account.isAgency).map((scope) => html`<label style="display:block"><input type="checkbox" name="scope" value="${scope}" checked> ${scope}</label>`)}
</details>
<button name="action" value="create">Create</button>
</form>
${own.length > 0 ? html`<h2>Integrations</h2><ul>${own.map(integration)}</ul>` : ''}
<h2>Other accounts</h2>
<ul>${others.map(({ id, name, isAgency }) => html`<li><a href="?account=${id}">${name}${isAgency ? ' (agency)' : ''}</a></li>`)}</ul>`);
};

async function change(context: Context<Env>) {
  const { state } = context.env;
  const form = new URLSearchParams(await context.req.text());
  const token = state.grants.privateTokens.find(
    ({ accessToken }) => beginningOf(accessToken) === form.get('integration'),
  );
  const id = token ? (token.locationId ?? token.companyId) : form.get('account');
  const account = accountOf(state, id ?? undefined);
  if (form.get('action') === 'delete') {
    state.grants.deletePrivate(token?.accessToken ?? '');
    return context.html(settingsPage(state, account));
  }
  const offered = offeredTo(account.isAgency);
  const created = token
    ? state.grants.rotatePrivate(token)
    : state.grants.issuePrivate({
        companyId: state.company.id,
        ...(!account.isAgency && { locationId: account.id }),
        userId: state.company.record.ownerId,
        scopes: form.getAll('scope').filter((scope) => offered.includes(scope)),
      });
  return context.html(settingsPage(state, account, created.accessToken));
}

/** The settings page on which people make, rotate and delete Private Integration Tokens. */
export function mountPrivateIntegrations(app: Hono<Env>): void {
  app.get(PRIVATE_INTEGRATIONS_PATH, (context) => {
    const { state } = context.env;
    return context.html(settingsPage(state, accountOf(state, context.req.query('account'))));
  });
  app.post(PRIVATE_INTEGRATIONS_PATH, change);
}
