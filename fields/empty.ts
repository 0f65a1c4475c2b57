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

/**
 * “Fields to Empty”: empty inputs mean “leave it as it is”, so emptying a field is a choice of its own.
 * @param fields the API's name of each field that can be emptied → what people read
 */
export const fieldsToEmpty = <const Fields extends Record<string, string>>(fields: Fields) =>
  asList(choice('Field', fields));

/** How the form names a custom field among others. */
export const customPrefix = 'customField__';

/** The same with the custom fields of the sub-account, which the step `emptyCustomFields` adds to the list. */
export const allFieldsToEmpty = (fields: Record<string, string>) =>
  asList(
    zod
      .string()
      .refine(
        (name) => Object.hasOwn(fields, name) || name.startsWith(customPrefix),
        `must be one of: ${quoted(Object.values(fields))}.`,
      )
      .meta({ label: 'Field', choices: fields }),
  );

/**
 * The chosen fields as the API empties them: null, or what the document allows if a field may not be null. Spread it
 * first: what is filled in counts.
 * @param values what empties a field, if not null
 */
export const emptied = (
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

/** The custom values of a request: those that are filled in, and those that are emptied. */
export const allCustomValues = ({ customFields, emptiedFields }: WithEmptied) =>
  customFields || emptiedFields
    ? { customFields: [...(customFields ?? []), ...(emptiedFields ?? [])] }
    : {};
