import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { duplicateStep, insertStep, moveStep, removeStep, replaceStep } from '../../zaps/edit.ts';
import { prepareInput } from '../../zaps/stage.ts';
import { type Ours, stepsOf } from '../../zaps/zap.ts';
import { choicePage } from '../choices.ts';
import { answer, type Desk } from '../context.ts';
import { findOrCreate } from '../describe.ts';
import type { Draft } from '../draft.ts';
import { editor, placeOf, shownStep } from '../editing.ts';
import { addDialog, addList, type Target } from '../pages/add.ts';
import { undoTools } from '../pages/editor.ts';
import { problemList, sendsBox, stepFields } from '../pages/step.ts';
import { findChoices, makeStep } from '../palette.ts';
import { readStep, savedParts, saveForm } from '../saving.ts';
import type { Session } from '../session.ts';
import { testStep } from '../testing.ts';
import { newId, numberOf, type ZapFile } from '../zapFile.ts';

type Act = (draft: Draft, number: number) => { file: ZapFile; open: string };

/** What the buttons of a step do, and which step is open afterwards. */
const acts: Record<string, Act> = {
  up: ({ file }, number) => ({
    file: number > 2 ? (moveStep(file, number, number - 1) as ZapFile) : file,
    open: stepsOf(file)[number - 1]?.id ?? '',
  }),
  down: ({ file }, number) => ({
    file: moveStep(file, number, number + 1) as ZapFile,
    open: stepsOf(file)[number - 1]?.id ?? '',
  }),
  duplicate: ({ file }, number) => {
    const id = newId();
    return { file: duplicateStep(file, number, id) as ZapFile, open: id };
  },
  delete: ({ file }, number) => ({
    file: removeStep(file, number) as ZapFile,
    open: stepsOf(file)[number - 2]?.id ?? '',
  }),
};

const targetOf = (context: Context, session: Session): Target => {
  const { after, replace } = context.req.query();
  const zapId = context.req.param('id') ?? '';
  const isTrigger = replace === session.draft(zapId).file.trigger.id;
  return { zapId, isTrigger, ...(replace ? { replace } : { after: Number(after) || 1 }) };
};

/** The steps of a Zap: adding, filling in, testing, moving. */
export const stepRoutes = (desk: Desk): Hono => {
  const { session } = desk;
  const app = new Hono();

  app.get('/:id/add', (context) => {
    const to = targetOf(context, session);
    return context.html(addDialog(findChoices('', to.isTrigger), to));
  });

  app.get('/:id/add/list', (context) => {
    const to = targetOf(context, session);
    return context.html(addList(findChoices(context.req.query('q') ?? '', to.isTrigger)));
  });

  app.post('/:id/steps', async (context) => {
    const draft = session.draft(context.req.param('id'));
    const form = await context.req.formData();
    await saveForm(desk, draft, form);
    const { after, replace } = context.req.query();
    const at = replace ? numberOf(draft.file, replace) : 0;
    const step = await makeStep(session, String(form.get('what') ?? ''), at === 1);
    const next = at
      ? replaceStep(draft.file, at, { ...step, id: replace ?? newId() })
      : insertStep(draft.file, Math.max(1, Number(after) || 1), step);
    if (replace) draft.samples.delete(replace);
    draft.change(next as ZapFile);
    return answer(context, desk, await editor(desk, draft, at ? replace : step.id));
  });

  app.post('/:id/steps/:step/:what{save|form|test|choices}', async (context) => {
    const { id, step: stepId, what } = context.req.param();
    const draft = session.draft(id);
    const form = await context.req.formData();
    form.set('step', stepId);
    if (what === 'choices') return choicesOf(context, desk, draft, form);
    await saveForm(desk, draft, form, context.req.header('hx-trigger-name') ?? '');
    const place = await placeOf(desk, draft, stepId);
    if (what === 'save') return context.html(await savedParts(desk, draft, place, form));
    if (what === 'form') {
      const shown = await shownStep(desk, place);
      return context.html(
        html`${stepFields(shown)}${problemList(shown.problems, true)}${sendsBox(shown.sends, true)}${undoTools(draft, true)}`,
      );
    }
    return context.html(await testStep(desk, draft, place));
  });

  app.post('/:id/steps/:step/:act{up|down|duplicate|delete}', async (context) => {
    const { id, step, act } = context.req.param();
    const draft = session.draft(id);
    await saveForm(desk, draft, await context.req.formData());
    const number = numberOf(draft.file, step);
    if (number < 2) return answer(context, desk, await editor(desk, draft));
    const { file, open } = (acts[act] as Act)(draft, number);
    draft.change(file);
    return answer(context, desk, await editor(desk, draft, open));
  });

  return app;
};

const choicesOf = async (context: Context, desk: Desk, draft: Draft, form: FormData) => {
  const { session } = desk;
  const place = await placeOf(desk, draft, String(form.get('step')));
  const scope = String(form.get('scope') ?? '');
  // What is filled in right now counts, saved or not.
  const current = readStep(place.step, form, place.zone, (input) => input) as Ours;
  const create = findOrCreate(current.use)?.create ?? '';
  const key = scope === 'create/' ? create : current.use;
  const map = scope === 'create/' ? (current.orCreate ?? {}) : current.map;
  const connection = session.connectionOf(current);
  const url = `/zaps/${draft.id}/steps/${place.step.id}/choices`;
  const before = place.results.slice(0, place.number - 1);
  const prepared = () => prepareInput(session.stage(), current, before, { key, map });
  const input = await prepared().then(
    (known) => known.input,
    () => map,
  );
  const fields = async () => (await prepared()).fields;
  return context.html(await choicePage(form, { zapier: connection?.zapier, fields, input, url }));
};
