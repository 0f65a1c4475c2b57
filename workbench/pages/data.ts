import { html } from 'hono/html';
import { asText, tokenOf } from '../../zaps/values.ts';
import { isOurs, type Step, type Values } from '../../zaps/zap.ts';
import type { OutputField } from '../app.ts';
import { describeStep } from '../describe.ts';
import { labelledFields } from '../labels.ts';
import type { Html } from '../markdown.ts';
import { nameOfRecord } from './result.ts';

/** An earlier step, as its data are offered. */
export interface Source {
  step: Step;
  number: number;
  sample: Values;
  outputFields: OutputField[];
  isTested: boolean;
}

const short = (value: unknown): string => {
  const text = asText(value);
  return text === '' ? 'empty' : text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const group = ({ step, number, sample, outputFields, isTested }: Source, isOpen: boolean) => {
  const fields = labelledFields(sample, outputFields);
  if (fields.length === 0) return '';
  const { title } = describeStep(step);
  const where = isTested || !isOurs(step) ? '' : ', sample of the app';
  return html`<details class="source" ${isOpen ? html`open` : ''}><summary><span class="number" aria-hidden="true">${number}</span> ${title} <span class="thin">${nameOfRecord(sample)}${where}</span></summary>
<ul class="tokens" role="list">${fields.map(
    ({ path, label, value }) =>
      html`<li><button type="button" data-item data-insert="${tokenOf(number, path)}"><span>${label}</span><small>${short(value)}</small></button></li>`,
  )}</ul></details>`;
};

/** What earlier steps give, to be put into the fields of a step. */
export const dataPanel = (sources: Source[]): Html => {
  const filled = sources.filter(({ sample }) => Object.keys(sample).length > 0);
  return html`<aside class="data card" id="data" aria-labelledby="data-title" data-list>
<header><h3 id="data-title">Insert Data</h3><button type="button" class="icon data-close" data-close-data aria-label="Close">×</button></header>
${
  filled.length === 0
    ? html`<p class="empty">Nothing comes before the trigger. Data of earlier steps appear here when you open a later one.</p>`
    : html`<p class="thin">Type <kbd>/</kbd> in a field, or click a field and then one of these.</p>
<input type="search" data-filter-tokens data-list-search placeholder="Search the data of earlier steps" aria-label="Search the data of earlier steps" autocomplete="off">
<div class="sources">
<button type="button" class="now" data-item data-insert="{{zap_meta_utc_iso}}"><span>Present time</span> <small>of the run</small></button>
${filled.toReversed().map((source, index) => group(source, index < 2))}
</div>
<p class="empty" data-none hidden>No data contains this text.</p>`
}
</aside>`;
};
