import { html } from 'hono/html';
import type { Field } from '../../tour/zapier.ts';
import { type Html, markdown } from '../markdown.ts';
import type { Session } from '../session.ts';

const choicesOf = (choices: Field['choices']): [string, string][] =>
  choices && !Array.isArray(choices) ? Object.entries(choices) : [];

/** The connection, and the way to another one: the fields are those that Zapier would ask. */
export const connectPage = (session: Session, fields: Field[], trouble?: string): Html => {
  const { connection, place } = session;
  return html`<article class="connect">
<header class="operation-head">
<h1 tabindex="-1">Connect</h1>
<p class="lead">${
    place.isSandbox
      ? 'The whole OAuth flow, as in Zapier: the sandbox’s consent page asks you to choose an account, and hands a code back.'
      : 'HighLevel’s own page asks you to choose an account, and hands a code back to this page.'
  }</p>
</header>
${trouble ? html`<div class="notice bad" role="alert"><p>${trouble}</p></div>` : ''}
${
  connection
    ? html`<section class="card step" aria-labelledby="now"><h2 id="now">Connected to ${connection.label}</h2>
<p class="thin">The tokens stay in the memory of this process; no page shows them, and they go when it ends.</p>
<form method="post" action="/disconnect"><button type="submit" class="small">Disconnect</button></form></section>`
    : ''
}
<form class="card step" method="post" action="/connect">
<h2>${connection ? 'Connect another account' : 'Connect an account'}</h2>
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
</form>
</article>`;
};
