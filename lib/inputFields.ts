import type { Bundle, InputFieldGroups, PlainInputField } from 'zapier-platform-core';
import * as zod from 'zod';
import { halted } from './halted.ts';
import { once, shared } from './shared.ts';

/** What an operation takes: names and values of fields. */
export type Fields = Record<string, unknown>;

/** A zod schema of fields; `$ZodType` keeps type-checking quick where `zod.ZodType` makes it crawl. */
export type Schema = zod.core.$ZodType<Fields>;

declare module 'zod' {
  interface GlobalMeta extends Omit<Partial<PlainInputField>, 'group'> {
    /** Filled from the connection (locationId, companyId) or the run (timezone), never asked for. */
    connection?: boolean;
    /** No field of the form: something else fills it (custom fields). */
    hidden?: boolean;
    /** Label of the section of the form that the field stands in. */
    group?: string;
    /** The section is open from the start. */
    emphasize?: boolean;
  }
}

interface JsonSchema
  extends Omit<Partial<PlainInputField>, 'group' | 'type' | 'required' | 'schema'> {
  type?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  required?: string[];
  format?: string;
  connection?: boolean;
  hidden?: boolean;
  group?: string;
  emphasize?: boolean;
}

/** A form, read off a schema when somebody first asks for it: what Zapier shows, and how an input is read back. */
export interface Form<Input extends Fields = Fields> {
  inputFields: PlainInputField[];
  inputFieldGroups: InputFieldGroups;
  /** Label of each field by its key and by its path in the request, for messages. */
  labels: Record<string, string>;
  /** The validated request values of a bundle. Throws HaltedError naming each bad field by its label. */
  read: (bundle: Bundle) => Promise<Input>;
}

const fieldWords = [
  'label',
  'helpText',
  'placeholder',
  'dynamic',
  'search',
  'altersDynamicFields',
  'dependsOn',
  'choices',
  'meta',
] as const satisfies (keyof PlainInputField)[];

const pick = (source: JsonSchema, words: readonly (keyof JsonSchema)[]): Fields =>
  Object.fromEntries(
    words.filter((word) => source[word] !== undefined).map((word) => [word, source[word]]),
  );

const zapierTypes = {
  string: 'string',
  text: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  datetime: 'datetime',
  password: 'password',
  file: 'file',
  code: 'code',
  copy: 'copy',
} as const;

/** `{ type }` of a field; none for a plain text, which is what Zapier takes a field for without one. */
const typeOf = (schema: JsonSchema): Pick<PlainInputField, 'type'> => {
  const type = fieldType(schema);
  return type === 'string' ? {} : { type };
};

const fieldType = (schema: JsonSchema): NonNullable<PlainInputField['type']> =>
  schema.format === 'date-time'
    ? 'datetime'
    : (zapierTypes[schema.type as keyof typeof zapierTypes] ?? 'string');

const isText = (type: string | undefined): boolean =>
  type !== undefined &&
  type !== 'number' &&
  type !== 'integer' &&
  type !== 'boolean' &&
  type !== 'object';

const slug = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

const isGroupOfFields = (schema: JsonSchema): boolean =>
  schema.type === 'object' && schema.properties !== undefined;

/** The plain fields of one property; an object becomes its members, keyed `parent__member`. */
const toFields = (key: string, schema: JsonSchema, required: boolean): PlainInputField[] => {
  if (schema.connection || schema.hidden) return [];
  if (isGroupOfFields(schema)) {
    return Object.entries(schema.properties ?? {}).flatMap(([member, part]) =>
      toFields(
        `${key}__${member}`,
        { ...pick(schema, ['group']), ...part },
        schema.required?.includes(member) ?? false,
      ),
    );
  }
  const base = {
    key,
    ...pick(schema, fieldWords),
    // Zapier takes defaults as text only, even for numbers and switches.
    ...(isEmpty(schema.default) ? {} : { default: String(schema.default) }),
    ...(schema.group ? { group: slug(schema.group) } : {}),
    // Zapier locks a dependent dropdown only if `required` is absent, not false.
    ...(required ? { required: true } : {}),
  };
  if (schema.type !== 'array') return [{ ...base, ...typeOf(schema) }];
  const items = schema.items ?? {};
  if (!isGroupOfFields(items)) {
    // A list cannot be filled from a search step (D014).
    const { search: _, ...words } = pick(items, fieldWords);
    return [
      {
        ...base,
        ...words,
        ...pick(schema, fieldWords),
        ...typeOf(items),
        list: true,
      },
    ];
  }
  const children = Object.entries(items.properties ?? {}).flatMap(([member, part]) =>
    toFields(member, part, items.required?.includes(member) ?? false),
  );
  return [
    {
      key,
      label: schema.label ?? key,
      ...(schema.group ? { group: slug(schema.group) } : {}),
      children,
    },
  ];
};

