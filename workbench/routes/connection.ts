import { Hono } from 'hono';
import App from '../../index.ts';
import { type Field, messageOf } from '../../tour/zapier.ts';
import { answer, type Desk } from '../context.ts';
import { connectPage } from '../pages/connect.ts';
import { page } from '../pages/layout.ts';

/** Where HighLevel sends the person back to; a marketplace app must have it among its redirect URLs. */
export const redirectPath = '/connect/return';

const fields = (App.authentication?.fields ?? []) as Field[];

/** Connecting and disconnecting. */
export const connectionRoutes = (desk: Desk): Hono => {
  const { session } = desk;
  const app = new Hono();
  const content = (problem?: string) => ({
    title: 'Connect',
    place: 'connect' as const,
    content: connectPage(session, fields, problem),
  });

  app.get('/connect', (context) => answer(context, desk, content()));

  app.post('/connect', async (context) => {
    const form = await context.req.formData();
    const account = form.get('account') === 'agency' ? 'agency' : 'sub-account';
    const redirectUri = new URL(redirectPath, context.req.url).href;
    return context.redirect(await session.begin(account, redirectUri), 303);
  });

  app.get(redirectPath, async (context) => {
    const { state = '', code = '', error, error_description: description } = context.req.query();
    try {
      if (error || !code)
        throw new Error(
          `HighLevel gave no access: ${description ?? error ?? 'no code came back'}.`,
        );
      await session.finish(state, code);
      return context.redirect('/', 303);
    } catch (problem) {
      return context.html(page(session, content(messageOf(problem))), 400);
    }
  });

  app.post('/disconnect', (context) => {
    session.disconnect();
    return context.redirect('/connect', 303);
  });

  return app;
};
