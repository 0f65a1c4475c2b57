import { html } from 'hono/html';
import { type Field, privateToken, signIn } from '../app.ts';
import { type Html, markdown } from '../markdown.ts';
import type { Session } from '../session.ts';

const tokenFields: Field[] = privateToken.fields;

/** The names of what is filled in. */
export const tokenKeys = tokenFields.map(({ key }) => key);

/** A field of the form. What was typed into a password never comes back. */
const control = ({ key, label, type, required, helpText }: Field, value: string) => {
  const isHidden = type === 'password';
  return html`<div class="field" data-field="${key}">
<label for="token-${key}">${label}${required ? html` <span class="required">required</span>` : ''}</label>
<input id="token-${key}" name="${key}" type="${isHidden ? 'password' : 'text'}" value="${isHidden ? '' : value}" ${required ? html`required` : ''} autocomplete="${isHidden ? 'new-password' : 'off'}" spellcheck="false" aria-describedby="token-${key}-help">
<div class="help" id="token-${key}-help">${markdown(helpText ?? '')}</div>
</div>`;
};

/** Connecting with a Private Integration Token: the fields are those that Zapier would ask. */
export const tokenForm = (
  { sandbox }: Session,
  back: string,
  filledIn: Record<string, string> = {},
): Html => html`<form class="card step" id="by-token" method="post" action="/connect/token" hx-post="/connect/token" hx-target="#main" hx-swap="innerHTML show:window:top" hx-disabled-elt="find .primary">
<h2>Connect with a Private Integration Token</h2>
${
  signIn === 'oauth'
    ? html`<p class="thin">This is how people connect in the app that you build with <code>--sign-in private-token</code>.</p>`
    : ''
}
${
  sandbox
    ? html`<p>The sandbox has <a href="${sandbox.url}/__sandbox/private-integrations" target="_blank" rel="noopener noreferrer">a page on which you make such a token</a>, as HighLevel does in its settings.</p>`
    : ''
}
<input type="hidden" name="back" value="${back}">
<div class="fields">${tokenFields.map((field) => control(field, filledIn[field.key] ?? ''))}</div>
<div class="actions"><button type="submit" class="primary">Connect with the token</button></div>
</form>`;
