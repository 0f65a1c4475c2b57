import type {
  BasicCreateOperation,
  Bundle,
  PlainInputField,
  PlainOutputField,
  ZObject,
} from 'zapier-platform-core';
import * as zod from 'zod';
import { cachedById, forget, locationOf } from '../lib/connection.ts';
import { halted } from '../lib/halted.ts';
import { type Fields, isBlank, isNumber } from '../lib/inputFields.ts';
import { manyOf, withInputFields, withPerform } from '../lib/operation.ts';
import type { Raw } from '../lib/record.ts';
import { call } from '../lib/request.ts';
import { toDay } from '../lib/time.ts';
import { codeOf } from '../middleware.ts';
import { customFieldDefinitions } from '../records/locationCustomFields.ts';
import { dayOf, isDay } from './common.ts';

/** What a custom field belongs to. */
export type Model = 'contact' | 'opportunity';

/** A custom field as `GET /locations/{locationId}/customFields` describes it (locations.json, CustomFieldSchema). */
const definition = zod.object({
  id: zod.string(),
  name: zod.string(),
  fieldKey: zod.string().optional(),
  dataType: zod.string(),
  options: zod.array(zod.string()),
});
type Definition = zod.output<typeof definition>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Where custom fields are defined. */
export const definitionsRoute = 'GET /locations/{locationId}/customFields';

const optionsOf = (list: unknown): string[] =>
  (Array.isArray(list) ? list : [])
    .map((option) => (isObject(option) ? (option.value ?? option.label) : option))
    .map((option) => String(option ?? ''))
    .filter(Boolean);

const read = async (
  z: ZObject,
  bundle: Bundle,
  model: Model,
): Promise<Record<string, Definition>> => {
  const answer = await call({ z, bundle }, definitionsRoute, {
    locationId: locationOf(bundle),
    model,
  });
  const definitions = manyOf(answer, customFieldDefinitions)
    .filter((one) => !one.model || one.model === model)
    .map(({ id, name, fieldKey, dataType, picklistOptions }) => ({
      id: String(id),
      name: String(name || id),
      dataType: String(dataType),
      ...(fieldKey ? { fieldKey: String(fieldKey) } : {}),
      options: optionsOf(picklistOptions),
    }));
  return Object.fromEntries(definitions.map((one) => [one.id, one]));
};

const nameOf = (model: Model) => `custom-fields-by-id:${model}`;

/**
 * The custom fields of a model.
 * @param needed ids of which a record has a value: whoever maps one without a name under its id would find it empty
 * once it has a name
 */
const fieldsOf = async (
  z: ZObject,
  bundle: Bundle,
  model: Model,
  needed: string[] = [],
  load = read,
): Promise<Definition[]> => {
  const name = nameOf(model);
  const known = await cachedById({ z, bundle }, name, definition, needed, () =>
    load(z, bundle, model),
  );
  return Object.values(known).filter((one) => one !== null);
};

/** What `make` makes of the definitions. Where it refuses with those that were kept, a field or an option may be new. */
const withDefinitions = async <Made>(
  z: ZObject,
  bundle: Bundle,
  model: Model,
  make: (definitions: Definition[]) => Made,
): Promise<Made> => {
  let isKept = true;
  const definitions = await fieldsOf(z, bundle, model, [], (...run) => {
    isKept = false;
    return read(...run);
  });
  try {
    return make(definitions);
  } catch (error) {
    if (!isKept) throw error;
    await forget({ z, bundle }, nameOf(model));
    return make(await fieldsOf(z, bundle, model));
  }
};

const prefix = 'customField__';

const several = new Set(['CHECKBOX', 'MULTIPLE_OPTIONS']);
const single = new Set(['SINGLE_OPTIONS', 'RADIO']);

const inputOf = (definition: Definition): PlainInputField => {
  const { id, name, dataType, options } = definition;
  const base = { key: `${prefix}${id}`, label: name };
  const choices = Object.fromEntries(options.map((option) => [option, option]));
  if (several.has(dataType)) return { ...base, type: 'string', list: true, choices };
  if (single.has(dataType)) return { ...base, type: 'string', choices };
  if (dataType === 'NUMERICAL' || dataType === 'MONETORY') return { ...base, type: 'number' };
  if (dataType === 'LARGE_TEXT') return { ...base, type: 'text' };
  if (dataType === 'DATE')
    return { ...base, type: 'datetime', helpText: 'HighLevel keeps the day only, not the time.' };
  if (dataType === 'FILE_UPLOAD' || dataType === 'SIGNATURE') {
    return {
      key: base.key,
      label: name,
      type: 'copy',
      helpText: `“${name}” takes files, and HighLevel takes those only from its own forms. It cannot be filled in here.`,
    };
  }
  return { ...base, type: 'string' };
};

