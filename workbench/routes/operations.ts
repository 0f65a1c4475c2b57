import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Input } from '../../tour/station.ts';
import { type Field, messageOf } from '../../tour/zapier.ts';
import { type Entry, entryOf } from '../catalog.ts';
import { answer, type Desk, filledIn, listen, outputFieldsOf } from '../context.ts';
import { defaultsOf, inputOf, type Labels, type Path } from '../form.ts';
import type { World } from '../happenings.ts';
import type { Html } from '../markdown.ts';
import { catalog, catalogList, welcome } from '../pages/catalog.ts';
import { drawChoices, drawPanel, hasPages, troublePanel } from '../pages/fields.ts';
import { trouble } from '../pages/layout.ts';
import { created, operationPage, polled, searched, setUp } from '../pages/operation.ts';
import { errorCard } from '../pages/result.ts';

const unknown = (context: Context) => context.html(trouble('There is no such operation.'), 404);

const formOf = async ({ session }: Desk, entry: Entry, input: Input, labels: Labels) => {
  const redraw = { url: `/operations/${entry.key}/form`, target: '#fields' };
  try {
    const fields = await session.zapier.fields(entry.key, input);
    return setUp(fields, { entry, input, labels, scope: '', redraw });
  } catch (error) {
    return html`<div class="fields" id="fields">${trouble(messageOf(error))}
<button type="button" class="small" hx-post="${redraw.url}" hx-target="#fields" hx-include="closest form">Try again</button></div>`;
  }
};

/** Runs an operation as Zapier would, and shows what came of it. */
const test = async (desk: Desk, entry: Entry, input: Input): Promise<Html> => {
  const { session, files } = desk;
  const { exchanges, heard, took } = listen();
  try {
    const watch = entry.kind === 'triggers' ? session.watchOf(entry.key, input) : undefined;
    const isSample = !watch || watch.polls === 0;
    const records = isSample
      ? await session.zapier.run(
          entry.key,
          input,
          watch ? { isLoadingSample: true, heard } : { heard },
        )
      : [];
    const poll = await watch?.poll(heard);
    const milliseconds = took();
    const outputFields = await outputFieldsOf(desk, entry.key, input);
    const shown = { outputFields, exchanges, milliseconds, files };
    if (poll) return polled(entry, poll, records.slice(0, 3), shown, session);
    return entry.kind === 'creates' ? created(records[0] ?? {}, shown) : searched(records, shown);
  } catch (error) {
    return errorCard(error, exchanges, took());
  }
};

const fieldAt = (fields: Field[], path: Path): Field | undefined =>
  path
    .filter((step) => typeof step === 'string')
    .reduce<Field | undefined>(
      (found, step, depth) =>
        (depth === 0 ? fields : found?.children)?.find(({ key }) => key === step),
      undefined,
    );

/** The catalog, the form of an operation, its dropdowns and its test. */
export const operationRoutes = (desk: Desk, world: World | undefined): Hono => {
  const { session, files } = desk;
  const app = new Hono();

  app.get('/', (context) => {
    const { q = '', kind = '' } = context.req.query();
    return answer(context, desk, {
      title: 'Operations',
      place: 'operations',
      aside: catalog(q, kind),
      content: html`<div class="at-home">${welcome(session)}</div>`,
    });
  });

  app.get('/catalog', (context) => {
    const { q = '', kind = '' } = context.req.query();
    return context.html(catalogList(q, kind));
  });

  app.get('/operations/:key', async (context) => {
    const entry = entryOf(context.req.param('key'));
    if (!entry) return unknown(context);
    const fields = await session.zapier.fields(entry.key, {}).catch(() => []);
    const form = await formOf(desk, entry, defaultsOf(fields), new Map());
    return answer(context, desk, {
      title: entry.label,
      place: 'operations',
      aside: catalog('', '', entry.key),
      content: operationPage(session, entry, form),
    });
  });

  app.post('/operations/:key/form', async (context) => {
    const entry = entryOf(context.req.param('key'));
    if (!entry) return unknown(context);
    const { input, labels } = await filledIn(context, desk, entry.key);
    return context.html(await formOf(desk, entry, input, labels));
  });

  // “Test” begins anew, as switching a Zap off and on does; “Poll again” goes on.
  app.post('/operations/:key/:how{test|poll}', async (context) => {
    const { key, how } = context.req.param();
    const entry = entryOf(key);
    if (!entry) return unknown(context);
    if (!session.connection) return context.html(trouble('Connect an account first.'));
    if (how === 'test') session.forget(key);
    return context.html(await test(desk, entry, inputOf(await context.req.formData())));
  });

  app.post('/choices/:key', async (context) => {
    const key = context.req.param('key');
    const form = await context.req.formData();
    const asked = (name: string) => String(form.get(name) ?? '');
    const scope = asked('scope');
    const page = Number(asked('page'));
    try {
      if (!session.connection) throw new Error('Connect an account to load this list.');
      const input = session.filled(inputOf(form, scope), scope);
      const field = fieldAt(await session.zapier.fields(key, input), JSON.parse(asked('path')));
      if (!field?.dynamic) throw new Error('This field has no list.');
      const choices = await session.zapier.choices(field.dynamic, input, page);
      const next =
        hasPages(field.dynamic) && choices.length > 0
          ? { url: `/choices/${key}`, asked: { path: asked('path'), scope, page: page + 1 } }
          : undefined;
      const rows = drawChoices(choices, next);
      if (page === 0) return context.html(drawPanel(rows, choices.length === 0));
      return context.html(choices.length > 0 ? rows : html`<li class="empty">That is all.</li>`);
    } catch (error) {
      const problem = trouble(messageOf(error));
      return context.html(page === 0 ? troublePanel(problem) : html`<li>${problem}</li>`);
    }
  });

  app.post('/happen', async (context) => {
    const what = String((await context.req.formData()).get('what'));
    try {
      if (!world) throw new Error('Only the sandbox can make things happen.');
      const happened = await world.make(what);
      return context.html(html`<span class="mark fires">done</span> ${happened}`);
    } catch (error) {
      return context.html(html`<span class="mark fails">not done</span> ${messageOf(error)}`);
    }
  });

  app.post('/files/:id', async (context) => {
    const promise = files.promiseOf(context.req.param('id'));
    if (!promise) return context.html(trouble('Nothing is known of this file.'), 404);
    try {
      const file = files.at(await session.zapier.hydrate(promise));
      if (!file) throw new Error('The file did not arrive.');
      const href = `/files/${file.id}`;
      const player = file.type.startsWith('audio/')
        ? html`<audio controls src="${href}" aria-label="${file.name}"></audio>`
        : '';
      return context.html(
        html`${player}<a href="${href}" target="_blank" rel="noopener">Open ${file.name}</a> <span class="thin">${file.type}, ${file.size} bytes</span>`,
      );
    } catch (error) {
      return context.html(trouble(messageOf(error)));
    }
  });

  app.get('/files/:id', (context) => files.open(context.req.param('id')));

  return app;
};
