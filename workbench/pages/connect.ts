import { html } from 'hono/html';
import { type AccountKind, type Field, oauth, signIn } from '../app.ts';
import type { Connection } from '../connections.ts';
import { type Html, markdown } from '../markdown.ts';
import type { Session } from '../session.ts';
import { tokenForm } from './tokenForm.ts';

/** Why a connection did not come about. */
export interface Problem {
  text: string;
  /** For which kind of account it was asked. */
  asked?: AccountKind;
  /** What was filled in beside a token. */
  filledIn?: Record<string, string>;
}

const choicesOf = (choices: Field['choices']): [string, string][] =>
  choices && !Array.isArray(choices) ? Object.entries(choices) : [];

const names: Record<AccountKind, string> = {
  'sub-account': 'one sub-account',
  agency: 'the whole agency',
};

/** The same way again, for the kind of account that was chosen on HighLevel’s page. */
const otherWay = (asked: AccountKind, back: string) => {
  const other = asked === 'agency' ? 'sub-account' : 'agency';
  const start = (account: AccountKind, look: string) =>
    html`<form method="post" action="/connect"><input type="hidden" name="account" value="${account}"><input type="hidden" name="back" value="${back}"><button type="submit" class="${look}">Connect ${names[account]}</button></form>`;
  return html`<p>You asked to connect ${names[asked]}. If you chose ${names[other]} on HighLevel’s page, go on with that; otherwise choose ${names[asked]} there.</p>
<div class="actions">${start(other, 'primary')}${start(asked, 'small')}</div>`;
};

const connected = (
  connection: Connection,
  isActive: boolean,
  back: string,
) => html`<li class="connection">
<span class="dot" aria-hidden="true"></span><strong>${connection.label}</strong>
${
  isActive
    ? html`<span class="mark fires">used for tests and new steps</span>`
    : html`<form method="post" action="/connect/use"><input type="hidden" name="id" value="${connection.id}"><input type="hidden" name="back" value="${back}"><button type="submit" class="small">Use it<span class="sr">: ${connection.label}</span></button></form>`
}
<form method="post" action="/disconnect"><input type="hidden" name="id" value="${connection.id}"><button type="submit" class="quiet">Disconnect<span class="sr"> ${connection.label}</span></button></form></li>`;

const leads = (isSandbox: boolean): string => {
  if (signIn === 'private-token')
    return 'As in Zapier, you fill in a Private Integration Token and the ID of its account.';
  return isSandbox
    ? 'You sign in by OAuth, as in Zapier: the sandbox’s permission page asks you to choose an account, then brings you back to this page.'
    : 'HighLevel’s own page asks you to choose an account, then brings you back to this page.';
};

const consentForm = ({ connection, place }: Session, back: string) => {
  const fields: Field[] = oauth.fields;
  return html`<form class="card step" method="post" action="/connect">
<h2>${connection ? 'Connect another account' : 'Connect an account'}</h2>
<input type="hidden" name="back" value="${back}">
${fields.map(
  (field) => html`<fieldset class="field">
<legend>${field.label}</legend>
${choicesOf(field.choices).map(
  ([value, label]) =>
    html`<label class="choice"><input type="radio" name="${field.key}" value="${value}" ${value === field.default ? html`checked` : ''}> ${label}</label>`,
)}
${field.helpText ? html`<div class="help">${markdown(field.helpText)}</div>` : ''}
</fieldset>`,
)}
<div class="actions"><button type="submit" class="primary">Continue to ${place.isSandbox ? 'the sandbox' : 'HighLevel'}</button></div>
</form>`;
};

/** The connections, and the ways to another one: the fields are those that Zapier would ask. */
export const connectPage = (session: Session, back: string, problem?: Problem): Html => {
  const { connection, connections, place } = session;
  return html`<article class="connect">
<header class="operation-head">
<h1 tabindex="-1">Connect</h1>
<p class="lead">${leads(place.isSandbox)}</p>
</header>
${problem ? html`<div class="notice bad" role="alert"><p>${problem.text}</p>${problem.asked ? otherWay(problem.asked, back) : ''}</div>` : ''}
${
  connections.length > 0
    ? html`<section class="card step" aria-labelledby="now"><h2 id="now">Connected</h2>
<ul class="connections" role="list">${connections.map((one) => connected(one, one === connection, back))}</ul>
<p class="thin">Each step of a Zap can use its own. The tokens stay in the memory of this process; no page shows them, and they go when it ends.</p></section>`
    : ''
}
${signIn === 'oauth' ? consentForm(session, back) : ''}
${tokenForm(session, back, problem?.filledIn)}
</article>`;
};