/** A filled-in value as HighLevel keeps it, or a sentence that says what it must be (HighLevel drops wrong ones silently, reality d.4). */
const toWrite = (definition: Definition, value: unknown): unknown => {
  const { name, dataType, options } = definition;
  const refuse = (what: string): never => {
    throw halted(`“${name}” must be ${what}.`);
  };
  const given = [value].flat();
  if (given.some(isObject)) refuse('a text');
  if (several.has(dataType) || single.has(dataType)) {
    const chosen = given.map(String);
    if (single.has(dataType) && chosen.length > 1)
      refuse(`one choice only (it was “${chosen.join(', ').slice(0, 60)}”)`);
    for (const one of chosen) {
      if (options.length > 0 && !options.includes(one))
        refuse(`one of: ${options.join(', ')} (it was “${one.slice(0, 60)}”)`);
    }
    return several.has(dataType) ? chosen : chosen[0];
  }
  if (dataType === 'NUMERICAL' || dataType === 'MONETORY') {
    const text = String(value).trim();
    return isNumber(text) ? Number(text) : refuse('a number');
  }
  if (dataType === 'DATE') {
    const day = dayOf(given.join());
    return isDay(day) ? day : refuse('a date');
  }
  if (dataType === 'FILE_UPLOAD' || dataType === 'SIGNATURE') {
    return refuse(
      'filled in inside HighLevel: it takes files, and HighLevel takes those only from its own forms',
    );
  }
  return given.length > 1 ? refuse('a text') : String(given[0]);
};

const isFilled = (value: unknown): boolean =>
  !isBlank(value) && !(Array.isArray(value) && !value.length);

/** The hidden member of a body that `withCustomFields` fills. */
export const customFieldValues = zod
  .array(zod.object({ id: zod.string(), field_value: zod.unknown() }))
  .meta({ label: 'Custom Fields', hidden: true })
  .optional();

/**
 * Adds the sub-account's custom fields to a create's form, each as its own typed input, and sends what was
 * filled in as `customFields: [{ id, field_value }]` (the key that contacts and opportunities both document).
 */
export const withCustomFields = (
  model: Model,
  operation: BasicCreateOperation,
): BasicCreateOperation => {
  const shown = withInputFields(operation, (own) => [
    ...own,
    async (z: ZObject, bundle: Bundle) =>
      locationOf(bundle) ? (await fieldsOf(z, bundle, model)).map(inputOf) : [],
  ]);
  return withPerform(shown, [definitionsRoute], (perform) => async (z, bundle) => {
    const filled = Object.entries(bundle.inputData)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key, Array.isArray(value) ? value.filter(isFilled) : value])
      .filter((entry): entry is [string, unknown] => isFilled(entry[1]));
    if (filled.length === 0) return perform(z, bundle);
    const customFields = await withDefinitions(z, bundle, model, (definitions) =>
      filled.map(([key, value]) => {
        const definition = definitions.find(({ id }) => `${prefix}${id}` === key);
        if (!definition) {
          throw halted(
            'A custom field of this step does not exist any more in HighLevel. Refresh the fields of this step and map it anew.',
          );
        }
        return { id: definition.id, field_value: toWrite(definition, value) };
      }),
    );
    return perform(z, { ...bundle, inputData: { ...bundle.inputData, customFields } });
  });
};

const keyOf = ({ fieldKey, id }: Definition): string =>
  String(fieldKey?.split('.').at(-1) || id).replace(/[^\p{L}\p{M}\p{N}_]+/gu, '_');

/** A custom value out of whichever name it comes under, which differs by endpoint and type (reality d.4). */
export const readValue = (entry: Fields): unknown =>
  entry.value ??
  entry.fieldValue ??
  entry.fieldValueString ??
  entry.fieldValueNumber ??
  entry.fieldValueArray ??
  toDay(entry.fieldValueDate) ??
  entry.fieldValueFiles ??
  entry.field_value;

/**
 * Puts each custom value of the records under `customField`, by the field's own key (which stays when the field
 * is renamed), whatever shape the endpoint reads it in (reality d.4). The raw list stays beside it.
 */
export const nameCustomFields = async (
  records: Raw[],
  model: Model,
  z: ZObject,
  bundle: Bundle,
): Promise<Raw[]> => {
  const listOf = (raw: Raw) =>
    (Array.isArray(raw.customFields) ? raw.customFields : []).filter(isObject);
  if (records.every((raw) => listOf(raw).length === 0)) return records;
  const ids = new Set(records.flatMap(listOf).map(({ id }) => String(id)));
  const definitions = await fieldsOf(z, bundle, model, [...ids]).catch((error: unknown) => {
    // Without the scope for definitions the names are missing, but the record is not lost.
    if (codeOf(error) === 'scope' || codeOf(error) === 'forbidden') return [];
    throw error;
  });
  const keys = new Map(definitions.map((definition) => [String(definition.id), keyOf(definition)]));
  return records.map((raw) => {
    const values = listOf(raw).map((entry) => [
      keys.get(String(entry.id)) ?? String(entry.id),
      readValue(entry),
    ]);
    return { ...raw, customField: Object.fromEntries(values) };
  });
};

/** Labelled output fields for what `nameCustomFields` adds. */
export const customFieldOutputs =
  (model: Model) =>
  async (z: ZObject, bundle: Bundle): Promise<PlainOutputField[]> => {
    if (!locationOf(bundle)) return [];
    const definitions = await fieldsOf(z, bundle, model);
    return definitions.map((definition) => ({
      key: `customField__${keyOf(definition)}`,
      label: definition.name,
      ...(several.has(definition.dataType) ? { list: true } : {}),
    }));
  };

/** The custom fields as choices of a filter: the search calls them `customFields.<id>` (reality d.3 #42). */
export const customFieldChoices = async (z: ZObject, bundle: Bundle, model: Model) =>
  (await fieldsOf(z, bundle, model)).map(({ id, name }) => ({ id: `customFields.${id}`, name }));
