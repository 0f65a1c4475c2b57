import { html } from 'hono/html';
import type { Field } from '../app.ts';
import { type Labels, labelKey, nameOf, type Path, type Reading, readingOf } from '../form.ts';
import type { Html } from '../markdown.ts';
import { pickerValue } from '../zone.ts';

/** What a form needs to know beside its fields. */
export interface Setting {
  /** Sections of the form, in order. */
  groups: { key: string; label?: string; emphasize?: boolean }[];
  input: Record<string, unknown>;
  labels: Labels;
  /** The beginning of the names of its controls: empty, or `create/` for what is created if nothing is found. */
  scope: string;
  /** Where dropdowns are loaded from. */
  choices: string;
  /** Where the form is drawn again when a field alters it, and what is replaced. */
  redraw: { url: string; target: string };
  /** The time zone of date pickers. */
  zone: string;
  /** What stands under the controls from the start, by path. */
  previewAt?: (value: unknown, path: Path) => { text: string; isBad: boolean } | undefined;
  /** Names of fields beside which free times of the calendar are offered. */
  offersSlots?: string[];
}

export interface Drawn {
  field: Field;
  path: Path;
  value: unknown;
  redraws: boolean;
  setting: Setting;
  /** A value of a list: its label stands over the list, not over itself. */
  isRow?: boolean;
}

export const idOf = (scope: string, path: Path): string =>
  `f-${scope.replace('/', '-')}${path.join('-').replace(/[^\w-]/g, '_')}`;

const isMapped = (value: unknown): boolean => typeof value === 'string' && value.includes('{{');

const textOf = (value: unknown): string =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value);

const plainChoices = (choices: NonNullable<Field['choices']>): [value: string, label: string][] =>
  Array.isArray(choices)
    ? choices.map((choice) =>
        typeof choice === 'string' ? [choice, choice] : [choice.value, choice.label],
      )
    : Object.entries(choices);

/** Whether the field is a switch, for which two buttons are quicker than a list. */
export const isYesNo = ({ choices }: Field): boolean => String(choices) === 'Yes,No';

const redraw = ({ redraws, setting }: Drawn) =>
  redraws
    ? html`hx-post="${setting.redraw.url}" hx-target="${setting.redraw.target}" hx-trigger="change" hx-include="closest form" hx-sync="closest form:replace"`
    : '';

const labelOf = ({ field }: Drawn): string => field.label ?? field.key;

const attributes = (drawn: Drawn) => {
  if (drawn.isRow) return html`aria-label="${labelOf(drawn)}"`;
  const id = idOf(drawn.setting.scope, drawn.path);
  return drawn.field.helpText ? html`aria-describedby="${id}-help ${id}-preview"` : '';
};

const textInput = (drawn: Drawn, reading: Reading) => {
  const { field, path, value, setting } = drawn;
  const id = idOf(setting.scope, path);
  const common = html`id="${id}" name="${nameOf(setting.scope, reading, path)}" ${field.placeholder ? html`placeholder="${field.placeholder}"` : ''} ${attributes(drawn)} ${redraw(drawn)}`;
  if (field.type === 'text' || field.type === 'code')
    return html`<textarea rows="3" ${common} ${field.type === 'code' ? html`class="mono" spellcheck="false"` : ''}>
${textOf(value)}</textarea>`;
  const type = field.type === 'password' && !isMapped(value) ? 'password' : 'text';
  return html`<input type="${type}" value="${textOf(value)}" ${common} autocomplete="${type === 'password' ? 'new-password' : 'off'}">`;
};

interface Ways {
  reading: Reading;
  isTyped: boolean;
  /** What is typed instead: “an ID”. */
  word: string;
}

/** A control that is chosen from, with a text field instead for what is typed or mapped. */
const twoWays = (drawn: Drawn, chooser: Html, { reading, isTyped, word }: Ways) => {
  const { setting, path } = drawn;
  const id = idOf(setting.scope, path);
  return html`<div class="ways" data-ways>
<fieldset class="way plain" data-way="choose" ${isTyped ? html`disabled hidden` : ''}>${chooser}</fieldset>
<fieldset class="way plain" data-way="type" ${isTyped ? '' : html`disabled hidden`}>
<input type="text" id="${id}-typed" name="${nameOf(setting.scope, reading, path)}" value="${isTyped ? textOf(drawn.value) : ''}" aria-label="${labelOf(drawn)}: type ${word}" autocomplete="off" spellcheck="false" ${redraw(drawn)}>
</fieldset>
<button type="button" class="quiet" id="${id}-switch" data-switch data-choose="Choose from the list" data-type="Type ${word}">${isTyped ? 'Choose from the list' : `Type ${word}`}</button>
</div>`;
};

const select = (drawn: Drawn, choices: [string, string][]) => {
  const { path, setting } = drawn;
  const chosen = textOf(drawn.value);
  const isKnown = chosen === '' || choices.some(([one]) => one === chosen);
  const control = html`<select id="${idOf(setting.scope, path)}" name="${nameOf(setting.scope, 'text', path)}" ${attributes(drawn)} ${redraw(drawn)}>
<option value="">Choose…</option>
${choices.map(([one, label]) => html`<option value="${one}" ${one === chosen ? html`selected` : ''}>${label}</option>`)}
</select>`;
  return twoWays(drawn, control, { reading: 'text', isTyped: !isKnown, word: 'a value' });
};

