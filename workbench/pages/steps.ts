import { html } from 'hono/html';
import { type Step, stepsOf } from '../../zaps/zap.ts';
import type { Problem } from '../checks.ts';
import { describeStep } from '../describe.ts';
import type { Draft } from '../draft.ts';
import type { Html } from '../markdown.ts';
import { isTested } from '../samples.ts';

/** The address of a Zap, with a step open. */
export const editorUrl = (id: string, step?: string): string =>
  `/zaps/${id}${step ? `?step=${step}` : ''}`;

const mark = (problems: Problem[]) => {
  const faults = problems.filter(({ kind }) => kind === 'fault').length;
  if (faults > 0) return html`<span class="mark fails">${faults} to fix</span>`;
  return problems.length > 0 ? html`<span class="mark warns">look</span>` : '';
};

/** One step in the list of steps. */
export const stepCard = (
  draft: Draft,
  {
    step,
    number,
    current,
    problems,
  }: { step: Step; number: number; current: string; problems: Problem[] },
  isOutOfBand = false,
): Html => {
  const { app, title, look } = describeStep(step);
  const url = editorUrl(draft.id, step.id);
  return html`<a class="step-card ${look}" id="card-${step.id}" href="${url}" hx-get="${url}" hx-target="#main" hx-swap="innerHTML" hx-push-url="true" data-item data-step="${step.id}" ${step.id === current ? html`aria-current="step"` : ''} ${isOutOfBand ? html`hx-swap-oob="true"` : ''}>
<span class="step-number" aria-hidden="true">${number}</span>
<span class="step-words"><span class="step-app">${app}</span><span class="step-title">${title}</span></span>
<span class="step-marks">${mark(problems)}${isTested(draft, step) ? html`<span class="mark fires">tested</span>` : ''}</span>
</a>`;
};

/** The button behind a step that adds another. */
const adder = (id: string, after: number) =>
  html`<button type="button" class="adder" data-dialog="add" hx-get="/zaps/${id}/add?after=${after}" hx-target="#add-body" hx-swap="innerHTML" aria-label="Add a step after step ${after}"><span aria-hidden="true">+</span> <span class="adder-words">Add a step</span></button>`;

/** All steps of a Zap, one below the other. */
export const stepList = (draft: Draft, current: string, problems: Problem[]): Html => {
  const steps = stepsOf(draft.file);
  return html`<nav class="steps" aria-label="Steps of the Zap" data-list>
<ol role="list">${steps.map(
    (step, index) => html`<li>
${stepCard(draft, {
  step,
  number: index + 1,
  current,
  problems: problems.filter(({ step: number }) => number === index + 1),
})}
${adder(draft.id, index + 1)}
</li>`,
  )}</ol>
<p class="thin keys"><kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd> move a step · <kbd>Ctrl</kbd> <kbd>Z</kbd> undo</p>
</nav>`;
};
