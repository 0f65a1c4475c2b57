import { html } from 'hono/html';
import { type Entry, entries, kindNames, tokenNames } from '../catalog.ts';
import type { Html } from '../markdown.ts';
import { byCategory, findOperations } from '../search.ts';
import type { Session } from '../session.ts';

/** The kind of an operation as a small coloured word. */
export const kindMark = ({ kind }: Pick<Entry, 'kind'>): Html =>
  html`<span class="kind ${kind}">${kindNames[kind]}</span>`;

const item = (entry: Entry, current: string) => html`<li>
<a href="/operations/${entry.key}" hx-get="/operations/${entry.key}" hx-target="#main" hx-swap="innerHTML show:window:top" hx-push-url="true" data-entry data-item ${entry.key === current ? html`aria-current="page"` : ''} title="${entry.description} ${tokenNames[entry.token]}.">
<span class="entry-label">${entry.label}</span>${entry.token === 'agency' ? html`<span class="entry-token">agency</span>` : ''}${kindMark(entry)}
</a>
</li>`;

/** The operations that fit a search: best first; by category if nothing is searched for. */
export const catalogList = (query: string, kind: string, current = ''): Html => {
  const found = findOperations(query, kind);
  const isSearched = query.trim() !== '';
  const list = (shown: Entry[]) =>
    html`<ul role="list">${shown.map((entry) => item(entry, current))}</ul>`;
  return html`<div id="catalog-list">
<p class="count" role="status">${found.length} ${found.length === 1 ? 'operation' : 'operations'}${isSearched && found.length > 1 ? ', best first' : ''}</p>
${
  isSearched
    ? list(found)
    : byCategory(found).map(
        ([category, shown]) => html`<section class="category">
<h2>${category} <span class="thin">${shown.length}</span></h2>
${list(shown)}
</section>`,
      )
}
${found.length === 0 ? html`<p class="empty">Nothing fits. Try one word, for example “lead”, “deal” or “appointment”.</p>` : ''}
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
): Html => html`<div class="catalog" data-list><form class="catalog-search" action="/" role="search" hx-get="/catalog" hx-target="#catalog-list" hx-trigger="input changed delay:120ms, change from:[name=kind], submit">
<label class="sr" for="q">Search the operations</label>
<input id="q" type="search" name="q" value="${query}" placeholder="Search ${entries.length} operations" autocomplete="off" spellcheck="false" data-list-search>
<fieldset class="segments small">
<legend class="sr">Kind of operation</legend>
${kinds.map(
  ([value, label]) =>
    html`<label><input type="radio" name="kind" value="${value}" ${value === kind ? html`checked` : ''}><span>${label}</span></label>`,
)}
</fieldset>
</form>
${catalogList(query, kind, current)}</div>`;

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
        '/zaps',
        'Build a Zap, or open a recipe',
        'Triggers, actions, searches, filters and delays. Switch it on, and see each run step by step.',
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
