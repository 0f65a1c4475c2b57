import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { readError } from '../../zaps/stage.ts';
import { type Input, isInstant, messageOf } from '../app.ts';
import { type Entry, entryOf } from '../catalog.ts';
import { changesNothing } from '../checks.ts';
import { choicePage, slotList } from '../choices.ts';
import { answer, type Desk, filledIn, listen, outputFieldsFor } from '../context.ts';
import { defaultsOf, inputOf, type Labels, labelsOf } from '../form.ts';
import { directionsOf } from '../hooks.ts';
import type { Html } from '../markdown.ts';
import { catalog, catalogList, welcome } from '../pages/catalog.ts';
import type { Setting } from '../pages/controls.ts';
import { errorCard } from '../pages/errors.ts';
import { missingPage, trouble } from '../pages/layout.ts';
import { created, instant, operationPage, polled, searched, setUp } from '../pages/operation.ts';
import { nameOfRecord } from '../pages/result.ts';
import { previewOf } from '../preview.ts';

const unknown = missingPage('There is no such operation.');

const settingOf = async (desk: Desk, entry: Entry, input: Input, labels: Labels) => {
  const zone = await desk.session.zoneOf({}, input);
  const setting: Setting = {
    groups: entry.groups,
    input,
    labels,
    scope: '',
    choices: `/operations/${entry.key}/choices`,
    redraw: { url: `/operations/${entry.key}/form`, target: '#fields' },
    zone: zone.name,
    offersSlots: entry.key === 'create_appointment' ? ['startTime'] : [],
  };
  return setting;
};

const formOf = async (desk: Desk, entry: Entry, input: Input, labels: Labels) => {
  const setting = await settingOf(desk, entry, input, labels);
  try {
    const fields = await desk.session.zapier.fields(entry.key, input);
    const shown = { fields, results: [], zone: setting.zone, converts: true };
    const previewAt: Setting['previewAt'] = (value, path) => previewOf(value, path, shown);
    return setUp(fields, { ...setting, previewAt });
  } catch (error) {
    return html`<div class="fields" id="fields">${trouble(messageOf(error))}
<button type="button" class="small" hx-post="${setting.redraw.url}" hx-target="#fields" hx-include="closest form">Try again</button></div>`;
  }
};

/** Runs an operation as Zapier would, and shows what came of it. */
const test = async (desk: Desk, entry: Entry, input: Input, labels: Labels): Promise<Html> => {
  const { session, files, history, world } = desk;
  const { exchanges, heard, took } = listen();
  const zone = (await session.zoneOf({}, input)).name;
  const keep = (outcome: string, isGood: boolean, records: Input[]) =>
    history.add({
      key: entry.key,
      at: Date.now(),
      input,
      labels,
      outcome,
      isGood,
      records,
      requests: exchanges.length,
      milliseconds: took(),
    });
  try {
    const isPolling = entry.kind === 'triggers' && !isInstant(entry.key);
    const watch = isPolling ? session.watchOf(entry.key, input) : undefined;
    const isSample = !watch || watch.polls === 0;
    const records = isSample
      ? await session.zapier.run(
          entry.key,
          input,
          watch ? { isLoadingSample: true, heard } : { heard },
        )
      : [];
    const poll = await watch?.poll({ heard });
    const milliseconds = took();
    const outputFields = await outputFieldsFor(desk, entry.key, input);
    const shown = { outputFields, exchanges, milliseconds, files, zone };
    const shownRecords = (poll && poll.index > 0 ? poll.fired : records).slice(0, 3);
    keep(shownRecords[0] ? nameOfRecord(shownRecords[0], zone) : 'Nothing', true, shownRecords);
    if (poll) {
      const waits = world?.indexWaits() ?? 0;
      return polled(entry, { poll, sample: records.slice(0, 3), waits }, shown, session);
    }
    if (entry.kind === 'triggers') return instant(records, shown, directionsOf(entry.key));
    if (entry.kind === 'searches') return searched(records, shown);
    const fields = await session.zapier.fields(entry.key, input);
    const isWithoutChange = changesNothing(entry.key, input, fields);
    return created(records[0] ?? {}, shown, isWithoutChange);
  } catch (error) {
    keep(readError(error).why, false, []);
    return errorCard(error, exchanges, took());
  }
};

const showOperation = async (context: Context, desk: Desk, entry: Entry) => {
  const { session } = desk;
  const fields = await session.zapier.fields(entry.key, {}).catch(() => []);
  const filled = session.filled.get(entry.key);
  const input = filled?.input ?? defaultsOf(fields);
  const form = await formOf(desk, entry, input, filled?.labels ?? new Map());
  return answer(context, desk, {
    title: entry.label,
    place: 'operations',
    aside: catalog('', '', entry.key),
    content: operationPage(session, entry, form),
  });
};

const clearForm = (context: Context, desk: Desk, entry: Entry) => {
  desk.session.filled.delete(entry.key);
  return showOperation(context, desk, entry);
};

/** Takes over what is filled in, and does what was asked for: draw the form again, load a list, save, test. */
const takeForm = async (context: Context, desk: Desk, entry: Entry, what: string) => {
  const { session } = desk;
  const { key } = entry;
  const before = session.filled.get(key)?.input ?? {};
  const zone = (await session.zoneOf({}, before)).name;
  const fieldsOf = (input: Input) => session.zapier.fields(key, input);
  if (what === 'form') {
    const { input, labels } = await filledIn(context, { fieldsOf, zone });
    session.filled.set(key, { input, labels });
    return context.html(await formOf(desk, entry, input, labels));
  }
  const form = await context.req.formData();
  const filled = { input: inputOf(form, { zone }), labels: labelsOf(form) };
  const { input } = filled;
  if (what === 'choices') {
    const zapier = session.connection?.zapier;
    const url = `/operations/${key}/choices`;
    return context.html(
      await choicePage(form, { zapier, fields: () => fieldsOf(input), input, url }),
    );
  }
  session.filled.set(key, filled);
  if (what === 'save') return context.body(null, 204);
  if (!session.connection) return context.html(trouble('Connect an account first.'));
  // “Test” begins from nothing, as switching a Zap off and on does; “Poll again” goes on.
  if (what === 'test') session.forget(key);
  return context.html(await test(desk, entry, input, filled.labels));
};

/** The catalog, the form of an operation, its dropdowns and its test. */
export const operationRoutes = (desk: Desk): Hono => {
  const { session } = desk;
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
    return entry ? showOperation(context, desk, entry) : answer(context, desk, unknown, 404);
  });

  app.post('/operations/:key/:what{form|save|clear|test|poll|choices}', (context) => {
    const { key, what } = context.req.param();
    const entry = entryOf(key);
    if (!entry) return context.html(trouble('There is no such operation.'), 404);
    return what === 'clear'
      ? clearForm(context, desk, entry)
      : takeForm(context, desk, entry, what);
  });

  app.post('/slots', async (context) => {
    const form = await context.req.formData();
    const input = inputOf(form, { scope: String(form.get('scope') ?? '') });
    const zone = await session.zoneOf({}, input);
    return slotList(context, session.connection?.zapier, input, zone.name);
  });

  return app;
};
