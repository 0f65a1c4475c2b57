import { html } from 'hono/html';
import type { Result } from '../../tour/station.ts';
import type { Field, OutputField } from '../../tour/zapier.ts';
import { type Entry, entries, entryOf } from '../catalog.ts';
import type { Html } from '../markdown.ts';
import type { Session } from '../session.ts';
import { type Run, tokenOf, withoutSecrets, type Zap } from '../zap.ts';
import { drawFields, type Setting } from './fields.ts';
import { happenBox } from './operation.ts';
import { cost, labelledFields, nameOfRecord, recordFields, type Shown, views } from './result.ts';

export type Side = 'trigger' | 'action';

const operations = (side: Side): [string, Entry[]][] => {
  const fitting = entries.filter(({ kind }) => (kind === 'triggers') === (side === 'trigger'));
  const categories = [...new Set(fitting.map(({ category }) => category))];
  return categories.map((category) => [
    category,
    fitting.filter((entry) => entry.category === category),
  ]);
};

const titles = { trigger: 'When this happens', action: 'Do this' } as const;

/** One side of the Zap: which operation, and its form. */
export const sideCard = (
  side: Side,
  entry: Entry | undefined,
  form: { fields: Field[]; setting: Setting } | Html | undefined,
): Html => html`<section class="card step" id="zap-${side}" aria-labelledby="zap-${side}-title">
<h2 id="zap-${side}-title"><span class="number" aria-hidden="true">${side === 'trigger' ? 1 : 2}</span> ${titles[side]}</h2>
<div class="field">
<label for="zap-${side}-key">${side === 'trigger' ? 'Trigger' : 'Action'}</label>
<select id="zap-${side}-key" name="${side}" hx-post="/zap/${side}" hx-target="#zap-${side}" hx-swap="outerHTML" hx-trigger="change" hx-include="#zap">
<option value="">Choose…</option>
${operations(side).map(
  ([category, list]) => html`<optgroup label="${category}">
${list.map(({ key, label }) => html`<option value="${key}" ${key === entry?.key ? html`selected` : ''}>${label}</option>`)}
</optgroup>`,
)}
</select>
${entry ? html`<div class="help"><p>${entry.description}</p></div>` : ''}
</div>
${form && 'fields' in form ? html`<div class="fields">${drawFields(form.fields, form.setting)}</div>` : (form ?? '')}
${
  side === 'trigger' && entry
    ? html`<div class="actions"><button type="button" class="small" hx-post="/zap/sample" hx-include="#zap" hx-target="#zap-fields" hx-swap="outerHTML" hx-disabled-elt="this">Find a record to map from</button></div>`
    : ''
}
</section>`;

const preview = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return 'empty';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** The trigger's fields, to be clicked into the action's form. */
export const mappingPanel = (
  entry: Entry | undefined,
  sample: Result | undefined,
  outputFields: OutputField[],
  trouble?: string,
  isOutOfBand = false,
): Html => {
  const fields = sample ? labelledFields(sample, outputFields) : [];
  return html`<section class="card mapping" id="zap-fields" ${isOutOfBand ? html`hx-swap-oob="true"` : ''} aria-labelledby="zap-fields-title">
<h3 id="zap-fields-title">${sample ? `From “${nameOfRecord(sample)}”` : 'From the trigger'}</h3>
${
  trouble
    ? html`<p class="notice bad" role="alert">${trouble}</p>`
    : sample
      ? html`<p class="thin">Click a field of the action, then one of these.</p>
<input type="search" data-filter-tokens placeholder="Search ${fields.length} fields" aria-label="Search the trigger’s fields" autocomplete="off">
<ul class="tokens" role="list">${fields.map(
          ({ key, label, value }) =>
            html`<li><button type="button" data-insert="${tokenOf(key)}" data-preview="${preview(value)}"><span>${label}</span><small>${preview(value)}</small></button></li>`,
        )}</ul>`
      : html`<p class="empty">${entry ? 'Press “Find a record to map from”; its fields then appear here.' : 'Choose a trigger first.'}</p>`
}
</section>`;
};

