import { html } from 'hono/html';
import { type Entry, entries, found, kindNames, tokenNames } from '../catalog.ts';
import type { Html } from '../markdown.ts';
import type { Session } from '../session.ts';

/** The kind of an operation as a small coloured word. */
export const kindMark = ({ kind }: Entry): Html =>
  html`<span class="kind ${kind}">${kindNames[kind]}</span>`;

const item = (entry: Entry, current: string) => html`<li>
<a href="/operations/${entry.key}" hx-get="/operations/${entry.key}" hx-target="#main" hx-swap="innerHTML show:window:top" hx-push-url="true" data-entry ${entry.key === current ? html`aria-current="page"` : ''}>
<span class="entry-head"><span class="entry-label">${entry.label}</span>${kindMark(entry)}</span>
<span class="entry-text">${entry.description}</span>
<span class="entry-token ${entry.token}">${tokenNames[entry.token]}</span>
</a>
</li>`;

/** The operations that fit a search, by category. */
export const catalogList = (query: string, kind: string, current = ''): Html => {
  const categories = found(query, kind);
  const count = categories.reduce((sum, [, list]) => sum + list.length, 0);
  return html`<div id="catalog-list">
<p class="count" role="status">${count} ${count === 1 ? 'operation' : 'operations'}</p>
${categories.map(
  ([category, list]) => html`<section class="category">
<h2>${category} <span class="thin">${list.length}</span></h2>
<ul role="list">${list.map((entry) => item(entry, current))}</ul>
</section>`,
)}
${count === 0 ? html`<p class="empty">No operation has these words. Try fewer of them, for example “note” or “appointment”.</p>` : ''}
</div>`;
};

const kinds = [
  ['', 'All'],
  ['triggers', 'Triggers'],
  ['creates', 'Actions'],
  ['searches', 'Searches'],
] as const;

/** The catalog with its search box. */
export const catalog = (
  query = '',
  kind = '',
  current = '',
): Html => html`<form class="catalog-search" action="/" role="search" hx-get="/catalog" hx-target="#catalog-list" hx-trigger="input changed delay:120ms, change from:[name=kind], submit">
<label class="sr" for="q">Search the operations</label>
<input id="q" type="search" name="q" value="${query}" placeholder="Search ${entries.length} operations" autocomplete="off" spellcheck="false">
<fieldset class="segments small">
<legend class="sr">Kind of operation</legend>
${kinds.map(
  ([value, label]) =>
    html`<label><input type="radio" name="kind" value="${value}" ${value === kind ? html`checked` : ''}><span>${label}</span></label>`,
)}
</fieldset>
</form>
${catalogList(query, kind, current)}`;

const card = (href: string, title: string, text: string) =>
  html`<a class="card link" href="${href}"><strong>${title}</strong><span class="card-text">${text}</span></a>`;

/** What a newcomer reads first. */
export const welcome = ({ connection, place }: Session): Html => html`<article class="welcome">
<h1>Try HighLevel in Zapier,<br>without an account</h1>
<p class="lead">This is what a person sees in the Zap editor: all ${entries.length} triggers, actions and searches, with the forms, dropdowns and messages that Zapier would show.</p>
<div class="cards">
${
  connection
    ? card(
        '/zap',
        'See a Zap fire',
        'Choose a trigger and an action, switch it on, make something happen.',
      )
    : card(
        '/connect',
        'Connect first',
        place.isSandbox
          ? 'Through the real sign-in flow, to an invented dental practice.'
          : 'Through HighLevel’s own sign-in page.',
      )
}
${card('/operations/create_contact', 'Create a contact', 'A form with sections, dropdowns and the account’s own custom fields.')}
${card('/operations/search_contacts', 'Watch for new contacts', 'Poll twice and see which records Zapier would fire on.')}
${card('/operations/find_contact', 'Find a contact', 'A search by email or phone, as a step of a Zap.')}
</div>
<p class="thin">Everything runs through zapier-platform-core, as on Zapier’s servers. Choose an operation from the list to begin.</p>
</article>`;
