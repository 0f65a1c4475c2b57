import { html } from 'hono/html';
import type { Result } from '../../tour/station.ts';
import type { Field } from '../../tour/zapier.ts';
import { type Entry, tokenNames } from '../catalog.ts';
import { happenings } from '../happenings.ts';
import type { Html } from '../markdown.ts';
import type { Poll } from '../polls.ts';
import type { Session } from '../session.ts';
import { kindMark } from './catalog.ts';
import { drawFields, type Setting } from './fields.ts';
import { cost, nameOfRecord, recordFields, type Shown, views } from './result.ts';

/** The controls of an operation, or why they cannot be shown. */
export const setUp = (
  fields: Field[],
  setting: Setting,
): Html => html`<div class="fields" id="fields">
${fields.length > 0 ? drawFields(fields, setting) : html`<p class="empty">Nothing to fill in: this operation needs no more than the connection.</p>`}
</div>`;

/** Buttons that change something in the sandbox, as a person in HighLevel would. */
export const happenBox = (session: Session): Html | '' =>
  session.sandbox
    ? html`<section class="happen card" aria-labelledby="happen-title">
<h3 id="happen-title">Make something happen in HighLevel</h3>
<p class="thin">These buttons act in the sandbox, past the app, as a person in HighLevel would.</p>
<form class="buttons" hx-post="/happen" hx-target="#happened" hx-swap="innerHTML">
${Object.entries(happenings).map(
  ([name, { label }]) =>
    html`<button type="submit" class="small" name="what" value="${name}">${label}</button>`,
)}
</form>
<p id="happened" role="status"></p>
</section>`
    : '';

const connectionHint = (session: Session, entry: Entry): Html | '' => {
  if (!session.connection)
    return html`<div class="notice note"><p><a href="/connect">Connect an account</a> to fill the dropdowns and to test this.</p></div>`;
  if (entry.token === 'agency' && session.connection.kind !== 'agency')
    return html`<div class="notice note"><p>This needs an agency connection; you are connected to one sub-account. <a href="/connect">Connect the agency</a> to test it, or test it here to see what a user would read.</p></div>`;
  return '';
};

const verbs = {
  triggers: 'Test trigger',
  creates: 'Test action',
  searches: 'Test search',
} as const;

/** One operation: what it is, its form and its test. */
export const operationPage = (
  session: Session,
  entry: Entry,
  form: Html,
): Html => html`<article class="operation" data-key="${entry.key}">
<p class="back"><a href="/">← All operations</a></p>
<header class="operation-head">
<p class="crumb">${kindMark(entry)} <span class="thin">${entry.category}</span></p>
<h1 tabindex="-1">${entry.label}</h1>
<p class="lead">${entry.description}</p>
<details class="quiet-details about"><summary>${tokenNames[entry.token]} · <code>${entry.key}</code></summary>
<dl class="record">
<div><dt>Endpoints</dt><dd>${entry.routes.map((route) => html`<code class="block">${route}</code>`)}</dd></div>
<div><dt>Scopes</dt><dd>${entry.scopes.map((scope) => html`<code class="block">${scope}</code>`)}</dd></div>
</dl></details>
</header>
${connectionHint(session, entry)}
<form class="card step" hx-post="/operations/${entry.key}/test" hx-target="#result" hx-swap="innerHTML show:#result:top" hx-disabled-elt="find .primary" hx-indicator="#result" novalidate>
<h2><span class="number" aria-hidden="true">1</span> Set up</h2>
${form}
<div class="actions">
<button type="submit" class="primary" ${session.connection ? '' : html`disabled`}>${verbs[entry.kind]}</button>
<button type="reset" class="quiet" hx-get="/operations/${entry.key}" hx-target="#main" hx-swap="innerHTML" hx-trigger="click">Start over</button>
</div>
</form>
<section class="card step" aria-labelledby="test-title">
<h2 id="test-title"><span class="number" aria-hidden="true">2</span> Test</h2>
<div id="result" aria-live="polite"><p class="empty">${entry.kind === 'triggers' ? 'Test the trigger to see its latest records, and which of them Zapier would fire on.' : 'The result appears here: as fields, as JSON, and the requests behind it.'}</p></div>
</section>
</article>`;

