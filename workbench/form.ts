import type { Field, Input } from './app.ts';
import { withOffset } from './zone.ts';

/** Where a value stands in the input: `['tags', 0]`, `['filters', 1, 'field']`. */
export type Path = (string | number)[];

/** How a control's text is to be read. */
export type Reading = 'text' | 'datetime' | 'label';

/** The name of a control; it says where its value goes and how it is read, so no definition is needed to read a form. */
export const nameOf = (scope: string, reading: Reading, path: Path): string =>
  `${scope}${reading}:${JSON.stringify(path)}`;

/** The path and the reading of a control by its name; nothing if it is of another scope. */
export const pathOf = (name: string, scope = ''): { reading: Reading; path: Path } | undefined => {
  const [, reading, json] = name.startsWith(scope)
    ? (/^(text|datetime|label):(\[.*\])$/.exec(name.slice(scope.length)) ?? [])
    : [];
  return json ? { reading: reading as Reading, path: JSON.parse(json) as Path } : undefined;
};

/** How Zapier reads what is typed into a field of this type. */
export const readingOf = ({ type }: Field): Reading => (type === 'datetime' ? type : 'text');

const read = (reading: string, text: string, zone: string): unknown => {
  if (reading === 'datetime' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text))
    return withOffset(text, zone);
  return text;
};

type Tree = Map<string | number, unknown>;

const put = (tree: Tree, path: Path, value: unknown): void => {
  const [step = '', ...rest] = path;
  if (rest.length === 0) {
    tree.set(step, value);
    return;
  }
  const known = tree.get(step);
  const branch: Tree = known instanceof Map ? known : new Map();
  tree.set(step, branch);
  put(branch, rest, value);
};

const grown = (value: unknown): unknown => {
  if (!(value instanceof Map)) return value;
  const parts = [...value].map(([step, part]): [string | number, unknown] => [step, grown(part)]);
  // A row of a list is named by a number, a field by its key.
  return parts.length > 0 && parts.every(([step]) => typeof step === 'number')
    ? parts.map(([, part]) => part)
    : Object.fromEntries(parts);
};

/**
 * A form as the input of an operation, as Zapier would hand it over: texts, dates as ISO 8601 with offset, empty fields
 * left out.
 * @param options.scope the beginning of the names that count, where a page holds more than one form
 * @param options.zone the time zone of the date pickers
 */
export const inputOf = (
  form: FormData,
  { scope = '', zone = 'UTC' }: { scope?: string; zone?: string } = {},
): Input => {
  const tree: Tree = new Map();
  for (const [name, value] of form) {
    const at = typeof value === 'string' && value !== '' ? pathOf(name, scope) : undefined;
    if (at && at.reading !== 'label') put(tree, at.path, read(at.reading, String(value), zone));
  }
  return grown(tree) as Input;
};

/** What people read of an id: looked up by field and value, because rows move when one is removed. */
export type Labels = Map<string, string>;

export const labelKey = (path: Path, value: unknown): string =>
  JSON.stringify([path.filter((step) => typeof step === 'string'), String(value)]);

/** The labels of the chosen ids, which a form carries along so that a form drawn anew need not look them up. */
export const labelsOf = (form: FormData, scope = ''): Labels =>
  new Map(
    [...form].flatMap(([name, label]): [string, string][] => {
      const at = pathOf(name, scope);
      if (at?.reading !== 'label' || label === '') return [];
      return [[labelKey(at.path, form.get(nameOf(scope, 'text', at.path))), String(label)]];
    }),
  );

/** The value at a path of an input. */
export const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Input)[step] : undefined,
    input,
  );

/** The values with which a form opens: the defaults, as Zapier saves them when a step is made. */
export const defaultsOf = (fields: Field[]): Input =>
  Object.fromEntries(
    fields
      .filter((field) => field.default !== undefined)
      .map((field) => {
        const value = read(readingOf(field), String(field.default), 'UTC');
        return [field.key, field.list ? [value] : value];
      }),
  );
