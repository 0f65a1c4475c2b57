import { html } from 'hono/html';
import App from '../../index.ts';
import type { Input } from '../../tour/station.ts';
import type { Field } from '../../tour/zapier.ts';
import type { Entry } from '../catalog.ts';
import {
  type Labels,
  labelKey,
  localOf,
  nameOf,
  type Path,
  type Reading,
  readingOf,
  valueAt,
} from '../form.ts';
import { type Html, markdown } from '../markdown.ts';

/** What a form needs to know beside its fields. */
export interface Setting {
  entry: Entry;
  input: Input;
  labels: Labels;
  /** The beginning of the names of its controls: empty, or `trigger/` and `action/` on the page of the Zap. */
  scope: string;
  /** Where the form is drawn anew when a field alters it, and what is replaced. */
  redraw: { url: string; target: string };
}

const idOf = (scope: string, path: Path): string =>
  `f-${scope.replace('/', '-')}${path.join('-').replace(/[^\w-]/g, '_')}`;

const isMapped = (value: unknown): boolean => typeof value === 'string' && value.includes('{{');

const plainChoices = (choices: NonNullable<Field['choices']>): [value: string, label: string][] =>
  Array.isArray(choices)
    ? choices.map((choice) =>
        typeof choice === 'string' ? [choice, choice] : [choice.value, choice.label],
      )
    : Object.entries(choices);

/** The hidden trigger that fills a dropdown asks for these fields of the form first. */
const parentsOf = (field: Field): string[] => {
  const trigger = App.triggers?.[field.dynamic?.split('.')[0] ?? ''];
  const asked = (trigger?.operation.inputFields ?? []) as (Field | (() => unknown))[];
  return asked.flatMap((one) => (typeof one === 'object' && one.required ? [one.key] : []));
};

/** Whether a dropdown gives more than its first page. */
export const hasPages = (dynamic: string): boolean => {
  const operation = App.triggers?.[dynamic.split('.')[0] ?? '']?.operation;
  return operation !== undefined && 'canPaginate' in operation && operation.canPaginate === true;
};

/** The fields whose dropdown depends on another one, so that its value is worth nothing when that one changes. */
export const dependentsOf = (fields: Field[], key: string): string[] =>
  fields.filter((field) => field.key !== key && parentsOf(field).includes(key)).map((f) => f.key);

/** Whether the form is to be drawn anew when this field changes. */
const alters = (fields: Field[], { key, altersDynamicFields }: Field): boolean =>
  altersDynamicFields === true || dependentsOf(fields, key).length > 0;

interface Drawn {
  field: Field;
  path: Path;
  value: unknown;
  redraws: boolean;
  setting: Setting;
  /** A value of a list: its label stands over the list, not over itself. */
  isRow?: boolean;
}

const redraw = ({ redraws, setting }: Drawn) =>
  redraws
    ? html`hx-post="${setting.redraw.url}" hx-target="${setting.redraw.target}" hx-trigger="change" hx-include="closest form"`
    : '';

const labelOf = ({ field }: Drawn): string => field.label ?? field.key;

const attributes = (drawn: Drawn) => {
  if (drawn.isRow) return html`aria-label="${labelOf(drawn)}"`;
  return drawn.field.helpText
    ? html`aria-describedby="${idOf(drawn.setting.scope, drawn.path)}-help"`
    : '';
};

const textInput = (drawn: Drawn, reading: Reading, more: Html | '' = '') => {
  const { field, path, value, setting } = drawn;
  const name = nameOf(setting.scope, reading, path);
  const id = idOf(setting.scope, path);
  const common = html`id="${id}" name="${name}" ${field.placeholder ? html`placeholder="${field.placeholder}"` : ''} ${attributes(drawn)} ${redraw(drawn)} ${more}`;
  if (field.type === 'text' || field.type === 'code')
    return html`<textarea rows="3" ${common} ${field.type === 'code' ? html`class="mono" spellcheck="false"` : ''}>
${value ?? ''}</textarea>`;
  const type = field.type === 'password' && !isMapped(value) ? 'password' : 'text';
  return html`<input type="${type}" value="${String(value ?? '')}" ${common} autocomplete="${type === 'password' ? 'new-password' : 'off'}" ${reading === 'number' ? html`inputmode="decimal"` : ''}>`;
};

