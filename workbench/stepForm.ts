import { builtInOf } from '../zaps/builtIn.ts';
import { rules } from '../zaps/conditions.ts';
import {
  type Comparison,
  isOurs,
  type Loop,
  type Only,
  type Other,
  type Step,
  type Values,
} from '../zaps/zap.ts';
import type { Field, Input } from './app.ts';

/** The form of a step that is not one of our operations: its fields, and what is filled in. */
interface OwnForm {
  fields: Field[];
  input: Input;
}

const filterFields: Field[] = [
  { key: 'value', label: 'Only continue if', required: true },
  {
    key: 'holds',
    label: 'Condition',
    required: true,
    choices: Object.keys(rules),
    altersDynamicFields: true,
  },
];
const otherField: Field = { key: 'other', label: 'Compared with', required: true };

const delayFields: Field[] = [
  {
    key: 'how',
    label: 'Delay',
    required: true,
    choices: { for: 'For a length of time', until: 'Until a moment' },
    altersDynamicFields: true,
  },
];
const lengthField: Field = {
  key: 'delayFor',
  label: 'How Long',
  required: true,
  placeholder: '2 days',
  helpText: 'For example “30 minutes”, “2 hours” or “3 days”.',
};
const untilField: Field = {
  key: 'delayUntil',
  label: 'Until',
  required: true,
  helpText: 'Map a date of an earlier step. Delay by Zapier keeps a run for about a month at most.',
};

const loopFields: Field[] = [
  {
    key: 'lists',
    label: 'Values to Loop',
    required: true,
    helpText:
      'The steps below run once for each value. If there are several lists, each round takes the next value of every list.',
    children: [
      { key: 'name', label: 'Name' },
      { key: 'list', label: 'List' },
    ],
  },
];

const rowsField = (key: string, label: string, helpText: string): Field => ({
  key,
  label,
  helpText,
  children: [
    { key: 'name', label: 'Name' },
    { key: 'value', label: 'Value', type: 'text' },
  ],
});

const appFields: Field[] = [
  { key: 'app', label: 'App', required: true },
  { key: 'event', label: 'Event', required: true },
];

const asLines = (value: unknown): string =>
  Array.isArray(value) ? value.map(String).join('\n') : String(value ?? '');
const toRows = (values: Values = {}): Input[] =>
  Object.entries(values).map(([name, value]) => ({ name, value: asLines(value) }));

const ofRows = (rows: unknown): Values =>
  Object.fromEntries(
    (Array.isArray(rows) ? (rows as { name?: unknown; value?: unknown }[]) : [])
      .filter(({ name }) => name !== undefined && name !== '')
      .map(({ name, value = '' }) => {
        const text = String(value).replaceAll('\r\n', '\n');
        return [String(name), text.includes('\n') ? text.split('\n').filter(Boolean) : text];
      }),
  );

const filterForm = ({ only: [value, holds, other] }: Only): OwnForm => ({
  fields: rules[holds].needs ? [...filterFields, otherField] : filterFields,
  input: { value, holds, ...(other === undefined ? {} : { other }) },
});

const otherForm = (step: Other, isTrigger: boolean): OwnForm => {
  const own = builtInOf(step);
  if (own)
    return {
      fields: Object.keys(own.fields).map((key) => ({ key, label: key })),
      input: step.map ?? {},
    };
  const gives = rowsField(
    'gives',
    isTrigger ? 'Sample Data' : 'Answers With',
    isTrigger
      ? 'What the other app sends when it starts the Zap. Several lines make a list.'
      : 'What later steps can use from the other app. If you leave this empty, they can use what the app was given.',
  );
  const map = rowsField(
    'map',
    'What It Gets',
    'The fields of the other app. Name them as you like.',
  );
  return {
    fields: [...appFields, ...(isTrigger ? [] : [map]), gives],
    input: { app: step.app, event: step.event, map: toRows(step.map), gives: toRows(step.gives) },
  };
};

/** The form of a filter, a delay, a loop or another app; nothing for our own operations, whose form comes from the app. */
export const ownForm = (step: Step, isTrigger: boolean): OwnForm | undefined => {
  if (isOurs(step)) return undefined;
  if ('only' in step) return filterForm(step);
  if ('delayFor' in step)
    return {
      fields: [...delayFields, lengthField],
      input: { how: 'for', delayFor: step.delayFor },
    };
  if ('delayUntil' in step)
    return {
      fields: [...delayFields, untilField],
      input: { how: 'until', delayUntil: step.delayUntil },
    };
  if ('each' in step)
    return {
      fields: loopFields,
      input: { lists: Object.entries(step.each).map(([name, list]) => ({ name, list })) },
    };
  return otherForm(step, isTrigger);
};

const text = (value: unknown): string => (value === undefined ? '' : String(value));

const filterOf = (step: Only, input: Input): Step => {
  const holds = (text(input.holds) in rules ? text(input.holds) : 'exists') as Comparison;
  const condition: Only['only'] = rules[holds].needs
    ? [text(input.value), holds, text(input.other)]
    : [text(input.value), holds];
  return { ...step, only: condition };
};

const loopOf = (step: Loop, input: Input): Step => {
  const rows = (input.lists ?? []) as { name?: unknown; list?: unknown }[];
  const each = rows.filter(({ name }) => name).map(({ name, list }) => [text(name), text(list)]);
  return { ...step, each: Object.fromEntries(each) as Loop['each'] };
};

const otherOf = (step: Other, input: Input): Step => {
  if (builtInOf(step)) return { ...step, map: input };
  const gives = ofRows(input.gives);
  const { gives: _before, ...rest } = step;
  return {
    ...rest,
    app: text(input.app),
    event: text(input.event),
    ...(step.map || input.map ? { map: ofRows(input.map) } : {}),
    ...(Object.keys(gives).length > 0 ? { gives } : {}),
  };
};

/** A step with what its form says now. */
export const withInput = (step: Step, input: Input): Step => {
  if (isOurs(step)) return { ...step, map: input };
  if ('only' in step) return filterOf(step, input);
  const about = { ...(step.id ? { id: step.id } : {}) };
  if ('delayFor' in step || 'delayUntil' in step)
    return input.how === 'until'
      ? { ...about, delayUntil: text(input.delayUntil) }
      : { ...about, delayFor: text(input.delayFor) };
  if ('each' in step) return loopOf(step, input);
  return otherOf(step, input);
};
