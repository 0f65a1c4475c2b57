import * as zod from 'zod';
import { choice } from './common.ts';

/**
 * “Fields to Empty”: an empty input leaves the field as it is, so emptying one is a choice of its own.
 * @param fields the API's name of each field that can be empty → what people read
 */
export const fieldsToEmpty = <const Fields extends Record<string, string>>(fields: Fields) =>
  zod
    .array(choice('Field', fields))
    .meta({
      label: 'Fields to Empty',
      helpText:
        'Fields that you leave empty above stay as they are. Choose the fields to empty here.',
    })
    .optional();

/**
 * The chosen fields, empty. Spread it first: what is filled in counts.
 * @param emptyValues how the API empties a field that may not be null
 */
export const emptied = (
  chosen: string[] | undefined,
  emptyValues: Record<string, unknown> = {},
): Record<string, unknown> =>
  Object.fromEntries((chosen ?? []).map((name) => [name, emptyValues[name] ?? null]));
