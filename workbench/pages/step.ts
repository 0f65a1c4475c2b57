import { html } from 'hono/html';
import { isOurs, type Ours, type Step } from '../../zaps/zap.ts';
import type { Field } from '../app.ts';
import type { Problem } from '../checks.ts';
import { describeStep, findOrCreate } from '../describe.ts';
import type { Html } from '../markdown.ts';
import { withoutSecrets } from '../secrets.ts';
import type { Session } from '../session.ts';
import type { Setting } from './controls.ts';
import { code } from './exchanges.ts';
import { drawFields } from './fields.ts';

/** The form of a step, ready to be drawn. */
export interface StepForm {
  fields: Field[];
  setting: Setting;
  /** What is created if nothing is found. */
  create?: { fields: Field[]; setting: Setting };
  /** Why the form could not be loaded. */
  trouble?: string;
}

/** What a step’s page shows. */
export interface ShownStep {
  session: Session;
  zapId: string;
  step: Step;
  number: number;
  /** How many steps the Zap has, with its trigger. */
  count: number;
  form: StepForm;
  problems: Problem[];
  /** What the step sends with the samples as they are. */
  sends: Record<string, unknown> | undefined;
}

/** What is wrong with the step. */
export const problemList = (problems: Problem[], isOutOfBand = false): Html =>
  html`<div id="problems" ${isOutOfBand ? html`hx-swap-oob="true"` : ''}>${
    problems.length === 0
      ? ''
      : html`<ul class="problems" role="list">${problems.map(({ kind, text }) => html`<li class="notice ${kind === 'fault' ? 'bad' : 'note'}">${text}</li>`)}</ul>`
  }</div>`;

/** What the step sends, as Zapier hands it to the app. */
export const sendsBox = (sends: Record<string, unknown> | undefined, isOutOfBand = false): Html =>
  html`<div id="sends" ${isOutOfBand ? html`hx-swap-oob="true"` : ''}>${
    sends
      ? html`<details class="quiet-details" id="sends-details"><summary>What this step sends</summary>${code('With the samples as they are now', JSON.stringify(withoutSecrets(sends), null, 2))}</details>`
      : ''
  }</div>`;

const nothingFound = (step: Ours, form: StepForm): Html | '' => {
  if (describeStep(step).look !== 'searches') return '';
  const now = step.orCreate ? 'create' : (step.ifNone ?? 'stop');
  const both = findOrCreate(step.use);
  const options: [string, string][] = [
    ['stop', 'Stop the run'],
    ['continue', 'Continue with empty values'],
    ...(both ? ([['create', 'Create it']] as [string, string][]) : []),
  ];
  return html`<fieldset class="field none-found"><legend>If Nothing Is Found</legend>
<div class="segments">${options.map(
    ([value, label]) =>
      html`<label><input type="radio" id="none-${value}" name="ifNone" value="${value}" ${value === now ? html`checked` : ''} hx-post="${form.setting.redraw.url}" hx-target="#fields" hx-trigger="change" hx-include="closest form"><span>${label}</span></label>`,
  )}</div></fieldset>
${form.create ? html`<section class="create"><h3>What to Create</h3><div class="fields">${drawFields(form.create.fields, form.create.setting)}</div></section>` : ''}`;
};

/** The fields of a step; replaced when one of them alters the form. */
export const stepFields = ({ step, form }: Pick<ShownStep, 'step' | 'form'>): Html => {
  if (form.trouble)
    return html`<div class="fields" id="fields"><div class="notice bad" role="alert"><p>${form.trouble}</p></div></div>`;
  return html`<div class="fields" id="fields">
${form.fields.length > 0 ? drawFields(form.fields, form.setting) : html`<p class="empty">Nothing to fill in: this event needs no more than the connection.</p>`}
${isOurs(step) ? nothingFound(step, form) : ''}
</div>`;
};

const connectionSelect = (session: Session, step: Step, redraw: Setting['redraw']) => {
  if (!isOurs(step) || session.connections.length < 2) return '';
  const now = session.connectionOf(step)?.label;
  return html`<div class="field"><label for="connection">Account</label>
<select id="connection" name="connection" hx-post="${redraw.url}" hx-target="#fields" hx-trigger="change" hx-include="closest form">${session.connections.map(
    ({ label }) =>
      html`<option value="${label}" ${label === now ? html`selected` : ''}>${label}</option>`,
  )}</select></div>`;
};

const tool = (url: string, action: string, label: string, isOff = false) =>
  html`<button type="button" class="small" hx-post="${url}/${action}" hx-include="#step-form" hx-target="#main" hx-swap="innerHTML" data-tool="${action}" ${isOff ? html`disabled` : ''}>${label}</button>`;

const tools = ({ zapId, step, number, count }: ShownStep) =>
  number === 1
    ? ''
    : html`<div class="step-tools">
${tool(`/zaps/${zapId}/steps/${step.id}`, 'up', 'Move up', number === 2)}
${tool(`/zaps/${zapId}/steps/${step.id}`, 'down', 'Move down', number === count)}
${tool(`/zaps/${zapId}/steps/${step.id}`, 'duplicate', 'Duplicate')}
${tool(`/zaps/${zapId}/steps/${step.id}`, 'delete', 'Delete')}
</div>`;

const testLabel = (step: Step, number: number): string => {
  if (number === 1) return isOurs(step) ? 'Find a record' : '';
  return isOurs(step) ? 'Test step' : 'Try step';
};

/** One step: which event, its form, and its test. */
export const stepPage = (shown: ShownStep): Html => {
  const { session, zapId, step, number, form, problems, sends } = shown;
  const { app, title, kind, look } = describeStep(step);
  const url = `/zaps/${zapId}/steps/${step.id}`;
  const isChosen = !isOurs(step) || step.use !== '';
  const label = testLabel(step, number);
  return html`<section class="card step step-open" aria-labelledby="step-title">
<header class="step-head"><h2 id="step-title" tabindex="-1"><span class="number" aria-hidden="true">${number}</span> ${isChosen ? title : 'Choose a trigger'} ${kind ? html`<span class="kind ${look}">${kind}</span>` : ''}</h2>
${tools(shown)}${number > 1 ? html`<button type="button" class="small open-data" data-open-data>Insert data</button>` : ''}</header>
<p class="event"><span class="thin">${isChosen ? app : 'What starts the Zap?'}</span> <button type="button" class="${isChosen ? 'quiet' : 'primary'}" data-dialog="add" hx-get="/zaps/${zapId}/add?replace=${step.id}" hx-target="#add-body" hx-swap="innerHTML">${isChosen ? 'Change event' : 'Choose a trigger'}</button></p>
<form id="step-form" method="dialog" novalidate data-autosave="${url}/save" hx-post="${url}/test" hx-target="#step-result" hx-swap="innerHTML" hx-indicator="#step-result">
<input type="hidden" name="step" value="${step.id}">
<div data-save hx-post="${url}/save" hx-target="body" hx-trigger="autosave" hx-include="closest form" hx-swap="none" hx-sync="this:queue last"></div>
${isChosen ? html`${connectionSelect(session, step, form.setting.redraw)}${stepFields(shown)}` : ''}
${problemList(isChosen ? problems : [])}
${sendsBox(sends)}
${label && isChosen ? html`<div class="actions"><button type="submit" class="primary" ${isOurs(step) && !session.connection ? html`disabled` : ''}>${label}</button>${number > 1 && look === 'creates' ? html`<span class="thin">It really runs, ${session.sandbox ? 'in the sandbox' : 'in your account'}.</span>` : ''}</div>` : ''}
</form>
<div id="step-result" aria-live="polite"></div>
</section>`;
};
