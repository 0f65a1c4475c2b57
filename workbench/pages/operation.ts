import { html } from 'hono/html';
import type { Poll } from '../../zaps/watch.ts';
import type { Field, Result } from '../app.ts';
import { type Entry, tokenNames } from '../catalog.ts';
import type { Html } from '../markdown.ts';
import type { Session } from '../session.ts';
import { kindMark } from './catalog.ts';
import type { Setting } from './controls.ts';
import { drawFields } from './fields.ts';
import { happenBox } from './happen.ts';
import { cost, nameOfRecord, plural, recordFields, type Shown, views } from './result.ts';

/** The controls of an operation. */
export const setUp = (
  fields: Field[],
  setting: Setting,
): Html => html`<div class="fields" id="fields">
${fields.length > 0 ? drawFields(fields, setting) : html`<p class="empty">Nothing to fill in: this operation needs no more than the connection.</p>`}
</div>`;

const connectionHint = (session: Session, entry: Entry): Html | '' => {
  const back = `/operations/${entry.key}`;
  if (!session.connection)
    return html`<div class="notice note"><p><a href="/connect?back=${back}">Connect an account</a> to fill the dropdowns and to test this.</p></div>`;
  if (entry.token !== 'agency' || session.connection.kind === 'agency') return '';
  const agency = session.connections.find(({ kind }) => kind === 'agency');
  return html`<div class="notice note"><p>This needs an agency connection; you are connected to one sub-account. Test it here to see what a user would read, or:</p>
<form method="post" action="${agency ? '/connect/use' : '/connect'}"><input type="hidden" name="back" value="${back}"><input type="hidden" name="account" value="agency"><input type="hidden" name="id" value="${agency?.id ?? ''}"><button type="submit" class="small">${agency ? `Use ${agency.label}` : 'Connect the agency'}</button></form></div>`;
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
<form class="card step" method="dialog" data-autosave="/operations/${entry.key}/save" hx-post="/operations/${entry.key}/test" hx-target="#result" hx-swap="innerHTML show:#result:top" hx-disabled-elt="find .primary" hx-indicator="#result" novalidate>
<h2><span class="number" aria-hidden="true">1</span> Set up</h2>
${form}
<div class="actions">
<button type="submit" class="primary" ${session.connection ? '' : html`disabled`}>${verbs[entry.kind]}</button>
<button type="button" class="quiet" hx-post="/operations/${entry.key}/clear" hx-target="#main" hx-swap="innerHTML">Start over</button>
${entry.kind === 'triggers' ? html`<button type="button" class="quiet" hx-post="/zaps" hx-vals='${JSON.stringify({ trigger: entry.key })}' hx-include="closest form" hx-target="#main" hx-swap="innerHTML">Build a Zap from it</button>` : ''}
</div>
</form>
<section class="card step" aria-labelledby="test-title">
<h2 id="test-title"><span class="number" aria-hidden="true">2</span> Test</h2>
<div id="result" aria-live="polite"><p class="empty">${entry.kind === 'triggers' ? 'Test the trigger to see its latest records, and which of them Zapier would fire on.' : 'The result appears here: as fields, as JSON, and the requests behind it.'}</p></div>
</section>
</article>`;

/** The record that a create gave. */
export const created = (
  record: Result,
  shown: Shown,
  isWithoutChange = false,
): Html => html`<div class="result ${isWithoutChange ? 'calm' : 'good'}">
<header><h3>${isWithoutChange ? 'It worked, but changed nothing' : 'It worked'}</h3>${cost(shown.exchanges, shown.milliseconds)}</header>
${isWithoutChange ? html`<p class="thin">Nothing to change is filled in. Fill in at least one field that the update should change.</p>` : ''}
</div>
${views(recordFields(record, shown), record, shown.exchanges)}`;

const recordBlock = (record: Result, shown: Shown, isOpen: boolean, mark: Html | '') =>
  html`<details class="one-record" ${isOpen ? html`open` : ''}><summary>${nameOfRecord(record, shown.zone)} ${mark}</summary>${recordFields(record, shown)}</details>`;

/** What a search found, best first. */
export const searched = (
  records: Result[],
  shown: Shown,
): Html => html`<div class="result ${records.length > 0 ? 'good' : 'calm'}">
<header><h3>${records.length === 0 ? 'Nothing was found' : `${records.length} found`}</h3>${cost(shown.exchanges, shown.milliseconds)}</header>
${records.length === 0 ? html`<p class="thin">The Zap stops here, or creates the record if the step is set to do so.</p>` : records.length > 1 ? html`<p class="thin">A Zap goes on with the first one, unless its owner chooses otherwise.</p>` : ''}
</div>
${views(
  html`${records.map((record, index) => recordBlock(record, shown, index === 0, ''))}`,
  records,
  shown.exchanges,
)}`;

/** What the editor’s test of an instant trigger shows, and how its URL gets into HighLevel. */
export const instant = (
  records: Result[],
  shown: Shown,
  directions: string,
): Html => html`<div class="result good" data-instant>
<header><h3>Fires at once when a workflow posts</h3>${cost(shown.exchanges, shown.milliseconds)}</header>
<p class="thin">Zapier’s editor tests such a trigger with recent records. They have the same fields as what a workflow posts. To get a URL and see the trigger fire, choose “Build a Zap from it”.</p>
<p class="thin">${directions}</p>
</div>
${views(
  html`${records.map((record, index) => recordBlock(record, shown, index === 0, ''))}`,
  records,
  shown.exchanges,
)}`;

const limit = 25;

/** Why a poll found nothing new. @param waits how long until the index shows what happened last, in ms */
export const nothingNew = (waits: number): Html =>
  waits > 0
    ? html`<p class="thin">What happened just now is not in HighLevel’s search index yet. It shows up in <span data-countdown="${waits}">${(waits / 1000).toFixed(1)}</span> s.</p>`
    : html`<p class="thin">No record that fits the form is new to Zapier. If “Trigger On” says “new”, a change does not count.</p>`;

interface Polled {
  poll: Poll;
  sample: Result[];
  /** How long until the index shows what happened last, in ms. */
  waits: number;
}

const listed = ({ poll, sample }: Polled, shown: Shown): Html => {
  const { index, records, fired } = poll;
  const isFirst = index === 0;
  const mark = isFirst ? '' : html`<span class="mark fires">fires</span>`;
  const seen = html`<span class="mark">seen before</span>`;
  const list = isFirst ? sample : fired;
  const others = isFirst ? [] : records.filter((record) => !fired.includes(record));
  const more = (all: Result[]) =>
    all.length > limit ? html`<p class="thin">and ${all.length - limit} more</p>` : '';
  return html`${list.slice(0, limit).map((record, at) => recordBlock(record, shown, at === 0, mark))}
${more(list)}
${isFirst && list.length === 0 ? html`<p class="empty">There is no record yet. Zapier then shows the app’s own sample in the editor.</p>` : ''}
${
  others.length > 0
    ? html`<details class="quiet-details"><summary>${others.length} seen before</summary>${others.slice(0, limit).map((record) => recordBlock(record, shown, false, seen))}${more(others)}</details>`
    : ''
}`;
};

/** What a poll fired, by Zapier’s memory of the polls before. */
export const polled = (entry: Entry, result: Polled, shown: Shown, session: Session): Html => {
  const { index, records, fired } = result.poll;
  const isFirst = index === 0;
  const heading = isFirst
    ? 'Switched on'
    : fired.length === 0
      ? 'Nothing new'
      : `Fires ${plural(fired.length, 'time')}`;
  const explanation = isFirst
    ? `Zapier now remembers ${plural(records.length, 'record')} and fires on none of them: only what is new from here on counts. In the editor it shows these:`
    : `Poll ${index}: ${records.length} came, ${fired.length} ${fired.length === 1 ? 'was' : 'were'} new to Zapier.`;
  const again =
    fired.length === 0 && result.waits > 0 ? `click, load delay:${result.waits + 200}ms` : 'click';
  return html`<div class="result ${fired.length === 0 ? 'calm' : 'good'}" data-poll="${index}" data-fired="${fired.length}">
<header><h3>${heading}</h3>${cost(shown.exchanges, shown.milliseconds)}</header>
<p class="thin">${explanation}</p>
${!isFirst && fired.length === 0 ? nothingNew(result.waits) : ''}
<div class="actions">
<button type="button" class="primary" hx-post="/operations/${entry.key}/poll" hx-include="closest article" hx-target="#result" hx-swap="innerHTML" hx-trigger="${again}" hx-disabled-elt="this" hx-indicator="#result">Poll again</button>
</div>
</div>
${happenBox(session)}
${views(listed(result, shown), isFirst ? result.sample : fired, shown.exchanges)}`;
};
