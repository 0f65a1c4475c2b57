import { html } from 'hono/html';
import type { Run, RunStatus, StepRun } from '../../zaps/run.ts';
import { isOurs, stepsOf } from '../../zaps/zap.ts';
import type { OutputField } from '../app.ts';
import { describeStep } from '../describe.ts';
import type { Files } from '../files.ts';
import type { Live } from '../live.ts';
import type { Html } from '../markdown.ts';
import { operationOf } from '../samples.ts';
import { withoutSecrets } from '../secrets.ts';
import { showClock, showShort, showTime } from '../zone.ts';
import { cost, nameOfRecord, plural, recordFields, views } from './result.ts';

/** How runs are shown. */
export interface RunView {
  zapId: string;
  files: Files;
  zone: string;
}

const words: Record<RunStatus, [string, 'fires' | 'fails' | 'warns' | '']> = {
  success: ['Success', 'fires'],
  filtered: ['Filtered', ''],
  nothingFound: ['Stopped (Halted)', 'warns'],
  halted: ['Stopped (Halted)', 'warns'],
  errored: ['Stopped (Errored)', 'fails'],
  scheduled: ['Scheduled to replay', 'warns'],
  throttled: ['Throttled, waits', 'warns'],
  waiting: ['Waiting', 'warns'],
  held: ['Held', 'warns'],
};

const statusMark = (status: RunStatus) => {
  const [text, look] = words[status];
  return html`<span class="mark ${look}">${text}</span>`;
};

const isField = (field: unknown): field is OutputField =>
  typeof field === 'object' && field !== null && 'key' in field;

const stepOutcome = (shown: StepRun, zone: string) => {
  if (shown.why) return html`<blockquote>${shown.why}</blockquote>`;
  if (shown.status === 'filtered')
    return html`<p class="thin">The condition was not met, so the run ends here.</p>`;
  if (shown.status === 'waiting' && shown.until !== undefined)
    return html`<p class="thin">Goes on at ${showTime(shown.until, zone)}.</p>`;
  return '';
};

const goesOnAt = ({ status, until }: StepRun, zone: string) =>
  until !== undefined &&
  Number.isFinite(until) &&
  (status === 'scheduled' || status === 'throttled')
    ? html`<p class="thin">${status === 'scheduled' ? 'Autoreplay tries again' : 'Zapier tries again'} at ${showTime(until, zone)}.</p>`
    : '';

const stepStatus = (shown: StepRun) =>
  shown.status === 'done' ? html`<span class="mark fires">done</span>` : statusMark(shown.status);

const runStep = (run: Run, shown: StepRun, { files, zone }: RunView) => {
  const step = stepsOf(run.zap)[shown.number - 1];
  if (!step) return '';
  const { title, app } = describeStep(step);
  const key = isOurs(step) ? step.use : '';
  const outputFields = (operationOf(key)?.outputFields ?? []).filter(isField);
  const { exchanges, milliseconds } = shown;
  const isCalm = shown.status === 'done' || shown.status === 'waiting';
  const input = withoutSecrets(shown.input);
  return html`<li class="run-step ${isCalm ? '' : 'stopped'}"><details ${isCalm ? '' : html`open`}>
<summary><span class="number" aria-hidden="true">${shown.number}</span> <strong>${title}</strong> <span class="thin">${app}${shown.item ? `, round ${shown.item}` : ''}${shown.attempt > 1 ? `, try ${shown.attempt}` : ''}</span> ${stepStatus(shown)} ${exchanges.length > 0 ? cost(exchanges, milliseconds) : ''}</summary>
${stepOutcome(shown, zone)}${goesOnAt(shown, zone)}
${views(
  html`${Object.keys(input).length > 0 ? html`<h4>In</h4>${recordFields(input, { outputFields: [], exchanges, milliseconds, files, zone })}` : ''}
${shown.output && Object.keys(shown.output).length > 0 ? html`<h4>Out</h4>${recordFields(shown.output, { outputFields, exchanges, milliseconds, files, zone })}` : ''}`,
  { input, output: shown.output ?? null },
  exchanges,
)}
</details></li>`;
};

const canReplay: RunStatus[] = ['held', 'errored', 'halted', 'scheduled', 'throttled'];