/** A control that is chosen from, with a text field instead for what is typed or mapped. */
const twoWays = (drawn: Drawn, reading: Reading, isTyped: boolean, chooser: Html, word: string) => {
  const { setting, path } = drawn;
  const value = drawn.value === undefined || drawn.value === null ? '' : String(drawn.value);
  const id = idOf(setting.scope, path);
  return html`<div class="ways" data-ways>
<fieldset class="way plain" data-way="choose" ${isTyped ? html`disabled hidden` : ''}>${chooser}</fieldset>
<fieldset class="way plain" data-way="type" ${isTyped ? '' : html`disabled hidden`}>
<input type="text" id="${id}-typed" name="${nameOf(setting.scope, reading, path)}" value="${isTyped ? value : ''}" aria-label="${labelOf(drawn)}: type ${word}" autocomplete="off" spellcheck="false" ${redraw(drawn)}>
</fieldset>
<button type="button" class="quiet" id="${id}-switch" data-switch data-choose="Choose from the list" data-type="Type ${word}">${isTyped ? 'Choose from the list' : `Type ${word}`}</button>
</div>`;
};

const select = (drawn: Drawn, choices: [string, string][]) => {
  const { value, path, setting, field } = drawn;
  const chosen = value === undefined || value === null ? '' : String(value);
  const isKnown = chosen === '' || choices.some(([one]) => one === chosen);
  const control = html`<select id="${idOf(setting.scope, path)}" name="${nameOf(setting.scope, readingOf(field) === 'boolean' ? 'boolean' : 'text', path)}" ${attributes(drawn)} ${redraw(drawn)}>
<option value="">Choose…</option>
${choices.map(([one, label]) => html`<option value="${one}" ${one === chosen ? html`selected` : ''}>${label}</option>`)}
</select>`;
  return twoWays(drawn, readingOf(field), !isKnown, control, 'a value');
};

const yesNo = (drawn: Drawn) => {
  const { value, path, setting, field } = drawn;
  const chosen = value === undefined || value === null ? '' : String(value);
  const name = nameOf(setting.scope, 'boolean', path);
  const options: [string, string][] = [
    ['true', 'Yes'],
    ['false', 'No'],
    ...(field.required && chosen !== '' ? [] : ([['', 'Not set']] as [string, string][])),
  ];
  const control = html`<div class="segments" role="radiogroup" aria-label="${labelOf(drawn)}">
${options.map(
  ([one, label]) =>
    html`<label><input type="radio" id="${idOf(setting.scope, path)}-${one || 'unset'}" name="${name}" value="${one}" ${one === chosen ? html`checked` : ''} ${redraw(drawn)}><span>${label}</span></label>`,
)}
</div>`;
  return twoWays(drawn, 'boolean', !['', 'true', 'false'].includes(chosen), control, 'a value');
};

const moment = (drawn: Drawn) => {
  const { value, path, setting } = drawn;
  const isTyped = value !== undefined && value !== '' && localOf(value) === '';
  const control = html`<input type="datetime-local" id="${idOf(setting.scope, path)}" name="${nameOf(setting.scope, 'datetime', path)}" value="${localOf(value)}" ${attributes(drawn)} ${redraw(drawn)}>`;
  return twoWays(drawn, 'datetime', isTyped, control, 'a date');
};

