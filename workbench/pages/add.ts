import { html } from 'hono/html';
import type { Html } from '../markdown.ts';
import type { Choice } from '../palette.ts';

/** Where a chosen step goes: behind a step, or in the place of one. */
export interface Target {
  zapId: string;
  after?: number;
  replace?: string;
  isTrigger: boolean;
}

const query = ({ after, replace }: Target): string =>
  replace ? `replace=${encodeURIComponent(replace)}` : `after=${after}`;

/** The choices that fit what is typed. */
export const addList = (choices: Choice[]): Html => html`<div id="add-list">
<p class="count" role="status">${choices.length} ${choices.length === 1 ? 'choice' : 'choices'}</p>
<ul role="list" class="choices">${choices.map(
  ({ what, label, app, about, look, kind }) =>
    html`<li><button type="submit" name="what" value="${what}" class="add-choice" data-item><span class="add-label">${label}</span><span class="kind ${look}">${kind}</span><span class="add-about">${app === 'HighLevel' ? about : app}</span></button></li>`,
)}</ul>
${choices.length === 0 ? html`<p class="empty">Nothing fits. Try one word, for example “note”, “filter” or “text message”.</p>` : ''}
</div>`;

/** The dialog in which a step is chosen. */
export const addDialog = (choices: Choice[], target: Target): Html => html`<div data-list>
<header class="add-head"><h2 id="add-title">${target.isTrigger ? 'What starts the Zap?' : 'What happens next?'}</h2><form method="dialog"><button class="icon" aria-label="Close">×</button></form></header>
<input type="search" name="q" autofocus data-list-search aria-label="Search for a step" placeholder="Search, for example “${target.isTrigger ? 'new lead' : 'create task'}”" autocomplete="off" spellcheck="false" hx-get="/zaps/${target.zapId}/add/list?${query(target)}" hx-trigger="input changed delay:80ms" hx-target="#add-list" hx-swap="outerHTML">
<form hx-post="/zaps/${target.zapId}/steps?${query(target)}" hx-include="#step-form" hx-target="#main" hx-swap="innerHTML">${addList(choices)}</form>
</div>`;