/** Whether a value says nothing. “{{first name}} {{last name}}” of somebody without a name leaves a blank. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const isEmpty = (value: unknown): boolean =>
  isBlank(value) || (typeof value === 'object' && Object.keys(value ?? {}).length === 0);

/** A number as people write it, and one that stays the same: no `0x10`, nothing beyond what a number can hold. */
export const isNumber = (text: string): boolean =>
  // No number is so long, and the pattern would take hours for a million digits.
  text.length < 100 &&
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(text) &&
  Math.abs(Number(text)) <= Number.MAX_SAFE_INTEGER;

const yes = /^(true|yes|y|on|1)$/i;
const no = /^(false|no|n|off|0)$/i;

/** Yes or no as people write it; nothing for what is neither. */
export const switchOf = (text: string): boolean | undefined =>
  yes.test(text.trim()) ? true : no.test(text.trim()) ? false : undefined;

/** A value of the type that the form asks for, where what Zapier hands over says the same in other words. */
const coerce = (value: unknown, schema: JsonSchema | undefined): unknown => {
  const type = schema?.type;
  if (type === 'array') {
    const list = Array.isArray(value) ? value : [value];
    return list.map((item) => coerce(item, schema?.items)).filter((item) => !isEmpty(item));
  }
  if (type === 'object' && typeof value === 'object' && value !== null && schema?.properties) {
    return tidy(value as Fields, schema.properties);
  }
  if (isText(type) && (typeof value === 'number' || typeof value === 'boolean'))
    return String(value);
  if (type === 'boolean' && (value === 1 || value === 0)) return value === 1;
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (type === 'boolean') return switchOf(text) ?? value;
  if ((type === 'number' || type === 'integer') && isNumber(text)) return Number(text);
  return schema?.format === 'email' || schema?.dynamic ? text : value;
};

/** Coerces each member and leaves out what is empty: HighLevel refuses an empty e-mail, and empty means untouched. */
const tidy = (data: Fields, properties: Record<string, JsonSchema>): Fields =>
  Object.fromEntries(
    Object.entries(data)
      .map(([key, value]) => [
        key,
        coerce(value, Object.hasOwn(properties, key) ? properties[key] : undefined),
      ])
      .filter(([, value]) => !isEmpty(value)),
  );

/** `{ dnd__sms: x }` as `{ dnd: { sms: x } }`, for those keys that the form made out of an object. */
const unflatten = (data: Fields, properties: Record<string, JsonSchema>): Fields => {
  const result: Fields = { ...data };
  for (const [key, schema] of Object.entries(properties)) {
    if (!isGroupOfFields(schema)) continue;
    const prefix = `${key}__`;
    const members = Object.entries(data).filter(([name]) => name.startsWith(prefix));
    const inner = Object.fromEntries(
      members.map(([name, value]) => [name.slice(prefix.length), value]),
    );
    const given = typeof data[key] === 'object' && data[key] !== null ? data[key] : {};
    result[key] = unflatten({ ...given, ...inner }, schema.properties ?? {});
  }
  return result;
};