const runItem = (run: Run, view: RunView, isOpen: boolean) => {
  const { status } = run;
  const last = run.steps.at(-1);
  const stopped = status === 'success' || !last ? '' : `at step ${last.number}`;
  return html`<li class="run ${words[status][1]}" data-run="${run.number}" data-status="${status}">
<details ${isOpen ? html`open` : ''}>
<summary>${statusMark(status)} <strong>${nameOfRecord(run.record, view.zone)}</strong> <span class="thin">${stopped}${run.resumesAt ? `, goes on ${showShort(run.resumesAt, view.zone)}` : ''}</span> <time class="thin" datetime="${new Date(run.startedAt).toISOString()}">${showShort(run.startedAt, view.zone)}</time></summary>
${canReplay.includes(status) ? html`<p><button type="button" class="small" hx-post="/zaps/${view.zapId}/runs/${run.number}/replay" hx-target="#runs" hx-swap="outerHTML" hx-disabled-elt="this">${status === 'held' ? 'Play it' : 'Replay from where it stopped'}</button></p>` : ''}
<ol class="run-steps" role="list">${run.steps.map((shown) => runStep(run, shown, view))}</ol>
</details>
</li>`;
};

const mostShown = 50;

/** All runs, newest first. */
export const runList = (live: Live, view: RunView, isOutOfBand = false): Html => {
  const runs = live.runs.toReversed();
  const held = runs.filter(({ status }) => status === 'held').length;
  return html`<div id="runs" ${isOutOfBand ? html`hx-swap-oob="true"` : ''} data-count="${runs.length}">
${held > 1 ? html`<p class="notice note">${held} runs are held. <button type="button" class="small" hx-post="/zaps/${view.zapId}/runs/all/replay" hx-target="#runs" hx-swap="outerHTML">Play them all</button></p>` : ''}
<ol class="runs" role="list" aria-label="Runs, newest first">${runs.slice(0, mostShown).map((run, index) => runItem(run, view, index === 0))}</ol>
${runs.length > mostShown ? html`<p class="thin">and ${runs.length - mostShown} older ones</p>` : ''}
${runs.length === 0 ? html`<p class="empty">No run yet: Zapier fires only on what is new since the Zap was switched on.</p>` : ''}
</div>`;
};

const seconds = 3;

/** How runs stand, in short, so that only what has changed is drawn again. */
export const stateOf = ({ runs }: Live): string =>
  runs.map(({ status, steps }) => `${status}${steps.length}`).join();

/** How the Zap is doing; asks for the next poll by itself. @param waits how long the index lags, in ms */
export const pulse = (live: Live, view: RunView, waits = 0): Html => {
  const last = live.polls.at(-1);
  const shown = stateOf(live);
  const say = () => {
    if (!live.isOn) return html`The Zap is off.`;
    if (live.trouble)
      return html`<span class="mark fails">${live.isListening ? 'post refused' : 'poll failed'}</span> ${live.trouble}`;
    if (live.isListening)
      return html`<span class="beat" aria-hidden="true"></span> Waits for posts of the workflow · ${plural(live.polls.length, 'post')} came${last ? html` · last at ${showClock(last.at, view.zone)}` : ''}`;
    if (!live.isPolling)
      return html`<span class="beat" aria-hidden="true"></span> On. The other app starts it: press “Send it”.`;
    const lag =
      waits > 0
        ? html` · Nothing new yet: HighLevel’s search index shows it in <span data-countdown="${waits}">${(waits / 1000).toFixed(1)}</span> s`
        : '';
    return html`<span class="beat" aria-hidden="true"></span> Polled ${plural(live.polls.length, 'time')}, every ${seconds} seconds while this page is open · ${plural(live.remembered, 'record')} remembered · last at ${last ? showClock(last.at, view.zone) : 'never'}${lag}`;
  };
  return html`<div id="pulse" class="pulse" ${live.isOn || live.resumesAt ? html`hx-post="/zaps/${view.zapId}/poll" hx-trigger="load delay:${seconds}s" hx-vals='${JSON.stringify({ shown })}' hx-swap="outerHTML"` : ''}><p>${say()}</p></div>`;
};
