import * as zod from 'zod';
import { quoted } from '../lib/texts.ts';
import { type CustomInputs, choice } from './common.ts';

const asList = <Item extends zod.ZodType<string>>(item: Item) =>
  zod
    .array(item)
    .meta({
      label: 'Fields to Empty',
      helpText:
        'Fields that you leave empty above stay as they are. Choose the fields to empty here.',
    })
    .optional();

/** The label of a field, be it optional. */
const labelOf = (field: zod.ZodType): string => {
  const { label } = field.meta() ?? {};
  if (label) return label;
  return field instanceof zod.ZodOptional ? labelOf(field.unwrap() as zod.ZodType) : '';
};

/** The API's name of each field that can be emptied → what people read. */
const labelsOf = (fields: Record<string, zod.ZodType>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, labelOf(field)]));

/**
 * “Fields to Empty”: empty inputs mean “leave it as it is”, so emptying a field is a choice of its own.
 * @param fields those of the form that can be emptied
 */
export const fieldsToEmpty = (fields: Record<string, zod.ZodType>) =>
  asList(choice('Field', labelsOf(fields)));

/** How the form names a custom field among others. */
export const customPrefix = 'customField__';

/** The same with the custom fields of the sub-account, which the step `emptyCustomFields` adds to the list. */
export const allFieldsToEmpty = (fields: Record<string, zod.ZodType>) => {
  const choices = labelsOf(fields);
  return asList(
    zod
      .string()
      .refine(
        (name) => Object.hasOwn(choices, name) || name.startsWith(customPrefix),
        `must be one of: ${quoted(Object.values(choices))}.`,
      )
      .meta({ label: 'Field', choices }),
  );
};

/**
 * The chosen fields as the API empties them: null, or what the document allows if a field may not be null. Spread it
 * first: what is filled in counts.
 * @param values what empties a field, if not null
 */
const emptied = (
  chosen: string[] = [],
  values: Record<string, unknown> = {},
): Record<string, unknown> =>
  Object.fromEntries(chosen.map((name) => [name, name in values ? values[name] : null]));

/** The chosen fields as empty texts, for records none of whose fields may be null (api#emptying-a-field). */
export const emptyTexts = (chosen: string[] = []): Record<string, string> =>
  Object.fromEntries(chosen.map((name) => [name, '']));

/** Values of an update with custom fields that are to be emptied. */
export interface WithEmptied {
  clear?: string[] | undefined;
  customField?: CustomInputs | undefined;
  customFields?: { id: string; field_value: unknown }[] | undefined;
  emptiedFields?: { id: string; field_value: unknown }[] | undefined;
}

/**
 * The request of an update: what is to be emptied, what is filled in, and the custom values of both kinds.
 * @param emptyValues what empties a field, if not null
 */
export const withEmptied = <Values extends WithEmptied>(
  { clear, emptiedFields, ...values }: Values,
  emptyValues: Record<string, unknown>,
) => ({
  ...emptied(clear, emptyValues),
  ...values,
  ...(values.customFields || emptiedFields
    ? { customFields: [...(values.customFields ?? []), ...(emptiedFields ?? [])] }
    : {}),
});
