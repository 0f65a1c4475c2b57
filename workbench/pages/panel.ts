import { html } from 'hono/html';
import { App } from '../app.ts';
import type { Html } from '../markdown.ts';

/** Whether a dropdown gives more than its first page. */
export const hasPages = (dynamic: string): boolean => {
  const operation = App.triggers?.[dynamic.split('.')[0] ?? '']?.operation;
  return operation !== undefined && 'canPaginate' in operation && operation.canPaginate === true;
};

/** A page of a dropdown's choices, as they are added to its list. */
export const drawChoices = (
  choices: { value: string; label: string }[],
  next: { url: string; asked: object } | undefined,
): Html => html`${choices.map(
  ({ value, label }) =>
    html`<li><button type="button" class="option" data-item data-option="${value}"><span>${label}</span>${label === value ? '' : html`<small>${value}</small>`}</button></li>`,
)}
${
  next
    ? html`<li data-more><button type="button" class="option more" data-item hx-post="${next.url}" hx-vals='${JSON.stringify(next.asked)}' hx-include="closest form" hx-target="closest li" hx-swap="outerHTML">Load more</button></li>`
    : ''
}`;

const typeInstead = html`<button type="button" class="option type" data-item data-type-instead>Type it instead</button>`;

/** The whole panel of a dropdown, when it opens. */
export const drawPanel = (rows: Html, isEmpty: boolean): Html => html`<div class="panel-head">
<input type="search" placeholder="Search what is loaded" aria-label="Search what is loaded" data-filter autocomplete="off">
</div>
<ul role="list" class="options">${rows}</ul>
${isEmpty ? html`<p class="empty">HighLevel has nothing to choose from here.</p>` : ''}
<p class="empty" data-none hidden>No loaded entry contains this text.</p>
${typeInstead}`;

/** The panel of a dropdown that could not be loaded. */
export const troublePanel = (problem: Html): Html => html`${problem}${typeInstead}`;
