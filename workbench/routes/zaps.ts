import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { messageOf } from '../app.ts';
import { answer, type Desk } from '../context.ts';
import { editor } from '../editing.ts';
import { defaultsOf, inputOf, labelsOf } from '../form.ts';
import { addDialog, addList, type Target } from '../pages/add.ts';
import { missingPage } from '../pages/layout.ts';
import { recipePage } from '../pages/zaps.ts';
import { findChoices, makeStep } from '../palette.ts';
import { openRecipe, recipeOf } from '../recipes.ts';
import { saveForm } from '../saving.ts';
import { emptyZap, withIds, type ZapFile } from '../zapFile.ts';
import { freeName, zapList } from '../zapList.ts';

/** The folder of Zaps, the recipes, and the editor. */
export const zapRoutes = (desk: Desk): Hono => {
  const { session } = desk;
  const app = new Hono();

  const list = (context: Context) => answer(context, desk, zapList(session));

  const open = async (context: Context, id: string, step = '') =>
    answer(context, desk, await editor(desk, session.draft(id), step));

  app.get('/zaps', (context) => list(context));

  app.post('/zaps', async (context) => {
    const form = await context.req.formData();
    const key = String(form.get('trigger') ?? '');
    const file = emptyZap(freeName(session, 'Untitled Zap'));
    if (key) {
      const made = await makeStep(session, `use:${key}`, true);
      const zone = (await session.zoneOf()).name;
      const labels = Object.fromEntries(labelsOf(form));
      const map = inputOf(form, { zone });
      file.trigger = { ...made, map: { ...defaultsOf([]), ...map }, labels } as ZapFile['trigger'];
    }
    const id = session.store.add(file);
    return context.req.header('hx-request')
      ? open(context, id)
      : context.redirect(`/zaps/${id}`, 303);
  });

  app.get('/recipes/:recipe', (context) => {
    const recipe = recipeOf(context.req.param('recipe'));
    if (!recipe) return answer(context, desk, missingPage('There is no such recipe.'), 404);
    return answer(context, desk, {
      title: recipe.name,
      place: 'zaps',
      content: recipePage(recipe),
    });
  });

  app.post('/recipes/:recipe/open', async (context) => {
    const recipe = recipeOf(context.req.param('recipe'));
    if (!recipe) return answer(context, desk, missingPage('There is no such recipe.'), 404);
    const [first] = await openRecipe(session, recipe);
    return context.redirect(`/zaps/${first}`, 303);
  });

  app.get('/zaps/:id', (context) =>
    open(context, context.req.param('id'), context.req.query('step')),
  );

  const target = (context: Context): Target => {
    const { after, replace } = context.req.query();
    const zapId = context.req.param('id') ?? '';
    const isTrigger = replace === session.draft(zapId).file.trigger.id;
    return { zapId, isTrigger, ...(replace ? { replace } : { after: Number(after) || 1 }) };
  };

  app.get('/zaps/:id/add', (context) => {
    const to = target(context);
    return context.html(addDialog(findChoices('', to.isTrigger), to));
  });

  app.get('/zaps/:id/add/list', (context) => {
    const to = target(context);
    return context.html(addList(findChoices(context.req.query('q') ?? '', to.isTrigger), to));
  });

  app.post('/zaps/:id/:what{undo|redo}', async (context) => {
    const { id, what } = context.req.param();
    const draft = session.draft(id);
    const form = await context.req.formData();
    if (what === 'undo') draft.undo();
    else draft.redo();
    return open(context, id, String(form.get('at') ?? ''));
  });

  app.post('/zaps/:id/:what{name|autoreplay}', async (context) => {
    const { id, what } = context.req.param();
    const draft = session.draft(id);
    const form = await context.req.formData();
    const name = String(form.get('name') ?? '').trim();
    if (what === 'autoreplay')
      draft.change({ ...draft.file, autoreplay: form.get('autoreplay') === 'yes' });
    else if (name) draft.change({ ...draft.file, name: name.slice(0, 200) });
    return context.body(null, 204);
  });

  app.post('/zaps/:id/copy', async (context) => {
    const { file } = session.draft(context.req.param('id'));
    await saveForm(desk, session.draft(context.req.param('id')), await context.req.formData());
    const copy = structuredClone(file);
    return open(
      context,
      session.store.add(withIds({ ...copy, name: freeName(session, file.name) })),
    );
  });

  app.post('/zaps/:id/delete', (context) => {
    const id = context.req.param('id');
    session.store.remove(id);
    session.drop(id);
    return list(context);
  });

  app.onError((error, context) =>
    answer(
      context,
      desk,
      {
        title: 'Not Found',
        place: 'zaps',
        content: html`<article class="missing"><h1 tabindex="-1">This did not work</h1><p class="lead">${messageOf(error)}</p><p><a href="/zaps">Your Zaps</a></p></article>`,
      },
      404,
    ),
  );

  return app;
};
