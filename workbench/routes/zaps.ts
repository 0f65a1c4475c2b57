import { type Context, Hono } from 'hono';
import { answer, type Desk } from '../context.ts';
import { editor } from '../editing.ts';
import { inputOf, labelsOf } from '../form.ts';
import { makeStep } from '../palette.ts';
import { saveForm } from '../saving.ts';
import { emptyZap, withIds, type ZapFile } from '../zapFile.ts';
import { zapList } from '../zapList.ts';

/** A Zap that begins with nothing, or with the trigger whose form was sent. */
const startZap = async ({ session }: Desk, form: FormData): Promise<ZapFile> => {
  const file = emptyZap(session.store.freeName('Untitled Zap'));
  const key = String(form.get('trigger') ?? '');
  if (!key) return file;
  const made = await makeStep(session, `use:${key}`, true);
  const zone = (await session.zoneOf()).name;
  const labels = Object.fromEntries(labelsOf(form));
  return {
    ...file,
    trigger: { ...made, map: inputOf(form, { zone }), labels } as ZapFile['trigger'],
  };
};

const list = (context: Context, desk: Desk) => answer(context, desk, zapList(desk.session));

const open = async (context: Context, desk: Desk, id: string, step = '') =>
  answer(context, desk, await editor(desk, desk.session.draft(id), step));

/** The folder of Zaps, and the editor. */
export const zapRoutes = (desk: Desk): Hono => {
  const { session } = desk;
  const app = new Hono();

  app.get('/zaps', (context) => list(context, desk));

  app.post('/zaps', async (context) => {
    const id = session.store.add(await startZap(desk, await context.req.formData()));
    return context.req.header('hx-request')
      ? open(context, desk, id)
      : context.redirect(`/zaps/${id}`, 303);
  });

  app.get('/zaps/:id', (context) =>
    open(context, desk, context.req.param('id'), context.req.query('step')),
  );

  return app;
};

/** What changes a whole Zap: its name, undo, copies, deleting. */
export const zapChangeRoutes = (desk: Desk): Hono => {
  const { session } = desk;
  const app = new Hono();

  app.post('/zaps/:id/:what{undo|redo}', async (context) => {
    const { id, what } = context.req.param();
    const draft = session.draft(id);
    const form = await context.req.formData();
    if (what === 'undo') draft.undo();
    else draft.redo();
    return open(context, desk, id, String(form.get('at') ?? ''));
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
    const draft = session.draft(context.req.param('id'));
    await saveForm(desk, draft, await context.req.formData());
    const { file } = draft;
    const copy = structuredClone(file);
    return open(
      context,
      desk,
      session.store.add(withIds({ ...copy, name: session.store.freeName(file.name) })),
    );
  });

  app.post('/zaps/:id/delete', (context) => {
    const id = context.req.param('id');
    session.store.remove(id);
    session.drop(id);
    return list(context, desk);
  });

  return app;
};
