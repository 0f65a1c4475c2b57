import { type Context, Hono } from 'hono';
import { messageOf, signIn } from '../app.ts';
import { answer, type Desk } from '../context.ts';
import { connectPage, type Problem } from '../pages/connect.ts';
import { tokenKeys } from '../pages/tokenForm.ts';

/** Where HighLevel sends the person back to; a marketplace app must have it among its redirect URLs. */
export const redirectPath = '/connect/return';

/** A path of the page itself; anything else is no place to go back to. */
const pathOf = (text: unknown): string =>
  typeof text === 'string' && /^\/(?![/\\])/.test(text) ? text : '/';

/** Connecting and disconnecting. */
export const connectionRoutes = (desk: Desk): Hono => {
  const { session } = desk;
  const app = new Hono();
  const show = (context: Context, back: string, problem?: Problem) =>
    answer(
      context,
      desk,
      {
        title: 'Connect',
        place: 'connect',
        content: connectPage(session, back, problem),
      },
      problem && !problem.asked && !context.req.header('hx-request') ? 400 : 200,
    );

  app.get('/connect', (context) => show(context, pathOf(context.req.query('back'))));

  app.post('/connect', async (context) => {
    const form = await context.req.formData();
    const account = form.get('account') === 'agency' ? 'agency' : 'sub-account';
    const redirectUri = new URL(redirectPath, context.req.url).href;
    const back = pathOf(form.get('back'));
    if (signIn === 'private-token')
      return context.redirect(`/connect?${new URLSearchParams({ back })}`, 303);
    return context.redirect(await session.begin(account, redirectUri, back), 303);
  });

  app.post('/connect/token', async (context) => {
    const form = await context.req.formData();
    const back = pathOf(form.get('back'));
    const filledIn = Object.fromEntries(tokenKeys.map((key) => [key, String(form.get(key) ?? '')]));
    try {
      await session.connectWithToken(filledIn);
    } catch (problem) {
      return show(context, back, { text: messageOf(problem), filledIn });
    }
    // The whole page says which account is connected.
    if (!context.req.header('hx-request')) return context.redirect(back, 303);
    return context.body(null, 200, { 'HX-Redirect': back });
  });

  app.get(redirectPath, async (context) => {
    const { state = '', code = '', error, error_description: description } = context.req.query();
    const begun = session.begunFor(state);
    try {
      if (error || !code)
        throw new Error(
          `HighLevel gave no access: ${description ?? error ?? 'no code came back'}.`,
        );
      return context.redirect(await session.finish(state, code), 303);
    } catch (problem) {
      return show(context, begun?.back ?? '/', {
        text: messageOf(problem),
        ...(begun && code ? { asked: begun.account } : {}),
      });
    }
  });

  app.post('/connect/use', async (context) => {
    const form = await context.req.formData();
    session.use(String(form.get('id') ?? ''));
    return context.redirect(pathOf(form.get('back')), 303);
  });

  app.post('/disconnect', async (context) => {
    const id = (await context.req.formData()).get('id');
    session.disconnect(typeof id === 'string' && id ? id : undefined);
    return context.redirect('/connect', 303);
  });

  return app;
};
