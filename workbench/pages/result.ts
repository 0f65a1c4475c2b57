import { html } from 'hono/html';
import type { Result } from '../../tour/station.ts';
import { type Exchange, messageOf, type OutputField } from '../../tour/zapier.ts';
import type { Files } from '../files.ts';
import type { Html } from '../markdown.ts';
import { lookUp } from '../zap.ts';

/** A run that went well or not, as it is shown. */
export interface Shown {
  outputFields: OutputField[];
  exchanges: Exchange[];
  milliseconds: number;
  files: Files;
}

const isPromise = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('hydrate|||');

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A promised file: fetched only when somebody asks for it, as a later step of a Zap would. */
const fileButton = (promise: string, files: Files) =>
  html`<span class="file"><button type="button" class="small" hx-post="/files/${files.promise(promise)}" hx-target="closest .file" hx-swap="innerHTML" hx-disabled-elt="this">Fetch this file</button></span>`;

const shownValue = (value: unknown, files: Files): Html => {
  if (value === null || value === undefined || value === '')
    return html`<span class="thin">empty</span>`;
  if (isPromise(value)) return fileButton(value, files);
  if (typeof value === 'boolean') return html`${value ? 'Yes' : 'No'}`;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.length === 0
      ? html`<span class="thin">none</span>`
      : html`<ul class="tags" role="list">${value.map((item) => html`<li>${String(item ?? '–')}</li>`)}</ul>`;
  if (typeof value === 'object') return html`<code class="json">${JSON.stringify(value)}</code>`;
  if (typeof value === 'string' && moment.test(value)) {
    const date = new Date(value);
    return Number.isNaN(date.getTime())
      ? html`${value}`
      : html`<time datetime="${value}">${date.toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' })}</time> <small class="thin mono">${value}</small>`;
  }
  if (typeof value === 'string' && /^https?:\/\/\S+$/.test(value))
    return html`<a href="${value}" target="_blank" rel="noopener noreferrer">${value}</a>`;
  return html`${String(value)}`;
};

const rootOf = (key: string): string => key.split(/__|\[\]/)[0] ?? key;

/** The fields of a record: those that the app declares, with their labels, then what else came. */
export const labelledFields = (
  record: Result,
  outputFields: OutputField[],
): { key: string; label: string; value: unknown; isExtra: boolean }[] => {
  const seen = new Set<string>();
  const declared = outputFields.flatMap(({ key, label }) => {
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ key, label: label ?? key, value: lookUp(record, key), isExtra: false }];
  });
  const roots = new Set(outputFields.map(({ key }) => rootOf(key)));
  const extra = Object.entries(record)
    .filter(([key]) => !roots.has(key))
    .map(([key, value]) => ({ key, label: key, value, isExtra: true }));
  return [...declared, ...extra];
};

const isFilled = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(isFilled)
    : value !== undefined && value !== null && value !== '';

/** A record as a list of labels and values; empty ones stand behind a line that opens. */
export const recordFields = (record: Result, { outputFields, files }: Shown): Html => {
  const all = labelledFields(record, outputFields);
  const line = ({ key, label, value, isExtra }: (typeof all)[number]) => html`<div>
<dt>${label}${isExtra ? '' : html` <code class="thin">${key}</code>`}</dt>
<dd>${shownValue(value, files)}</dd>
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

const pretty = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

const shortened = (text: string): string =>
  text.length > 20_000 ? `${text.slice(0, 20_000)}\n… (${text.length} characters)` : text;

const code = (label: string, text: string) =>
  html`<figure class="code"><figcaption>${label}</figcaption><pre tabindex="0" aria-label="${label}">${shortened(text)}</pre></figure>`;

const statusKind = (status: number): string => (status < 300 ? 'good' : 'bad');

/** The HTTP requests that the app sent to HighLevel, with their answers. core has replaced every secret in them. */
export const exchangeList = (exchanges: Exchange[]): Html => {
  if (exchanges.length === 0)
    return html`<p class="empty">Nothing was sent to HighLevel: the app stopped before.</p>`;
  return html`<ol class="exchanges" role="list">
${exchanges.map((exchange) => {
  const { pathname, search } = new URL(exchange.url);
  return html`<li><details>
<summary><span class="method">${exchange.method}</span> <span class="path">${pathname}<span class="thin">${search}</span></span> <span class="status ${statusKind(exchange.status)}">${exchange.status}</span> <span class="thin">${exchange.milliseconds} ms</span></summary>
${code('Request', `${exchange.method} ${exchange.url}\n${exchange.requestHeaders}`)}
${exchange.requestBody ? code('Request body', pretty(exchange.requestBody)) : ''}
${code(`Answer ${exchange.status}`, pretty(exchange.answer))}
${code('Answer headers', exchange.responseHeaders)}
</details></li>`;
})}
</ol>`;
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
  html`<span class="cost">${exchanges.length} ${exchanges.length === 1 ? 'request' : 'requests'} · ${milliseconds} ms</span>`;

/** What a record is called. */
export const nameOfRecord = (record: Result): string => {
  const full = [record.firstName, record.lastName].filter(Boolean).join(' ');
  const named =
    full ||
    [
      record.name,
      record.contactName,
      record.title,
      record.subject,
      record.fullName,
      record.body,
      record.email,
    ].find((value) => typeof value === 'string' && value !== '');
  return String(named ?? record.id ?? 'Record').slice(0, 80);
};

const whatZapierDoes: Record<string, [title: string, text: string]> = {
  HaltedError: [
    'Zapier would stop this run here',
    'It does not count as a failure, so the Zap stays on.',
  ],
  ThrottledError: ['Zapier would wait', 'It runs the step again by itself after the wait.'],
  ExpiredAuthError: [
    'Zapier would ask for a new connection',
    'The owner of the Zap gets a mail, and runs wait until the account is connected again.',
  ],
  RefreshAuthError: [
    'Zapier would ask for a new connection',
    'HighLevel refuses the token, even a fresh one.',
  ],
};

/** An error as the user of a Zap would read it, with what Zapier does about it. */
export const errorCard = (error: unknown, exchanges: Exchange[], milliseconds: number): Html => {
  const [title, text] = whatZapierDoes[error instanceof Error ? error.name : ''] ?? [
    'The step would fail',
    'Zapier shows this message in the Zap’s history and tells the owner.',
  ];
  return html`<div class="result bad" role="alert">
<header><h3>${title}</h3>${cost(exchanges, milliseconds)}</header>
<blockquote>${messageOf(error)}</blockquote>
<p class="thin">${text}</p>
</div>
<details class="quiet-details"><summary>What went over the wire (${exchanges.length})</summary>${exchangeList(exchanges)}</details>`;
};
