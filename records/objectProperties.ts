import * as zod from 'zod';
import { cached } from '../lib/cache.ts';
import type { Run } from '../lib/run.ts';
import { asObject, isObject, type JsonObject, objectsIn } from '../lib/values.ts';
import { type Definition, definition, readDefinition } from './customFieldDefinition.ts';

/** Where an object is described with its properties. */
export const objectRoute = 'GET /objects/{key}';

/** `custom_objects.pet.name` as `name`, the key under which a record has it. */
const withoutObject = (fieldKey: unknown, objectKey: string): string => {
  const key = String(fieldKey ?? '');
  // The documents spell the prefix both with and without an s.
  const prefix = [objectKey, objectKey.replace(/^custom_objects\./, 'custom_object.')]
    .map((one) => `${one}.`)
    .find((one) => key.startsWith(one));
  return prefix ? key.slice(prefix.length) : key;
};

/** A property as a custom field is described, with the key of the property as its id. */
const propertyOf = (field: JsonObject, objectKey: string): Definition => ({
  ...readDefinition({
    ...field,
    id: withoutObject(field.fieldKey, objectKey),
    picklistOptions: objectsIn(field.options).map((one) => one.key ?? one.label),
    isAllowedCustomOption: field.allowCustomOption,
  }),
});

/** The properties of an object (objects.json, ICustomField), kept for five minutes. */
export const loadProperties = (run: Run, objectKey: string): Promise<Definition[]> =>
  cached(run.cache, { name: `properties:${objectKey}`, shape: zod.array(definition) }, async () => {
    const asked = { key: objectKey, locationId: run.locationId, fetchProperties: 'true' };
    const { fields } = asObject(await run.call(objectRoute, asked));
    return objectsIn(fields)
      .map((field) => propertyOf(field, objectKey))
      .filter(({ id }) => id !== '');
  });

/** The text of a property: an amount of money is an object with its value. */
const textsOf = (value: unknown): string[] =>
  [value].flat().map((one) => String((isObject(one) ? one.value : one) ?? ''));

/** Whether a record has a value in a property, in capital or small letters; a list has it if one of its items is. */
export const hasProperty = ({ properties }: JsonObject, property: string, value: string): boolean =>
  textsOf(asObject(properties)[property]).some(
    (one) => one.trim().toLowerCase() === value.trim().toLowerCase(),
  );
