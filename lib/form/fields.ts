import type { InputFieldGroups, PlainInputField } from 'zapier-platform-core';
import { isEmpty, type JsonObject } from '../values.ts';
import { shared } from '../zapier.ts';
import { hasMembers, hasUnknownMembers, type JsonSchema } from './schema.ts';

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

const pick = (source: JsonSchema, words: readonly (keyof JsonSchema)[]): JsonObject =>
  Object.fromEntries(
    words.filter((word) => source[word] !== undefined).map((word) => [word, source[word]]),
  );

const zapierTypes = new Set<string | undefined>([
  'text',
  'datetime',
  'password',
  'file',
  'code',
  'copy',
]);

const yes = 'Yes';
const no = 'No';
const yesOrNo = [yes, no];

/**
 * The type of a field; none for a plain text, which is what Zapier takes a field without a type for. Numbers are asked
 * for as text, with one that fits as an example, and switches by a list: in fields of those types Zapier makes 1 of a
 * mapped “1,234.50”, yes of “off”, and 0 or no of nothing, and nobody could tell (zapier#input-conversion).
 */
const typeOf = ({
  format,
  type,
  fieldType,
  choices,
  minimum = 0,
  maximum = 10,
  placeholder = String(Math.max(minimum, Math.min(10, maximum))),
}: JsonSchema): Pick<PlainInputField, 'type' | 'placeholder' | 'choices'> => {
  if (fieldType) return { type: fieldType };
  if (format === 'date-time') return { type: 'datetime' };
  if (type === 'number' || type === 'integer') return choices ? {} : { placeholder };
  if (type === 'boolean') return { choices: yesOrNo };
  return zapierTypes.has(type) ? { type: type as NonNullable<PlainInputField['type']> } : {};
};

/** Zapier takes defaults as text only, even for numbers (zapier#field-defaults). */
const defaultOf = ({ type, default: value }: JsonSchema): string =>
  type === 'boolean' ? (value ? yes : no) : String(value);

const slug = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** The members of an object as fields; a section hands its group on to them. */
const memberFields = (
  schema: JsonSchema,
  keyOf: (member: string) => string,
  context: JsonObject = {},
): PlainInputField[] =>
  Object.entries(schema.properties ?? {}).flatMap(([member, part]) =>
    fieldsOf(keyOf(member), { ...context, ...part }, schema.required?.includes(member) ?? false),
  );

/** A list: of texts and the like, or of line items. */
const listField = (key: string, schema: JsonSchema, base: PlainInputField): PlainInputField => {
  const items = schema.items ?? {};
  if (hasMembers(items)) {
    const { label = key, group } = base;
    const children = memberFields(items, (member) => member);
    return { key, label, ...(group ? { group } : {}), children };
  }
  // A list cannot be filled from a search step (D014).
  const { search: _, ...words } = pick(items, fieldWords);
  return { ...base, ...words, ...pick(schema, fieldWords), ...typeOf(items), list: true };
};

/** The fields of one property; an object becomes its members, keyed `parent__member`. */
const fieldsOf = (key: string, schema: JsonSchema, isRequired: boolean): PlainInputField[] => {
  if (schema.dict) return [{ key, ...pick(schema, fieldWords), dict: true }];
  if (schema.connection || hasUnknownMembers(schema)) return [];
  if (hasMembers(schema))
    return memberFields(schema, (member) => `${key}__${member}`, pick(schema, ['group']));
  const base = {
    key,
    ...pick(schema, fieldWords),
    ...(isEmpty(schema.default) ? {} : { default: defaultOf(schema) }),
    ...(schema.group ? { group: slug(schema.group) } : {}),
    // Zapier locks a dependent dropdown only if `required` is absent, not false (zapier#dependent-dropdowns).
    ...(isRequired ? { required: true } : {}),
  };
  return [schema.type === 'array' ? listField(key, schema, base) : { ...base, ...typeOf(schema) }];
};

/** The input fields of a form as Zapier shows them, shared between forms that say the same. */
export const inputFieldsOf = (schema: JsonSchema): PlainInputField[] =>
  memberFields(schema, (member) => member).map(({ children, ...field }) =>
    shared(children ? { ...field, children: children.map(shared) } : field),
  );

/** The sections of a form, in the order of their fields. */
export const groupsOf = (schema: JsonSchema): InputFieldGroups => {
  const groups = new Map<string, InputFieldGroups[number]>();
  const gather = ({ group, emphasize, properties = {} }: JsonSchema): void => {
    if (group) {
      const key = slug(group);
      const known = groups.get(key);
      groups.set(key, { ...known, key, label: group, ...(emphasize ? { emphasize } : {}) });
    }
    Object.values(properties).forEach(gather);
  };
  gather(schema);
  return [...groups.values()];
};
