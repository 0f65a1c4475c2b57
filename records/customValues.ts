import type { PlainOutputField } from 'zapier-platform-core';
import { toDay } from '../lib/time.ts';
import { asObject, isObject, type JsonObject } from '../lib/values.ts';
import { type Definition, takesSeveral } from './customFieldDefinition.ts';

/** The key of a custom value in a record: the field’s own, which stays when the field is renamed. */
export const keyOf = ({ fieldKey, id }: Definition): string =>
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
export const usableValue = (entry: JsonObject, definition: Definition | undefined): unknown => {
  const value = readCustomValue(entry);
  if (definition?.dataType === 'DATE') return asDay(toDay(value));
  return unfold(value, definition?.boxes ?? {});
};

/** A value in the list that HighLevel gives: as it came, but a day is a day. */
export const withDay = (entry: JsonObject, definition?: Definition): JsonObject => {
  if (definition?.dataType !== 'DATE') return entry;
  const days = ['value', 'fieldValue'].filter((key) => key in entry);
  return { ...entry, ...Object.fromEntries(days.map((key) => [key, asDay(toDay(entry[key]))])) };
};

/** The parts of a value that is a list of rows, and what they are called. */
const parts: Record<string, Record<string, string>> = {
  FILE_UPLOAD: { name: 'File Name', url: 'File URL' },
  SIGNATURE: { name: 'File Name', url: 'File URL' },
  TEXTBOX_LIST: { name: 'Box', value: 'Text' },
};

/** The labelled output fields of a custom field. */
export const outputsOf = (definition: Definition): PlainOutputField[] => {
  const key = `customField__${keyOf(definition)}`;
  const rows = parts[definition.dataType];
  if (rows)
    return Object.entries(rows).map(([part, label]) => ({
      key: `${key}[]${part}`,
      label: `${definition.name} ${label}`,
    }));
  return [{ key, label: definition.name, ...(takesSeveral(definition) ? { list: true } : {}) }];
};
