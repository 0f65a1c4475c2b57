import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Desk } from '../context.ts';
import type { Draft } from '../draft.ts';
import { Journey } from '../journey.ts';
import { dayChart } from '../pages/chart.ts';
import { runList } from '../pages/runs.ts';
import { clockOf, viewOf } from '../runPage.ts';

/** The longest way forward, in minutes: three months. */
const furthest = 130_000;

const showClock = async (context: Context, desk: Desk, draft: Draft) => {
  const { session } = desk;
  const view = await viewOf(desk, draft);
  const live = session.live(draft.id);
  const isDone = !session.journey?.isMoving;
  return context.html(
    html`${clockOf(desk, view)}${isDone ? html`${runList(live, view, true)}${dayChart(live, view.zone, true)}` : ''}`,
  );
};

/** The clock, moved forward and stopped. */
export const clockRoutes = (desk: Desk): Hono => {
  const { session, world } = desk;
  const app = new Hono();

  app.get('/:id/clock', (context) =>
    showClock(context, desk, session.draft(context.req.param('id'))),
  );

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
    return showClock(context, desk, draft);
  });

  app.post('/:id/clock/stop', (context) => {
    session.journey?.stop();
    return showClock(context, desk, session.draft(context.req.param('id')));
  });

  return app;
};
