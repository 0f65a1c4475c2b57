import { html } from 'hono/html';
import { replaceStep } from '../zaps/edit.ts';
import { isOurs, type Ours, type Step } from '../zaps/zap.ts';
import type { Input } from './app.ts';
import { stepProblems } from './checks.ts';
import type { Desk } from './context.ts';
import { clearDependents } from './dependents.ts';
import type { Draft } from './draft.ts';
import { createForm, type Place, placeOf, preparedOf, stepFormOf } from './editing.ts';
import { inputOf, labelsOf, pathOf } from './form.ts';
import type { Html } from './markdown.ts';
import { idOf, previewLine } from './pages/controls.ts';
import { undoTools } from './pages/editor.ts';
import { problemList, sendsBox } from './pages/step.ts';
import { stepCard } from './pages/steps.ts';
import { previewsOf } from './preview.ts';
import { ownForm, withInput } from './stepForm.ts';
import { numberOf, type ZapFile } from './zapFile.ts';

/** What a sent form says of a step. @param cleared the fields whose dropdown hangs on the one that has changed */
export const readStep = (
  step: Step,
  form: FormData,
  zone: string,
  cleared: (input: Input) => Input,
): Step => {
  const own = withInput(step, cleared(inputOf(form, { zone })));
  if (!isOurs(own)) return own;
  const labels = Object.fromEntries([...labelsOf(form), ...labelsOf(form, 'create/')]);
  const { orCreate: _create, ifNone: _none, labels: _labels, ...rest } = own;
  const how = form.get('ifNone');
  const connection = form.get('connection');
  const next: Ours = {
    ...rest,
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
    ...(typeof connection === 'string' ? { connection } : {}),
    ...(how === 'create' ? { orCreate: inputOf(form, { scope: 'create/', zone }) } : {}),
    ...(how === 'continue' ? { ifNone: 'continue' } : {}),
  };
  return next;
};

/** Takes over what a step’s form says, if it is among what was sent. */
export const saveForm = async (
  desk: Desk,
  draft: Draft,
  form: FormData,
  changed = '',
): Promise<void> => {
  const id = String(form.get('step') ?? '');
  const number = numberOf(draft.file, id);
  if (number === 0) return;
  const place = await placeOf(desk, draft, id);
  const { step, zone } = place;
  // A trigger that is not chosen yet has no form.
  if (isOurs(step) && step.use === '') return;
  const key = pathOf(changed)?.path[0];
  const fields = key === undefined ? [] : ((await stepFormOf(desk, place)).fields ?? []);
  const cleared = (input: Input) =>
    key === undefined ? input : clearDependents(fields, input, String(key));
  const next = readStep(step, form, zone, cleared);
  draft.change(replaceStep(draft.file, number, next) as ZapFile, `${id} ${changed}`);
};

/** What changes on the page once a form was saved: previews, problems, what is sent, the step’s card. */
export const savedParts = async (
  desk: Desk,
  draft: Draft,
  place: Place,
  form: FormData,
): Promise<Html> => {
  const { step, number, results, zone } = place;
  const prepared = await preparedOf(desk, place).catch(() => undefined);
  const problems = await stepProblems(desk.session, draft, number, results);
  const before = results.slice(0, number - 1);
  const own = ownForm(step, number === 1);
  const fields = prepared?.fields ?? own?.fields ?? [];
  const shown = { fields, results: before, zone, converts: own === undefined };
  const input = isOurs(step) ? step.map : (own?.input ?? {});
  const created = await createForm(desk, place).catch(() => undefined);
  const createShown = { fields: created?.fields ?? [], results: before, zone, converts: true };
  const lines = [
    ...previewsOf(form, '', input, shown).map((one) => ({ one, scope: '' })),
    ...previewsOf(form, 'create/', created?.setting.input ?? {}, createShown).map((one) => ({
      one,
      scope: 'create/',
    })),
  ];
  return html`${lines.map(({ one, scope }) => previewLine(idOf(scope, one.path), one, true))}
${problemList(problems, true)}${sendsBox(prepared?.input, true)}${undoTools(draft, true)}
${stepCard(draft, { step, number, current: step.id ?? '', problems }, true)}`;
};
