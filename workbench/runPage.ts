import { html } from 'hono/html';
import { isOurs } from '../zaps/zap.ts';
import { isInstant } from './app.ts';
import { clockAhead } from './clock.ts';
import type { Desk } from './context.ts';
import type { Draft } from './draft.ts';
import { directionsOf } from './hooks.ts';
import type { Html } from './markdown.ts';
import { dayChart } from './pages/chart.ts';
import { clockBox } from './pages/clock.ts';
import { zapHead } from './pages/editor.ts';
import { happenBox } from './pages/happen.ts';
import { pulse, type RunView, runList } from './pages/runs.ts';

/** How the runs of a Zap are shown. */
export const viewOf = async ({ session, files }: Desk, draft: Draft): Promise<RunView> => {
  const { trigger } = draft.file;
  const zone = await session.zoneOf(
    isOurs(trigger) ? trigger : {},
    isOurs(trigger) ? trigger.map : {},
  );
  return { zapId: draft.id, files, zone: zone.name };
};

/** The clock, if it can be moved. */
export const clockOf = ({ session }: Desk, view: RunView, isOutOfBand = false): Html | '' => {
  if (!session.sandbox) return '';
  const resumes = session.lives.flatMap(({ resumesAt }) => resumesAt ?? []);
  const about = {
    zapId: view.zapId,
    zone: view.zone,
    ahead: clockAhead(),
    resumesAt: resumes.length > 0 ? Math.min(...resumes) : undefined,
    journey: session.journey,
  };
  return clockBox(about, isOutOfBand);
};

const sendBox = (draft: Draft): Html | '' => {
  const { trigger } = draft.file;
  if (isOurs(trigger)) return '';
  return html`<section class="card happen"><h3>${trigger.app}: ${trigger.event}</h3>
<p class="thin">The other app starts the Zap with the sample data of step 1.</p>
<button type="button" class="primary" hx-post="/zaps/${draft.id}/run" hx-target="#main" hx-swap="innerHTML" hx-disabled-elt="this">Send it</button></section>`;
};

/** Where the workflow’s post goes. */
const hookBox = ({ session, hooks }: Desk, draft: Draft): Html | '' => {
  const { trigger } = draft.file;
  if (!isOurs(trigger) || !isInstant(trigger.use)) return '';
  return html`<section class="card happen" aria-labelledby="hook-title"><h3 id="hook-title">The URL of this Zap</h3>
<p><code class="block" id="hook-url">${hooks.urlOf(draft.id)}</code></p>
<p class="thin">${session.sandbox ? 'When you switch the Zap on, a workflow of the sandbox posts to this URL. You can post to it yourself, too.' : 'It works on this computer only. In Zapier, you paste the URL that the editor shows into HighLevel.'}</p>
<details class="quiet-details"><summary>What Zapier’s editor says</summary><p class="thin">${directionsOf(trigger.use)}</p></details></section>`;
};

const contactOf = ({ file: { trigger } }: Draft): string =>
  isOurs(trigger) && typeof trigger.map.contactId === 'string' ? trigger.map.contactId : '';

/** The page of a Zap’s runs. */
export const runsPage = async (desk: Desk, draft: Draft) => {
  const { session, world } = desk;
  const live = session.live(draft.id);
  const view = await viewOf(desk, draft);
  const isChanged =
    live.isOn && JSON.stringify(live.file?.steps) !== JSON.stringify(draft.file.steps);
  return {
    title: `Runs of ${draft.file.name}`,
    place: 'zaps' as const,
    url: `/zaps/${draft.id}/runs`,
    content: html`<article class="zap-editor runs-page">
${zapHead(draft, live, 'runs')}
${isChanged ? html`<p class="notice note">The Zap was changed since it was switched on. The changes count when you switch it off and on again.</p>` : ''}
<div class="runs-grid"><div class="runs-main">
${pulse(live, view, world?.indexWaits() ?? 0)}
${live.polls.length > 0 ? dayChart(live, view.zone) : html`<div id="chart"></div>`}
<h2>Runs</h2>
${runList(live, view)}
</div><div class="runs-side">
${sendBox(draft)}
${hookBox(desk, draft)}
${happenBox(session, contactOf(draft))}
${clockOf(desk, view)}
</div></div></article>`,
  };
};