const picker = (drawn: Drawn) => {
  const { path, value, setting } = drawn;
  const chosen = value === undefined || value === null ? '' : String(value);
  const label = setting.labels.get(labelKey(path, chosen));
  const id = idOf(setting.scope, path);
  const isTyped = isMapped(value) || (chosen !== '' && label === undefined);
  const asked = JSON.stringify({ path: JSON.stringify(path), scope: setting.scope, page: 0 });
  const control = html`<div class="picker" data-picker>
<input type="hidden" name="${nameOf(setting.scope, 'text', path)}" value="${chosen}" data-value ${redraw(drawn)}>
<input type="hidden" name="${nameOf(setting.scope, 'label', path)}" value="${label ?? ''}" data-label>
<button type="button" class="picker-button" id="${id}" aria-haspopup="dialog" aria-expanded="false" data-open ${drawn.isRow ? '' : attributes(drawn)} aria-labelledby="${idOf(setting.scope, drawn.isRow ? path.slice(0, -1) : path)}-label ${id}-shown"
 hx-post="/choices/${setting.entry.key}" hx-vals='${asked}' hx-include="closest form" hx-trigger="open" hx-target="next .panel" hx-swap="innerHTML">
<span data-shown id="${id}-shown" class="picker-shown ${label ? '' : 'thin'}">${label ?? 'Choose…'}</span>
</button>
<button type="button" class="icon" data-clear aria-label="Clear ${labelOf(drawn)}" ${chosen ? '' : html`hidden`}>×</button>
<div class="panel" role="dialog" aria-label="Choose: ${labelOf(drawn)}" hidden></div>
</div>`;
  return twoWays(drawn, 'text', isTyped, control, 'an ID');
};

const control = (drawn: Drawn): Html => {
  const { field } = drawn;
  if (field.dynamic) return picker(drawn);
  if (field.choices) return select(drawn, plainChoices(field.choices));
  if (field.type === 'boolean') return yesNo(drawn);
  if (field.type === 'datetime') return moment(drawn);
  return textInput(drawn, readingOf(field));
};

const hints: Partial<Record<NonNullable<Field['type']>, string>> = {
  number: 'Number',
  integer: 'Whole number',
  datetime: 'Date and time',
  file: 'Link to a file',
};

const help = (field: Field, id: string) =>
  field.helpText ? html`<div class="help" id="${id}-help">${markdown(field.helpText)}</div>` : '';

const title = (field: Field, id: string, isLabel: boolean) => {
  const words = html`${field.label ?? field.key}${field.required ? html` <span class="required">required</span>` : ''}${hints[field.type ?? ''] ? html` <span class="hint">${hints[field.type ?? '']}</span>` : ''}`;
  return isLabel
    ? html`<label for="${id}" id="${id}-label">${words}</label>`
    : html`<span class="label" id="${id}-label">${words}</span>`;
};

const removal = (what: string) =>
  html`<button type="button" class="icon" data-remove aria-label="Remove this ${what}">×</button>`;

/** Stands for the number of a row that is added; a number, so that the name of a control stays JSON. */
const blank = 1_000_000;

/** A list: one control per value, and a blank one to add another. */
const list = (drawn: Drawn) => {
  const { field, path, value, setting } = drawn;
  const values = Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value];
  const row = (index: number, one: unknown) => html`<div class="row" data-row>
${control({ ...drawn, path: [...path, index], value: one, isRow: true })}
${removal('value')}
</div>`;
  const id = idOf(setting.scope, path);
  return html`<div class="field" role="group" aria-labelledby="${id}-label" data-field="${field.key}">
${title(field, id, false)}
${help(field, id)}
<div class="rows" data-rows data-keep-one>
${(values.length > 0 ? values : ['']).map((one, index) => row(index, one))}
<template>${row(blank, '')}</template>
<button type="button" class="add" id="${id}-add" data-add>Add another</button>
</div>
</div>`;
};

