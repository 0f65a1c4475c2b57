import { html } from 'hono/html';
import { faultButtons } from '../faults.ts';
import { happenings } from '../happenings.ts';
import type { Html } from '../markdown.ts';
import type { Session } from '../session.ts';

/** Buttons that change something in the sandbox, as a person in HighLevel would, and buttons that make it fail. */
export const happenBox = (session: Session, contactId = ''): Html | '' =>
  session.sandbox
    ? html`<section class="happen card" aria-labelledby="happen-title">
<h3 id="happen-title">Make something happen in HighLevel</h3>
<p class="thin">These buttons change the sandbox directly, as a person in HighLevel would${contactId ? ', for the contact that this Zap watches where that fits' : ''}.</p>
<form class="buttons" method="dialog" hx-post="/happen" hx-target="#happened" hx-swap="innerHTML">
<input type="hidden" name="contactId" value="${contactId}">
${Object.entries(happenings).map(
  ([name, { label }]) =>
    html`<button type="submit" class="small" name="what" value="${name}">${label}</button>`,
)}
</form>
<p id="happened" role="status"></p>
<details class="quiet-details faults"><summary>Make HighLevel fail</summary>
<p class="thin">The next request gets this answer. After that, HighLevel works as usual again.</p>
<form class="buttons" method="dialog" hx-post="/fault" hx-target="#fault-said" hx-swap="innerHTML">
${Object.entries(faultButtons).map(
  ([name, { label }]) =>
    html`<button type="submit" class="small" name="what" value="${name}">${label}</button>`,
)}
</form>
<p id="fault-said" role="status"></p>
</details>
</section>`
    : '';