/** One zod issue as a sentence about a field of the form. @param given what was filled in */
const sentence = (
  issue: zod.core.$ZodIssue,
  labels: Record<string, string>,
  given: Fields,
): string => {
  const names = issue.path.filter((part) => typeof part !== 'number').map(String);
  const label = labels[names.join('__')] ?? labels[names.at(-1) ?? ''] ?? names.join(' ');
  const row = issue.path.find((part) => typeof part === 'number');
  const where =
    label === '' ? '' : `“${label}”${typeof row === 'number' ? ` (item ${row + 1})` : ''} `;
  if (issue.code === 'custom')
    return `${where && !issue.message.startsWith('“') ? where : ''}${issue.message}`;
  const value = issue.path.reduce<unknown>(
    (part, name) => (part as Fields | undefined)?.[name as string],
    given,
  );
  if (value === undefined) return `${where}is required.`;
  if (issue.code === 'invalid_value') return `${where}must be one of: ${issue.values.join(', ')}.`;
  if (issue.code === 'invalid_type') {
    const wanted = {
      number: 'a number',
      int: 'a whole number',
      boolean: 'yes or no',
      string: 'a text',
      array: 'a list',
      object: 'a line item',
    };
    return `${where}must be ${wanted[issue.expected as keyof typeof wanted] ?? issue.expected}.`;
  }
  if (issue.code === 'invalid_format' && issue.format !== 'regex')
    return `${where}must be ${issue.format === 'email' ? 'an e-mail address' : issue.format === 'datetime' ? 'a date and time' : `a valid ${issue.format}`}.`;
  return `${where}${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}.`;
};

/** What a schema says of its fields. */
const readOff = (schema: Schema) => {
  const json = zod.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  }) as JsonSchema;
  const properties = json.properties ?? {};
  const plainFields = Object.entries(properties).flatMap(([key, part]) =>
    toFields(key, part, json.required?.includes(key) ?? false),
  );
  const inputFields = plainFields.map(
    ({ children, ...field }): PlainInputField =>
      shared(children ? { ...field, children: children.map(shared) } : field),
  );
  const sections = new Map<string, InputFieldGroups[number]>();
  const gather = (part: JsonSchema): void => {
    if (part.group && !part.hidden) {
      const key = slug(part.group);
      sections.set(key, {
        ...sections.get(key),
        key,
        label: part.group,
        ...(part.emphasize ? { emphasize: true } : {}),
      });
    }
    for (const member of Object.values(part.properties ?? {})) gather(member);
  };
  for (const part of Object.values(properties)) gather(part);
  const labels: Record<string, string> = {};
  for (const field of inputFields.flatMap((field) => [field, ...(field.children ?? [])])) {
    labels[field.key] ??= field.label ?? field.key;
  }
  return {
    properties,
    required: json.required ?? [],
    inputFields,
    inputFieldGroups: [...sections.values()],
    labels,
  };
};

/**
 * The form of a schema. `zod.toJSONSchema(…, { io: 'input' })` tells what people fill in; a `.transform()`
 * behind it tells what is sent. It is read off when it is first asked for: a run needs the form of its own operation
 * only, and those of all others would take half of the app's start (bench/results.md).
 */
export const formOf = <Input extends Fields>(schema: zod.core.$ZodType<Input>): Form<Input> => {
  const form = once(() => readOff(schema as Schema));
  return {
    get inputFields() {
      return form().inputFields;
    },
    get inputFieldGroups() {
      return form().inputFieldGroups;
    },
    get labels() {
      return form().labels;
    },
    read: async ({ authData, inputData, meta }) => {
      const { properties, required, labels } = form();
      const given = tidy(unflatten(inputData, properties), properties);
      for (const [key, { connection }] of Object.entries(properties)) {
        const value = key === 'timezone' ? meta?.timezone : authData[key] || given[key];
        if (connection && value) given[key] = typeof value === 'string' ? value.trim() : value;
      }
      // So that the member that is missing is named, not the object, of which people know nothing.
      for (const key of required) {
        if (isGroupOfFields(properties[key] ?? {})) given[key] ??= {};
      }
      const result = await zod.safeParseAsync(schema, given);
      if (result.success) return result.data;
      const sentences = result.error.issues.map((issue) => sentence(issue, labels, given));
      throw halted([...new Set(sentences)].join(' '));
    },
  };
};