/** Line items: rows of fields. */
const lineItems = (drawn: Drawn) => {
  const { field, path, value, setting } = drawn;
  const rows = Array.isArray(value) ? value : [];
  const id = idOf(setting.scope, path);
  const row = (
    index: number,
    one: unknown,
  ) => html`<div class="item" data-row role="group" aria-label="${field.label ?? field.key}">
${removal('item')}
${(field.children ?? []).map((child) =>
  drawField({
    ...drawn,
    field: child,
    path: [...path, index, child.key],
    value: valueAt(one, [child.key]),
    redraws: child.altersDynamicFields === true,
  }),
)}
</div>`;
  return html`<div class="field" role="group" aria-labelledby="${id}-label" data-field="${field.key}">
${title(field, id, false)}
${help(field, id)}
<div class="rows" data-rows>
${rows.map((one, index) => row(index, one))}
<template>${row(blank, {})}</template>
<button type="button" class="add" id="${id}-add" data-add>Add an item</button>
</div>
</div>`;
};

const drawField = (drawn: Drawn): Html => {
  const { field, path, setting } = drawn;
  if (field.type === 'copy')
    return html`<div class="notice note" role="note">${markdown(field.helpText ?? '')}</div>`;
  if (field.children) return lineItems(drawn);
  if (field.list) return list(drawn);
  const id = idOf(setting.scope, path);
  return html`<div class="field" data-field="${field.key}">
${title(field, id, field.type !== 'boolean' || field.choices !== undefined)}
${control(drawn)}
${help(field, id)}
</div>`;
};

/** The controls of a form in the order of its fields; a section stands where its first field does. */
export const drawFields = (fields: Field[], setting: Setting): Html => {
  const draw = (field: Field) =>
    drawField({
      field,
      path: [field.key],
      value: setting.input[field.key],
      redraws: alters(fields, field),
      setting,
    });
  const done = new Set<string>();
  const parts = fields.map((field) => {
    const group = setting.entry.groups.find(({ key }) => key === field.group);
    if (!group) return draw(field);
    if (done.has(group.key)) return '';
    done.add(group.key);
    const members = fields.filter((one) => one.group === group.key);
    const isOpen =
      group.emphasize || members.some(({ key, required }) => required || key in setting.input);
    return html`<details class="group" id="g-${setting.scope.replace('/', '-')}${group.key}" ${isOpen ? html`open` : ''}>
<summary>${group.label}<span class="thin">${members.length} ${members.length === 1 ? 'field' : 'fields'}</span></summary>
<div class="group-body">${members.map(draw)}</div>
</details>`;
  });
  return html`${parts}`;
};

/** A page of a dropdown's choices, as they are added to its list. */
export const drawChoices = (
  choices: { value: string; label: string }[],
  next: { url: string; asked: object } | undefined,
): Html => html`${choices.map(
  ({ value, label }) =>
    html`<li><button type="button" class="option" data-option="${value}"><span>${label}</span>${label === value ? '' : html`<small>${value}</small>`}</button></li>`,
)}
${
  next
    ? html`<li data-more><button type="button" class="option more" hx-post="${next.url}" hx-vals='${JSON.stringify(next.asked)}' hx-include="closest form" hx-target="closest li" hx-swap="outerHTML">Load more</button></li>`
    : ''
}`;

const typeInstead = html`<button type="button" class="option type" data-type-instead>Type an ID instead</button>`;

/** The whole panel of a dropdown, when it opens. */
export const drawPanel = (rows: Html, isEmpty: boolean): Html => html`<div class="panel-head">
<input type="search" placeholder="Search what is loaded" aria-label="Search what is loaded" data-filter autocomplete="off">
</div>
<ul role="list" class="options">${rows}</ul>
${isEmpty ? html`<p class="empty">HighLevel has nothing to choose from here.</p>` : ''}
<p class="empty" data-none hidden>Nothing that is loaded has these letters.</p>
${typeInstead}`;

/** The panel of a dropdown that could not be loaded. */
export const troublePanel = (problem: Html): Html => html`${problem}${typeInstead}`;