const yesNo = (drawn: Drawn) => {
  const { path, setting, field } = drawn;
  // Recipes say true and false.
  const chosen = textOf(drawn.value)
    .replace(/^true$/, 'Yes')
    .replace(/^false$/, 'No');
  const options: [string, string][] = [
    ['Yes', 'Yes'],
    ['No', 'No'],
    ...(field.required && chosen !== '' ? [] : ([['', 'Not set']] as [string, string][])),
  ];
  const control = html`<div class="segments" role="radiogroup" aria-label="${labelOf(drawn)}">
${options.map(
  ([one, label]) =>
    html`<label><input type="radio" id="${idOf(setting.scope, path)}-${one || 'unset'}" name="${nameOf(setting.scope, 'text', path)}" value="${one}" ${one === chosen ? html`checked` : ''} ${redraw(drawn)}><span>${label}</span></label>`,
)}
</div>`;
  const isTyped = !['', 'Yes', 'No'].includes(chosen);
  return twoWays(drawn, control, { reading: 'text', isTyped, word: 'a value' });
};

const slotButton = ({ setting, path, field }: Drawn) =>
  setting.offersSlots?.includes(field.key)
    ? html`<div class="slots" data-slots="${idOf(setting.scope, path)}"><button type="button" class="small" hx-post="/slots" hx-include="closest form" hx-vals='${JSON.stringify({ choices: setting.choices, scope: setting.scope })}' hx-target="next .slot-list" hx-swap="innerHTML" hx-disabled-elt="this">Show free times</button><div class="slot-list"></div></div>`
    : '';

const moment = (drawn: Drawn) => {
  const { value, path, setting } = drawn;
  const picked = pickerValue(value, setting.zone);
  const control = html`<input type="datetime-local" id="${idOf(setting.scope, path)}" name="${nameOf(setting.scope, 'datetime', path)}" value="${picked}" ${attributes(drawn)} ${redraw(drawn)}>`;
  const isTyped = textOf(value) !== '' && picked === '';
  return html`${twoWays(drawn, control, { reading: 'datetime', isTyped, word: 'a date' })}${slotButton(drawn)}`;
};

/** Lists whose values are words that people know, not IDs. */
const plainLists =
  /^(list_tags|list_countries|list_timezones|list_user_scopes|list_contact_filter_fields)\./;

const picker = (drawn: Drawn) => {
  const { path, setting, field } = drawn;
  const chosen = textOf(drawn.value);
  const label = setting.labels.get(labelKey(path, chosen));
  const id = idOf(setting.scope, path);
  const isTyped = isMapped(drawn.value) || (chosen !== '' && label === undefined);
  const asked = JSON.stringify({ path: JSON.stringify(path), scope: setting.scope, page: 0 });
  const control = html`<div class="picker" data-picker>
<input type="hidden" name="${nameOf(setting.scope, 'text', path)}" value="${chosen}" data-value ${redraw(drawn)}>
<input type="hidden" name="${nameOf(setting.scope, 'label', path)}" value="${label ?? ''}" data-label>
<button type="button" class="picker-button" id="${id}" aria-haspopup="dialog" aria-expanded="false" data-open ${drawn.isRow ? '' : attributes(drawn)} aria-labelledby="${idOf(setting.scope, drawn.isRow ? path.slice(0, -1) : path)}-label ${id}-shown"
 hx-post="${setting.choices}" hx-vals='${asked}' hx-include="closest form" hx-trigger="open" hx-target="next .panel" hx-swap="innerHTML">
<span data-shown id="${id}-shown" class="picker-shown ${label ? '' : 'thin'}">${label ?? 'Choose…'}</span>
</button>
<button type="button" class="icon" data-clear aria-label="Clear ${labelOf(drawn)}" ${chosen ? '' : html`hidden`}>×</button>
<div class="panel" role="dialog" aria-label="Choose: ${labelOf(drawn)}" hidden></div>
</div>`;
  const word = plainLists.test(field.dynamic ?? '') ? 'a value' : 'an ID';
  return twoWays(drawn, control, { reading: 'text', isTyped, word });
};

const chooser = (drawn: Drawn): Html => {
  const { field } = drawn;
  if (field.dynamic) return picker(drawn);
  if (isYesNo(field)) return yesNo(drawn);
  if (field.choices) return select(drawn, plainChoices(field.choices));
  if (field.type === 'datetime') return moment(drawn);
  return textInput(drawn, readingOf(field));
};

/** The line under a control that says what its text comes to. */
export const previewLine = (
  id: string,
  preview: { text: string; isBad: boolean } | undefined,
  isOutOfBand = false,
): Html =>
  html`<p class="preview ${preview?.isBad ? 'bad' : ''}" id="${id}-preview" ${preview?.text ? '' : html`hidden`} ${isOutOfBand ? html`hx-swap-oob="true"` : ''}>${preview?.text ?? ''}</p>`;

/** One control of a form, and the line under it. */
export const control = (drawn: Drawn): Html => {
  const { setting, path, value } = drawn;
  return html`<div class="control">${chooser(drawn)}${previewLine(idOf(setting.scope, path), setting.previewAt?.(value, path))}</div>`;
};
