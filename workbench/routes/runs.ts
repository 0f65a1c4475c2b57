import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { isOurs, type Values } from '../../zaps/zap.ts';
import { messageOf } from '../app.ts';
import { zapProblems } from '../checks.ts';
import { clockAhead } from '../clock.ts';
import { answer, type Desk } from '../context.ts';
import type { Draft } from '../draft.ts';
import { editor, placeOf } from '../editing.ts';
import { Journey } from '../journey.ts';
import type { Html } from '../markdown.ts';
import { dayChart } from '../pages/chart.ts';
import { clockBox } from '../pages/clock.ts';
import { refusal, zapHead } from '../pages/editor.ts';
import { happenBox } from '../pages/happen.ts';
import { trouble } from '../pages/layout.ts';
import { pulse, type RunView, runList } from '../pages/runs.ts';
import { saveForm } from '../saving.ts';
import { testStep } from '../testing.ts';

/** The longest way forward, in minutes: three months. */
const furthest = 130_000;

const viewOf = async ({ session, files }: Desk, draft: Draft): Promise<RunView> => {
  const { trigger } = draft.file;
  const zone = await session.zoneOf(
    isOurs(trigger) ? trigger : {},
    isOurs(trigger) ? trigger.map : {},
  );
  return { zapId: draft.id, files, zone: zone.name };
};

const clockOf = ({ session }: Desk, view: RunView, isOutOfBand = false): Html | '' => {
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

const contactOf = ({ file: { trigger } }: Draft): string =>
  isOurs(trigger) && typeof trigger.map.contactId === 'string' ? trigger.map.contactId : '';

const runsPage = async (desk: Desk, draft: Draft, notice: Html | '' = '') => {
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
${notice}
${isChanged ? html`<p class="notice note">The Zap was changed since it was switched on. The changes count when you switch it off and on again.</p>` : ''}
<div class="runs-grid"><div class="runs-main">
${pulse(live, view, world?.indexWaits() ?? 0)}
${live.polls.length > 0 ? dayChart(live, view.zone) : html`<div id="chart"></div>`}
<h2>Runs</h2>
${runList(live, view)}
</div><div class="runs-side">
${sendBox(draft)}
${happenBox(session, contactOf(draft))}
${clockOf(desk, view)}
</div></div></article>`,
  };
};

/** The record with which a Zap is tried: the sample of its trigger. */
const recordOf = async (desk: Desk, draft: Draft): Promise<Values> => {
  const { trigger } = draft.file;
  if (!isOurs(trigger)) return trigger.gives ?? {};
  const id = trigger.id ?? '';
  if (!draft.samples.has(id)) await testStep(desk, draft, await placeOf(desk, draft, id));
  return draft.samples.get(id) ?? {};
};

/** Switching on and off, runs, and the clock. */
export const runRoutes = (desk: Desk): Hono => {
  const { session, world } = desk;
  const app = new Hono();

  const show = async (context: Context, draft: Draft, notice: Html | '' = '') =>
    answer(context, desk, await runsPage(desk, draft, notice));

  /** Takes the form over and checks the Zap; a page that says what is wrong, if something is. */
  const check = async (context: Context, draft: Draft) => {
    await saveForm(desk, draft, await context.req.formData());
    const problems = await zapProblems(session, draft);
    const fault = problems.find(({ kind }) => kind === 'fault');
    return fault && editor(desk, draft, fault.id, refusal(draft, problems));
  };

  app.get('/:id/runs', (context) => show(context, session.draft(context.req.param('id'))));

  app.post('/:id/on', async (context) => {
    const draft = session.draft(context.req.param('id'));
    const refused = await check(context, draft);
    if (refused) return answer(context, desk, refused);
    try {
      await session.live(draft.id).switchOn(draft.file);
      return show(context, draft);
    } catch (error) {
      return answer(context, desk, await editor(desk, draft, '', trouble(messageOf(error))));
    }
  });

  app.post('/:id/off', (context) => {
    const draft = session.draft(context.req.param('id'));
    session.live(draft.id).switchOff();
    return show(context, draft);
  });

  app.post('/:id/run', async (context) => {
    const draft = session.draft(context.req.param('id'));
    const refused = await check(context, draft);
    if (refused) return answer(context, desk, refused);
    await session.live(draft.id).fire(draft.file, await recordOf(desk, draft));
    return show(context, draft);
  });

  app.post('/:id/poll', async (context) => {
    const draft = session.draft(context.req.param('id'));
    const live = session.live(draft.id);
    const before = String((await context.req.formData()).get('shown') ?? '');
    if (!session.journey?.isMoving) await (live.isOn ? live.tick() : live.resume());
    const view = await viewOf(desk, draft);
    const now = live.runs.map(({ status, steps }) => `${status}${steps.length}`).join();
    const fresh =
      now === before ? '' : html`${runList(live, view, true)}${clockOf(desk, view, true)}`;
    return context.html(
      html`${pulse(live, view, world?.indexWaits() ?? 0)}${dayChart(live, view.zone, true)}${fresh}`,
    );
  });

  app.post('/:id/runs/:number/replay', async (context) => {
    const draft = session.draft(context.req.param('id'));
    const live = session.live(draft.id);
    const number = context.req.param('number');
    for (const run of live.runs)
      if (number === 'all' ? run.status === 'held' : run.number === Number(number))
        run.replay(Date.now());
    await live.resume();
    return context.html(runList(live, await viewOf(desk, draft)));
  });

  const clock = async (context: Context, draft: Draft) => {
    const view = await viewOf(desk, draft);
    const live = session.live(draft.id);
    const isDone = !session.journey?.isMoving;
    return context.html(
      html`${clockOf(desk, view)}${isDone ? html`${runList(live, view, true)}${dayChart(live, view.zone, true)}` : ''}`,
    );
  };

  app.get('/:id/clock', (context) => clock(context, session.draft(context.req.param('id'))));

  app.post('/:id/clock', async (context) => {
    const draft = session.draft(context.req.param('id'));
    const form = await context.req.formData();
    const until = Number(form.get('until') ?? 0);
    const minutes = Math.min(furthest, Number(form.get('minutes') ?? 0));
    const length = until > 0 ? until - Date.now() + 1 : minutes * 60_000;
    if (session.sandbox && length > 0 && !session.journey?.isMoving) {
      const people = form.get('people') === 'yes' ? world : undefined;
      session.journey = new Journey(session, Math.min(length, furthest * 60_000), people);
      void session.journey.move();
    }
    return clock(context, draft);
  });

  app.post('/:id/clock/stop', (context) => {
    session.journey?.stop();
    return clock(context, session.draft(context.req.param('id')));
  });

  return app;
};
