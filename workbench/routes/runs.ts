import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { isOurs, type Values } from '../../zaps/zap.ts';
import { messageOf } from '../app.ts';
import { zapProblems } from '../checks.ts';
import { answer, type Desk } from '../context.ts';
import type { Draft } from '../draft.ts';
import { editor, placeOf } from '../editing.ts';
import { dayChart } from '../pages/chart.ts';
import { refusal } from '../pages/editor.ts';
import { trouble } from '../pages/layout.ts';
import { pulse, runList, stateOf } from '../pages/runs.ts';
import { clockOf, runsPage, viewOf } from '../runPage.ts';
import { saveForm } from '../saving.ts';
import { testStep } from '../testing.ts';

/** The record with which a Zap is tried: the sample of its trigger. */
const recordOf = async (desk: Desk, draft: Draft): Promise<Values> => {
  const { trigger } = draft.file;
  if (!isOurs(trigger)) return trigger.gives ?? {};
  const id = trigger.id ?? '';
  if (!draft.samples.has(id)) await testStep(desk, draft, await placeOf(desk, draft, id));
  return draft.samples.get(id) ?? {};
};

/** Takes the form over and checks the Zap; gives a page that says what is wrong, if something is. */
const check = async (context: Context, desk: Desk, draft: Draft) => {
  await saveForm(desk, draft, await context.req.formData());
  const problems = await zapProblems(desk.session, draft);
  const fault = problems.find(({ kind }) => kind === 'fault');
  return fault && editor(desk, draft, fault.id, refusal(draft, problems));
};

/** Switching on and off, polls, and runs. */
export const runRoutes = (desk: Desk): Hono => {
  const { session, world, hooks } = desk;
  const app = new Hono();
  const show = async (context: Context, draft: Draft) =>
    answer(context, desk, await runsPage(desk, draft));

  app.get('/:id/runs', (context) => show(context, session.draft(context.req.param('id'))));

  app.post('/:id/on', async (context) => {
    const draft = session.draft(context.req.param('id'));
    const refused = await check(context, desk, draft);
    if (refused) return answer(context, desk, refused);
    try {
      await session.live(draft.id).switchOn(draft.file);
      hooks.paste(session, draft);
      return show(context, draft);
    } catch (error) {
      return answer(context, desk, await editor(desk, draft, '', trouble(messageOf(error))));
    }
  });

  app.post('/:id/off', (context) => {
    const draft = session.draft(context.req.param('id'));
    session.live(draft.id).switchOff();
    hooks.remove(session, draft.id);
    return show(context, draft);
  });

  app.post('/:id/run', async (context) => {
    const draft = session.draft(context.req.param('id'));
    const refused = await check(context, desk, draft);
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
    const now = stateOf(live);
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

  return app;
};
