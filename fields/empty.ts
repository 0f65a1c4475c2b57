import * as zod from 'zod';
import { type JsonObject, ownValue } from '../lib/values.ts';
import { choice } from './common.ts';

/**
 * “Fields to Empty”: empty inputs mean “leave it as it is”, so emptying a field is a choice of its own.
 * @param fields the API's name of each field that may be null → what people read
 */
export const fieldsToEmpty = <const Fields extends Record<string, string>>(fields: Fields) =>
  zod
    .array(choice('Field', fields))
    .meta({
      label: 'Fields to Empty',
      helpText:
        'A field that you leave empty above stays as it is. Choose here the fields whose content is to be removed.',
    })
    .optional();

/**
 * The chosen fields with what empties each of them. Spread it first: what is filled in counts.
 * @param emptyValues what the API takes for an empty field, if that is not null
 */
export const emptied = (chosen: string[] = [], emptyValues: JsonObject = {}): JsonObject =>
  Object.fromEntries(chosen.map((name) => [name, ownValue(emptyValues, name) ?? null]));