const runItem = (
  run: Run,
  zap: Zap,
  shown: Shown,
) => html`<li class="run ${run.error ? 'bad' : 'good'}" data-run="${run.number}">
<details>
<summary><span class="mark ${run.error ? 'fails' : 'fires'}">${run.error ? 'failed' : 'done'}</span> <strong>${nameOfRecord(run.record)}</strong> <span class="thin">→ ${entryOf(zap.actionKey)?.label}</span> ${cost(run.exchanges, run.milliseconds)} <time class="thin" datetime="${run.at.toISOString()}">${run.at.toLocaleTimeString('en-US')}</time></summary>
${run.error ? html`<blockquote>${run.error}</blockquote>` : ''}
${views(
  run.result ? recordFields(run.result, shown) : html`<p class="empty">No record came back.</p>`,
  { input: withoutSecrets(run.input), result: run.result ?? null },
  run.exchanges,
)}
</details>
</li>`;

/** The runs after a number, newest first. */
export const runItems = (zap: Zap, after: number, shownOf: (run: Run) => Shown): Html =>
  html`${zap.runs
    .filter(({ number }) => number > after)
    .toReversed()
    .map((run) => runItem(run, zap, shownOf(run)))}`;

const seconds = 3;

/** How the Zap is doing; asks for the next poll by itself. */
export const pulse = (
  zap: Zap,
): Html => html`<div id="zap-pulse" class="pulse" hx-post="/zap/poll" hx-trigger="load delay:${seconds}s" hx-vals='${JSON.stringify({ after: zap.runs.length })}' hx-swap="outerHTML">
<p>${
  zap.trouble
    ? html`<span class="mark fails">poll failed</span> ${zap.trouble}`
    : zap.watch.polls === 0
      ? 'Switching on…'
      : html`<span class="beat" aria-hidden="true"></span> Polled ${zap.watch.polls} ${zap.watch.polls === 1 ? 'time' : 'times'}, every ${seconds} seconds · ${zap.watch.remembered} records remembered · last at ${zap.lastPoll?.toLocaleTimeString('en-US')}`
}</p>
</div>`;

/** Switched on or off, and what ran. */
export const switchCard = (
  session: Session,
  shownOf: (run: Run) => Shown,
  trouble?: string,
): Html => {
  const { zap } = session;
  return html`<section class="card step" id="zap-switch" aria-labelledby="zap-switch-title">
<h2 id="zap-switch-title"><span class="number" aria-hidden="true">3</span> Switch it on</h2>
${trouble ? html`<p class="notice bad" role="alert">${trouble}</p>` : ''}
<div class="actions">
${
  zap
    ? html`<button type="button" class="switch on" role="switch" aria-checked="true" hx-post="/zap/off" hx-target="#zap-switch" hx-swap="outerHTML"><span class="switch-track" aria-hidden="true"></span>The Zap is on</button>`
    : html`<button type="button" class="switch" role="switch" aria-checked="false" hx-post="/zap/on" hx-include="#zap" hx-target="#zap-switch" hx-swap="outerHTML" hx-disabled-elt="this"><span class="switch-track" aria-hidden="true"></span>The Zap is off</button>`
}
</div>
${
  zap
    ? html`<p class="thin">It runs as it was set up when it was switched on; later changes above count at the next switching on.</p>
${pulse(zap)}
<ol class="runs" id="runs" role="list" aria-live="polite" aria-label="Runs, newest first">${runItems(zap, 0, shownOf)}</ol>
<p class="thin when-empty">No run yet: Zapier fires only on what is new since it was switched on.</p>
${session.sandbox ? '' : html`<p class="notice note">Create or change a record in your HighLevel account, and watch it fire here.</p>`}`
    : html`<p class="thin">A Zap that is on polls its trigger and runs its action once for each record that is new.</p>`
}
</section>
`;
};

/** The page of the Zap. */
export const zapPage = (
  session: Session,
  parts: { trigger: Html; action: Html; mapping: Html; switchCard: Html },
): Html => html`<article class="zap">
<header class="operation-head">
<h1 tabindex="-1">A Zap</h1>
<p class="lead">A trigger, an action, and the trigger’s fields mapped into the action’s form.</p>
${
  session.connection
    ? html`<form method="post" action="/zap/example"><button type="submit" class="small">Fill in an example</button> <span class="thin">A new contact gets a note with its name.</span></form>`
    : html`<div class="notice note"><p><a href="/connect">Connect an account</a> first.</p></div>`
}
</header>
<form id="zap" class="zap-form" novalidate data-stay>
<div class="zap-steps">
${parts.trigger}
${parts.action}
</div>
${parts.mapping}
</form>
<div class="zap-end">
${parts.switchCard}
${happenBox(session)}
</div>
</article>`;