/** The record that a create gave. */
export const created = (record: Result, shown: Shown): Html => html`<div class="result good">
<header><h3>It worked</h3>${cost(shown.exchanges, shown.milliseconds)}</header>
</div>
${views(recordFields(record, shown), record, shown.exchanges)}`;

/** What a search found, best first. */
export const searched = (
  records: Result[],
  shown: Shown,
): Html => html`<div class="result ${records.length > 0 ? 'good' : 'calm'}">
<header><h3>${records.length === 0 ? 'Nothing was found' : `${records.length} found`}</h3>${cost(shown.exchanges, shown.milliseconds)}</header>
${records.length === 0 ? html`<p class="thin">The Zap stops here, or creates the record where the step is set to do so.</p>` : records.length > 1 ? html`<p class="thin">A Zap goes on with the first one, unless its owner chooses otherwise.</p>` : ''}
</div>
${views(
  html`${records.map((record, index) => recordBlock(record, shown, index === 0, ''))}`,
  records,
  shown.exchanges,
)}`;

const recordBlock = (record: Result, shown: Shown, isOpen: boolean, mark: Html | '') =>
  html`<details class="one-record" ${isOpen ? html`open` : ''}><summary>${nameOfRecord(record)} ${mark}</summary>${recordFields(record, shown)}</details>`;

const limit = 25;

/** What a poll fired, by Zapier's memory of the polls before. */
export const polled = (
  entry: Entry,
  poll: Poll,
  sample: Result[],
  shown: Shown,
  session: Session,
): Html => {
  const { index, records, fired } = poll;
  const isFirst = index === 0;
  const firedMark = html`<span class="mark fires">fires</span>`;
  const seenMark = html`<span class="mark">seen before</span>`;
  const others = records.filter((record) => !fired.includes(record));
  const listed = isFirst ? sample : fired;
  const heading = isFirst
    ? 'Switched on'
    : fired.length === 0
      ? 'Nothing new'
      : `Fires ${fired.length} ${fired.length === 1 ? 'time' : 'times'}`;
  const explanation = isFirst
    ? `Zapier now remembers ${records.length} ${records.length === 1 ? 'record' : 'records'} and fires on none of them: only what is new from here on counts. In the editor it shows these:`
    : `Poll ${index}: ${records.length} came, ${fired.length} ${fired.length === 1 ? 'was' : 'were'} new to Zapier.`;
  return html`<div class="result ${isFirst || fired.length === 0 ? 'calm' : 'good'}" data-poll="${index}" data-fired="${fired.length}">
<header><h3>${heading}</h3>${cost(shown.exchanges, shown.milliseconds)}</header>
<p class="thin">${explanation}</p>
<div class="actions">
<button type="button" class="primary" hx-post="/operations/${entry.key}/poll" hx-include="closest article" hx-target="#result" hx-swap="innerHTML" hx-disabled-elt="this" hx-indicator="#result">Poll again</button>
</div>
</div>
${happenBox(session)}
${views(
  html`${listed.slice(0, limit).map((record, at) => recordBlock(record, shown, at === 0, isFirst ? '' : firedMark))}
${listed.length > limit ? html`<p class="thin">and ${listed.length - limit} more</p>` : ''}
${isFirst && listed.length === 0 ? html`<p class="empty">There is no record yet. Zapier then shows the app’s own sample in the editor.</p>` : ''}
${
  !isFirst && others.length > 0
    ? html`<details class="quiet-details"><summary>${others.length} seen before</summary>${others.slice(0, limit).map((record) => recordBlock(record, shown, false, seenMark))}${others.length > limit ? html`<p class="thin">and ${others.length - limit} more</p>` : ''}</details>`
    : ''
}`,
  isFirst ? sample : fired,
  shown.exchanges,
)}`;
};
