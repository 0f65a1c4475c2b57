import type { CustomValue } from '../seed/contact.ts';
import { type CustomField, customFields, optionsOf } from '../seed/customFields.ts';
import type { Location } from '../state/state.ts';

type Write = { id?: string | null | undefined; key?: string | null | undefined };

/**
 * The values of a record after a write, by id or key. A value is read from `field_value` (the document) or
 * `fieldValue` (n8n #35392: sources contradict each other), never from `value`. What does not fit is dropped without
 * a word (api#custom-value-key, api#dropped-values).
 */
export function customValuesAfter(
  known: CustomValue[],
  location: Location,
  model: CustomField['model'],
  writes: Write[],
): CustomValue[] {
  const fields = [...customFields(location).values()].filter((field) => field.model === model);
  const result = new Map(known.map((value) => [value.id, value]));
  for (const write of writes as Record<string, unknown>[]) {
    const input = write.field_value ?? write.fieldValue;
    const key = `${model}.${String(write.key ?? '').replace(new RegExp(`^${model}\\.`), '')}`;
    const field = fields.find(({ id, fieldKey }) => id === write.id || fieldKey === key);
    if (!field || input === undefined) continue;
    if (isEmptying(field, input)) result.delete(field.id);
    const value = storedValue(field, input);
    if (value !== undefined) result.set(field.id, { id: field.id, value });
  }
  return [...result.values()];
}

/**
 * Whether a value empties its field: an empty one of the shape that the documents have for the type, a list, an object
 * or a text; a date keeps its value (api#clearing-a-custom-value).
 */
function isEmptying({ dataType }: CustomField, input: unknown): boolean {
  switch (dataType) {
    case 'DATE':
      return false;
    case 'CHECKBOX':
    case 'MULTIPLE_OPTIONS':
      return Array.isArray(input) && input.length === 0;
    case 'FILE_UPLOAD':
    case 'TEXTBOX_LIST':
      return (
        typeof input === 'object' && !Array.isArray(input) && Object.keys(input ?? {}).length === 0
      );
    default:
      return input === '';
  }
}

/** The value as HighLevel keeps it; undefined when it silently keeps nothing (api#dropped-values). */
function storedValue(field: CustomField, input: unknown): unknown {
  if (input === '' || input === null) return undefined;
  const { dataType, isAllowedCustomOption = false } = field;
  const isOption = (option: string) => isAllowedCustomOption || optionsOf(field).includes(option);
  switch (dataType) {
    case 'NUMERICAL':
    case 'MONETORY':
      return Number.isFinite(Number(input)) ? Number(input) : undefined;
    case 'CHECKBOX':
    case 'MULTIPLE_OPTIONS': {
      const chosen = [input].flat().map(String);
      const valid = chosen.filter(isOption);
      return valid.length > 0 ? valid : undefined;
    }
    case 'SINGLE_OPTIONS':
    case 'RADIO':
      return isOption(String(input)) ? String(input) : undefined;
    case 'DATE':
      return /^\d{4}-\d{2}-\d{2}/.exec(String(input))?.[0];
    case 'FILE_UPLOAD':
    case 'TEXTBOX_LIST':
      return undefined;
    default:
      return String(input);
  }
}
