import type { PlainInputField, PlainOutputField } from 'zapier-platform-core';
import { kindOf } from '../lib/api/errors.ts';
import type { Run } from '../lib/run.ts';
import { toDay } from '../lib/time.ts';
import { asObject, isObject, type JsonObject, objectsIn } from '../lib/values.ts';
import { choiceOf, fitFields } from './customFieldChoice.ts';
import {
  type Definition,
  loadDefinitions,
  type Model,
  showDefinitions,
  takesSeveral,
} from './customFields.ts';

const keyOf = ({ fieldKey, id }: Definition): string =>
  String(fieldKey?.split('.').at(-1) || id).replace(/[^\p{L}\p{M}\p{N}_]+/gu, '_');

/** What a step can use of a file (api#file-and-list-values): its name and where it is. */
const asFile = (file: JsonObject): JsonObject => {
  const { originalname, name, filename } = asObject(file.meta);
  const last = String(file.url).split(/[?#]/)[0]?.split('/').at(-1);
  return { name: originalname ?? name ?? filename ?? last, url: file.url };
};

const isFile = (value: unknown): value is JsonObject =>
  isObject(value) && typeof value.url === 'string';

/** A map by random ids as the list of its files, or as the rows of its text boxes. Everything else as it is. */
const unfold = (value: unknown, boxes: Record<string, string>): unknown => {
  const members = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  if (members.length > 0 && members.every(isFile)) return members.map(asFile);
  if (!isObject(value)) return value;
  return Object.entries(value).map(([id, text]) => ({ name: boxes[id] ?? id, value: text }));
};

/** The day of a DATE value, which some answers give as midnight in UTC (api#date-fields). */
const asDay = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/^(\d{4}-\d{2}-\d{2})T00:00:00(\.0+)?Z$/, '$1') : value;

/**
 * A custom value out of whichever name it comes under, which differs by endpoint and type (api#custom-value-shapes).
 */
export const readCustomValue = (entry: JsonObject): unknown =>
  entry.value ??
  entry.fieldValue ??
  entry.fieldValueString ??
  entry.fieldValueNumber ??
  entry.fieldValueArray ??
  toDay(entry.fieldValueDate) ??
  entry.fieldValueFiles ??
  entry.field_value;

/** A custom value as a step of a Zap can use it. */
const usableValue = (entry: JsonObject, definition: Definition | undefined): unknown => {
  const value = readCustomValue(entry);
  if (definition?.dataType === 'DATE') return asDay(toDay(value));
  return unfold(value, definition?.boxes ?? {});
};

/** A value in the list that HighLevel gives: as it came, but a day is a day. */
const withDay = (entry: JsonObject, definition?: Definition): JsonObject => {
  if (definition?.dataType !== 'DATE') return entry;
  const days = ['value', 'fieldValue'].filter((key) => key in entry);
  return { ...entry, ...Object.fromEntries(days.map((key) => [key, asDay(toDay(entry[key]))])) };
};

/**
 * Puts each custom value of the records under `customField`, by the field’s own key (which stays when the field
 * is renamed), whatever shape the endpoint reads it in (api#custom-value-shapes). The list of HighLevel stays.
 */
export const nameCustomFields = async (
  run: Run,
  model: Model,
  records: JsonObject[],
): Promise<JsonObject[]> => {
  const entries = records.flatMap(({ customFields }) => objectsIn(customFields));
  if (entries.length === 0) return records;
  const needed = [...new Set(entries.map(({ id }) => String(id)))];
  const definitions = await loadDefinitions(run, model, { needed }).catch((error: unknown) => {
    // Without the scope for definitions the names are missing, but the record is not lost.
    if (kindOf(error) === 'scope' || kindOf(error) === 'forbidden') return [];
    throw error;
  });
  const byId = new Map(definitions.map((one) => [one.id, one]));
  const definitionOf = ({ id }: JsonObject) => byId.get(String(id));
  return records.map((record) => {
    const values = objectsIn(record.customFields);
    const named = values.map((entry) => {
      const definition = definitionOf(entry);
      const key = definition ? keyOf(definition) : String(entry.id);
      return [key, usableValue(entry, definition)];
    });
    return {
      ...record,
      customFields: values.map((entry) => withDay(entry, definitionOf(entry))),
      customField: Object.fromEntries(named),
    };
  });
};

/** The parts of a value that is a list of rows, and what they are called. */
const parts: Record<string, Record<string, string>> = {
  FILE_UPLOAD: { name: 'File Name', url: 'File URL' },
  SIGNATURE: { name: 'File Name', url: 'File URL' },
  TEXTBOX_LIST: { name: 'Box', value: 'Text' },
};

const outputsOf = (definition: Definition): PlainOutputField[] => {
  const key = `customField__${keyOf(definition)}`;
  const rows = parts[definition.dataType];
  if (rows)
    return Object.entries(rows).map(([part, label]) => ({
      key: `${key}[]${part}`,
      label: `${definition.name} ${label}`,
    }));
  return [{ key, label: definition.name, ...(takesSeveral(definition) ? { list: true } : {}) }];
};

/** What a record with `nameCustomFields` adds to its labelled output fields, and to a form if those are too many. */
export const customFieldOutputs = (model: Model) => ({
  dynamicFields: async (run: Run, own: number): Promise<PlainOutputField[]> =>
    fitFields(run, await showDefinitions(run, model), { own, fieldsOf: outputsOf }).fields,
  dynamicInputs: async (run: Run, own: number): Promise<PlainInputField[]> => {
    const definitions = await showDefinitions(run, model);
    const { isChosen } = fitFields(run, definitions, { own, fieldsOf: outputsOf });
    return isChosen ? [choiceOf(definitions)] : [];
  },
});
