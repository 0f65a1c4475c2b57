import { html } from 'hono/html';
import type { Journey } from '../journey.ts';
import type { Html } from '../markdown.ts';
import { showLength, showTime } from '../zone.ts';

const spans: [string, number][] = [
  ['15 minutes', 15],
  ['1 hour', 60],
  ['1 day', 1440],
  ['1 week', 10_080],
];

/** The simulation’s clock, which can be moved forward. */
export const clockBox = (
  {
    zapId,
    zone,
    ahead,
    resumesAt,
    journey,
  }: {
    zapId: string;
    zone: string;
    /** How far it is ahead of the computer’s clock, in ms. */
    ahead: number;
    resumesAt: number | undefined;
    journey: Journey | undefined;
  },
  isOutOfBand = false,
): Html => html`<section class="card clock" id="clock" aria-labelledby="clock-title" ${isOutOfBand ? html`hx-swap-oob="true"` : ''}>
<h3 id="clock-title">Clock</h3>
<p><time>${showTime(Date.now(), zone)}</time>${ahead > 60_000 ? html` <span class="thin">${showLength(ahead)} ahead of this computer</span>` : ''}</p>
${
  journey?.isMoving
    ? html`<div hx-get="/zaps/${zapId}/clock" hx-trigger="load delay:300ms" hx-target="#clock" hx-swap="outerHTML"><progress max="100" value="${journey.percent}" aria-label="Moving forward">${journey.percent} %</progress> <p class="thin">${journey.polls} polls so far. <button type="button" class="quiet" hx-post="/zaps/${zapId}/clock/stop" hx-target="#clock" hx-swap="outerHTML">Stop here</button></p></div>`
    : html`<form class="buttons" method="dialog" hx-post="/zaps/${zapId}/clock" hx-target="#clock" hx-swap="outerHTML">
<p class="thin">Move it forward. Meanwhile, every Zap that is on polls every 15 minutes, and waiting runs go on.</p>
${spans.map(([label, minutes]) => html`<button type="submit" class="small" name="minutes" value="${minutes}">+ ${label}</button>`)}
${resumesAt ? html`<button type="submit" class="small" name="until" value="${resumesAt}">To the next waiting run</button>` : ''}
<label class="choice"><input type="checkbox" name="people" value="yes"> People go on working: something happens every 3 hours</label>
</form>${journey ? html`<p class="thin" role="status">${journey.summary}</p>` : ''}`
}
</section>`;
