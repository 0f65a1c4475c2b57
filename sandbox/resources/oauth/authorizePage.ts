import { html } from 'hono/html';
import { app as marketplaceApp } from '../../seed/agency.ts';
import type { State } from '../../state/state.ts';

/** The scopes that a request asks for; all of the app when it names none. */
export const scopesOf = (query: Record<string, string>) =>
  query.scope ? query.scope.split(/[\s+]+/).filter(Boolean) : marketplaceApp.scopes;

/** A page in front of the API, for people. */
export const page = (content: unknown) => html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>HighLevel Sandbox</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem; color: #101828; }
select, button, input[type=text] { font: inherit; padding: .5rem .75rem; border-radius: .5rem; border: 1px solid #d0d5dd; width: 100%; }
button { background: #155eef; border-color: #155eef; color: #fff; cursor: pointer; margin-top: 1rem; }
details { margin: 1.5rem 0; color: #475467; }
small { color: #475467; }
</style>
</head>
<body>${content}</body>
</html>`;

/** The page that says why nobody can connect in this way. */
export const deadEnd = (trouble: string) =>
  page(html`<h1>Something went wrong</h1><p role="alert">${trouble}</p>`);

/** The page on which the person chooses the account. */
export const authorizePage = (state: State, query: Record<string, string>) =>
  page(html`<small>HighLevel Sandbox: nothing here leaves this computer</small>
<h1>Connect ${marketplaceApp.name}</h1>
<form method="post">
${Object.entries(query).map(
  ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
)}
<label for="account">Which account should it work with?</label>
<select id="account" name="account">
<optgroup label="Sub-accounts">
${[...state.locations.values()].map(
  ({ id, record }) => html`<option value="${id}">${record.name}, ${record.city}</option>`,
)}
</optgroup>
<optgroup label="One sub-account, picked by an agency admin (bulk installation)">
${[...state.locations.values()].map(
  ({ id, record }) => html`<option value="bulk:${id}">${record.name}, for the agency</option>`,
)}
</optgroup>
<optgroup label="Agency">
<option value="${state.company.id}">${state.company.record.name} (all sub-accounts)</option>
</optgroup>
</select>
<details><summary>It asks for ${scopesOf(query).length} permissions</summary>
<ul>${scopesOf(query).map((scope) => html`<li>${scope}</li>`)}</ul></details>
<button>Connect</button>
</form>`);
