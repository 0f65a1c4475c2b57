import type { PlainInputField } from 'zapier-platform-core';
import { type CustomInputs, dayOf, isDay } from '../fields/common.ts';
import type { Step } from '../lib/operations.ts';
import { withRun } from '../lib/perform.ts';
import type { Run } from '../lib/run.ts';
import { isNumber, isObject } from '../lib/values.ts';
import { refuse } from '../lib/zapier.ts';
import {
  type Definition,
  definitionsRoute,
  loadDefinitions,
  type Model,
  takesSeveral,
  withDefinitions,
} from '../records/customFields.ts';

/** A custom value as the request carries it (contacts.json and opportunities.json: `customFields`). */
export interface CustomValue {
  id: string;
  field_value: unknown;
}

const fileTypes = new Set(['FILE_UPLOAD', 'SIGNATURE']);
const numberTypes = new Set(['NUMERICAL', 'MONETORY']);
const singleOption = new Set(['SINGLE_OPTIONS', 'RADIO']);

/** The input of a custom field, by its type. */
const inputOf = (definition: Definition): PlainInputField => {
  const { id, name, dataType, options } = definition;
  const base = { key: `customField__${id}`, label: name };
  const choices = Object.fromEntries(options.map((option) => [option, option]));
  if (takesSeveral(definition)) return { ...base, type: 'string', list: true, choices };
  if (singleOption.has(dataType)) return { ...base, type: 'string', choices };
  if (numberTypes.has(dataType)) return { ...base, type: 'number' };
  if (dataType === 'LARGE_TEXT') return { ...base, type: 'text' };
  if (dataType === 'DATE')
    return { ...base, type: 'datetime', helpText: 'HighLevel keeps only the day, not the time.' };
  if (fileTypes.has(dataType)) {
    const helpText = `“${name}” is for files, which HighLevel accepts only through its own forms. You cannot fill it in here.`;
    return { ...base, type: 'copy', helpText };
  }
  return { ...base, type: 'string' };
};

const chooseOptions = (definition: Definition, inputs: unknown[]): unknown => {
  const { name, options } = definition;
  const chosen = inputs.map(String);
  if (!takesSeveral(definition) && chosen.length > 1)
    refuse(`“${name}” takes only one choice (it was “${chosen.join(', ').slice(0, 60)}”).`);
  const unknown = chosen.find((one) => options.length > 0 && !options.includes(one));
  if (unknown !== undefined)
    refuse(`“${name}” must be one of: ${options.join(', ')} (it was “${unknown.slice(0, 60)}”).`);
  return takesSeveral(definition) ? chosen : chosen[0];
};

/**
 * A filled-in value as HighLevel keeps it. Refuses what does not fit the type, because HighLevel drops it silently
 * (api#dropped-values).
 */
const toCustomValue = (definition: Definition, input: unknown): unknown => {
  const { name, dataType } = definition;
  const inputs = [input].flat();
  if (inputs.some(isObject)) refuse(`“${name}” must be text.`);
  if (takesSeveral(definition) || singleOption.has(dataType))
    return chooseOptions(definition, inputs);
  if (numberTypes.has(dataType)) {
    const text = String(input).trim();
    return isNumber(text) ? Number(text) : refuse(`“${name}” must be a number.`);
  }
  if (dataType === 'DATE') {
    const day = dayOf(inputs.join());
    return isDay(day) ? day : refuse(`“${name}” must be a date.`);
  }
  if (fileTypes.has(dataType)) {
    refuse(
      `“${name}” cannot be filled in here: it is for files, which HighLevel accepts only through its own forms.`,
    );
  }
  return inputs.length > 1 ? refuse(`“${name}” must be text.`) : String(inputs[0]);
};

/** For opportunities numbers are texts (opportunities.json, customFieldsInputStringSchema). */
const asSent = (model: Model, value: unknown): unknown =>
  model === 'opportunity' && typeof value === 'number' ? String(value) : value;

const toCustomValues = (run: Run, model: Model, inputs: CustomInputs): Promise<CustomValue[]> =>
  withDefinitions(run, model, (definitions) =>
    Object.entries(inputs).map(([id, input]) => {
      const definition = definitions.find((one) => one.id === id);
      if (!definition) {
        return refuse(
          'A custom field of this step no longer exists in HighLevel. Refresh the fields of this step and map it again.',
        );
      }
      return { id, field_value: asSent(model, toCustomValue(definition, input)) };
    }),
  );

/**
 * Shows the sub-account’s custom fields in the form, each as its own typed input, and sends what was filled in as
 * `customFields: [{ id, field_value }]`, the key that contacts and opportunities both document.
 */
export const customFields = (model: Model): Step<{ customField?: CustomInputs | undefined }> => ({
  routes: [definitionsRoute],
  form: (own) => [
    ...own,
    withRun(async (run) =>
      run.locationId ? (await loadDefinitions(run, model)).map(inputOf) : [],
    ),
  ],
  before: async (run, { customField }) =>
    customField && {
      customField: undefined,
      customFields: await toCustomValues(run, model, customField),
    },
});
