import { lookUp } from '../zaps/values.ts';
import { type OutputField, type Result, titleOf } from './app.ts';
import { pathOfKey } from './samples.ts';

/** A value of a record, with its label and the path by which a later step takes it. */
export interface RecordField {
  key: string;
  path: string;
  label: string;
  value: unknown;
  /** The app gives it a label; of others Zapier makes one of the key. */
  isDeclared: boolean;
}

const isObject = (value: unknown): value is Result =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys under which Zapier offers a value: `contact__tags` of an object, `relations[]objectKey` of line items. */
const keysOf = (value: unknown, key: string): string[] => {
  const inner = (of: Result, joint: string) =>
    Object.entries(of).flatMap(([name, one]) => keysOf(one, key ? `${key}${joint}${name}` : name));
  if (isObject(value) && Object.keys(value).length > 0) return inner(value, '__');
  const [first] = Array.isArray(value) ? value : [];
  // Lists within lists have no name of their own.
  return isObject(first) && !key.includes('[]')
    ? Object.keys(first).map((name) => `${key}[]${name}`)
    : [key];
};

/** The fields of a record: those that the app declares, with their labels, then what else came. */
export const labelledFields = (record: Result, outputFields: OutputField[]): RecordField[] => {
  const declared = [...new Map(outputFields.map((field) => [field.key, field])).values()];
  const isKnown = (key: string): boolean =>
    declared.some(
      (one) =>
        key === one.key ||
        (/^(__|\[\])/.test(key.slice(one.key.length)) && key.startsWith(one.key)),
    );
  const fieldOf = (key: string, label: string, isDeclared: boolean): RecordField => {
    const path = pathOfKey(key);
    return { key, path, label, value: lookUp(record, path), isDeclared };
  };
  return [
    ...declared.map(({ key, label }) => fieldOf(key, label ?? titleOf(key), true)),
    ...keysOf(record, '')
      .filter((key) => key !== '' && !isKnown(key))
      .map((key) => fieldOf(key, titleOf(key), false)),
  ];
};
