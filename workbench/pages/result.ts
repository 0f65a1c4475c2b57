import { html } from 'hono/html';
import { pluralOf } from '../../lib/texts.ts';
import type { Exchange, OutputField, Result } from '../app.ts';
import type { Files } from '../files.ts';
import { labelledFields, type RecordField } from '../labels.ts';
import type { Html } from '../markdown.ts';
import { showShort, showTime } from '../zone.ts';
import { code, exchangeList } from './exchanges.ts';

/** A run that went well or not, as it is shown. */
export interface Shown {
  outputFields: OutputField[];
  exchanges: Exchange[];
  milliseconds: number;
  files: Files;
  /** The time zone in which moments are shown. */
  zone: string;
}

/** “1 poll”, “2 polls”. */
export const plural = (count: number, one: string): string =>
  `${count} ${count === 1 ? one : pluralOf(one)}`;

const isPromise = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('hydrate|||');

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A promised file: fetched only when somebody asks for it, as a later step of a Zap would. */
const fileButton = (promise: string, files: Files) =>
  html`<span class="file"><button type="button" class="small" hx-post="/files/${files.promise(promise)}" hx-target="closest .file" hx-swap="innerHTML" hx-disabled-elt="this">Fetch this file</button></span>`;

const shownText = (value: string, { files, zone }: Shown): Html => {
  if (isPromise(value)) return fileButton(value, files);
  const time = moment.test(value) ? showTime(value, zone) : undefined;
  if (time)
    return html`<time datetime="${value}">${time}</time> <small class="thin mono">${value}</small>`;
  if (/^https?:\/\/\S+$/.test(value))
    return html`<a href="${value}" target="_blank" rel="noopener noreferrer">${value}</a>`;
  return html`${value}`;
};

/** A value as people read it. */
export const shownValue = (value: unknown, shown: Shown): Html => {
  if (value === null || value === undefined || value === '')
    return html`<span class="thin">empty</span>`;
  if (typeof value === 'boolean') return html`${value ? 'Yes' : 'No'}`;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.length === 0
      ? html`<span class="thin">none</span>`
      : html`<ul class="tags" role="list">${value.map((item) => html`<li>${String(item ?? '–')}</li>`)}</ul>`;
  if (typeof value === 'object') return html`<code class="json">${JSON.stringify(value)}</code>`;
  return typeof value === 'string' ? shownText(value, shown) : html`${String(value)}`;
};

const isFilled = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(isFilled)
    : value !== undefined && value !== null && value !== '';

const asCopied = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** Copies a value as later steps get it. A promised file has none yet. */
const copyButton = (label: string, value: unknown) =>
  isPromise(value)
    ? ''
    : html` <button type="button" class="quiet copy" data-copy="${asCopied(value)}" aria-label="Copy ${label}">Copy</button>`;

/** A record as a list of labels and values; empty ones stand behind a line that opens. */
export const recordFields = (record: Result, shown: Shown): Html => {
  const all = labelledFields(record, shown.outputFields);
  const line = ({ key, label, value }: RecordField) => html`<div>
<dt>${label} <code class="thin">${key}</code>${isFilled(value) ? copyButton(label, value) : ''}</dt>
<dd>${shownValue(value, shown)}</dd>
</div>`;
  const filled = all.filter(({ value }) => isFilled(value));
  const empty = all.filter(({ value }) => !isFilled(value));
  return html`<dl class="record">${filled.map(line)}</dl>
${
  empty.length > 0
    ? html`<details class="quiet-details"><summary>${empty.length} empty ${empty.length === 1 ? 'field' : 'fields'}</summary><dl class="record">${empty.map(line)}</dl></details>`
    : ''
}`;
};

let shownResults = 0;

/** The same result in three ways; radio buttons switch between them, so it works with the keyboard alone. */
export const views = (fields: Html, data: unknown, exchanges: Exchange[]): Html => {
  shownResults += 1;
  const name = `view-${shownResults}`;
  const option = (view: string, label: string, isChecked: boolean) =>
    html`<label><input type="radio" name="${name}" value="${view}" ${isChecked ? html`checked` : ''}><span>${label}</span></label>`;
  return html`<div class="views">
<fieldset class="segments small"><legend class="sr">Show the result as</legend>
${option('fields', 'Fields', true)}
${option('json', 'JSON', false)}
${option('http', `HTTP (${exchanges.length})`, false)}
</fieldset>
<div class="view" data-view="fields">${fields}</div>
<div class="view" data-view="json">${code('JSON', JSON.stringify(data, null, 2))}</div>
<div class="view" data-view="http">${exchangeList(exchanges)}</div>
</div>`;
};

/** How much a run cost. */
export const cost = (exchanges: Exchange[], milliseconds: number): Html =>
  html`<span class="cost">${plural(exchanges.length, 'request')} · ${milliseconds} ms</span>`;

/** What a record is called. Times that have no other name are called by their time. */
export const nameOfRecord = (record: Result, zone = 'UTC'): string => {
  const full = [record.firstName, record.lastName].filter(Boolean).join(' ');
  const time =
    typeof record.startTime === 'string' && moment.test(record.startTime)
      ? showShort(record.startTime, zone)
      : undefined;
  const named =
    full ||
    [
      record.name,
      record.contactName,
      record.title,
      record.subject,
      record.fullName,
      record['Full Name'],
      record.body,
      record.email,
      record.Phone,
    ].find((value) => typeof value === 'string' && value !== '');
  const words = [named, time].filter(Boolean).join(', ');
  return (words || String(record.id ?? 'Record')).slice(0, 80);
};
