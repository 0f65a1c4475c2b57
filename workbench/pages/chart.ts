import { html } from 'hono/html';
import { isOurs } from '../../zaps/zap.ts';
import { isInstant } from '../app.ts';
import type { Live, PollLog } from '../live.ts';
import type { Html } from '../markdown.ts';
import { showClock, showShort } from '../zone.ts';
import { plural } from './result.ts';

const day = 86_400_000;
const slots = 48;
const width = 720;
const height = 96;

interface Slot {
  from: number;
  polls: number;
  records: number;
  fired: number;
  requests: number;
  troubles: number;
}

/** The polls of the last 24 hours, in half hours. */
const slotsOf = (polls: PollLog[], now: number): Slot[] =>
  Array.from({ length: slots }, (_, index) => {
    const from = now - day + (index * day) / slots;
    const within = polls.filter(({ at }) => at > from && at <= from + day / slots);
    const sum = (of: (poll: PollLog) => number) => within.reduce((all, one) => all + of(one), 0);
    return {
      from,
      polls: within.length,
      records: sum(({ records }) => records),
      fired: sum(({ fired }) => fired),
      requests: sum(({ requests }) => requests),
      troubles: sum(({ trouble }) => (trouble ? 1 : 0)),
    };
  });

const bar = (index: number, value: number, most: number, look: string) => {
  if (value === 0) return '';
  const step = width / slots;
  const tall = Math.max(2, (value / most) * (height - 4));
  return html`<rect class="${look}" x="${index * step + 1}" y="${height - tall}" width="${step - 2}" height="${tall}" rx="1"></rect>`;
};

/** What comes to the Zap: polls of its trigger, or posts to it. */
const kindOf = ({ file }: Live): 'poll' | 'post' =>
  file && isOurs(file.trigger) && isInstant(file.trigger.use) ? 'post' : 'poll';

/** The day of a trigger: how often it was asked or posted to, what was new, what fired, and what it cost. */
export const dayChart = (live: Live, zone: string, isOutOfBand = false): Html => {
  const now = Date.now();
  const kind = kindOf(live);
  const all = slotsOf(live.polls, now);
  const polls = live.polls.filter(({ at }) => at > now - day);
  const total = (of: (slot: Slot) => number) => all.reduce((sum, slot) => sum + of(slot), 0);
  const mostPolls = Math.max(1, ...all.map((slot) => slot.polls));
  const mostFired = Math.max(1, ...all.map((slot) => slot.fired));
  const words = [
    plural(polls.length, kind),
    `${plural(
      total((slot) => slot.fired),
      'new record',
    )} fired`,
    plural(
      total((slot) => slot.requests),
      'request',
    ),
    `${total((slot) => slot.troubles)} failed`,
  ].join(', ');
  return html`<figure class="chart" id="chart" ${isOutOfBand ? html`hx-swap-oob="true"` : ''}>
<figcaption>The last 24 hours: ${words}.</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="By half hour: ${words}" preserveAspectRatio="none">
${all.map((slot, index) => bar(index, slot.polls, mostPolls * 2, slot.troubles > 0 ? 'bar-bad' : 'bar-polls'))}
${all.map((slot, index) => bar(index, slot.fired, mostFired, 'bar-fired'))}
</svg>
<p class="chart-axis thin"><span>${showShort(now - day, zone)}</span><span class="legend"><span class="key bar-polls-key"></span> ${kind}s <span class="key bar-fired-key"></span> fired</span><span>${showShort(now, zone)}</span></p>
<details class="quiet-details"><summary>The latest ${kind}s</summary><table class="polls"><thead><tr><th>At</th><th>Came</th><th>Fired</th><th>Requests</th></tr></thead>
<tbody>${live.polls
    .slice(-12)
    .toReversed()
    .map(
      (poll) =>
        html`<tr><td>${showClock(poll.at, zone)}</td><td>${poll.trouble ? html`<span class="mark fails">${poll.trouble}</span>` : poll.records}</td><td>${poll.fired}</td><td>${poll.requests}</td></tr>`,
    )}</tbody></table></details>
</figure>`;
};
