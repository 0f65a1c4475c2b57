import { html } from 'hono/html';
import type { Field } from '../app.ts';
import { alters } from '../dependents.ts';
import { valueAt } from '../form.ts';
import { type Html, markdown } from '../markdown.ts';
import { control, type Drawn, idOf, isYesNo, type Setting } from './controls.ts';

const hints: Partial<Record<NonNullable<Field['type']>, string>> = {
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
${title(field, id, !isYesNo(field))}
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
    const group = setting.groups.find(({ key }) => key === field.group);
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
