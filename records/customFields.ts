import type { PlainOutputField } from 'zapier-platform-core';
import * as zod from 'zod';
import { listIn } from '../lib/api/answers.ts';
import { kindOf, retryAdvice } from '../lib/api/errors.ts';
import { cachedById } from '../lib/cache.ts';
import type { Run } from '../lib/run.ts';
import { toDay } from '../lib/time.ts';
import { isObject, type JsonObject, objectsIn } from '../lib/values.ts';
import { customFieldDefinitions } from './locationCustomFields.ts';

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
export type Definition = zod.output<typeof definition>;

/** Where custom fields are defined. */
export const definitionsRoute = 'GET /locations/{locationId}/customFields';

const optionsOf = (list: unknown): string[] =>
  (Array.isArray(list) ? list : [])
    .map((option) => (isObject(option) ? (option.value ?? option.label) : option))
    .map((option) => String(option ?? ''))
    .filter(Boolean);

const readDefinitions = async (run: Run, model: Model): Promise<Record<string, Definition>> => {
  const { locationId } = run;
  const answer = await run.call(definitionsRoute, { locationId, model });
  const definitions = listIn(answer, customFieldDefinitions, retryAdvice(run))
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

const entryOf = (model: Model) => ({ name: `custom-fields-by-id:${model}`, shape: definition });

interface Wanted {
  /** Ids of which a record has a value: whoever maps one without a name under its id would find it empty later. */
  needed?: string[];
  /** Is told when the definitions do not come from the cache. */
  onRead?: () => void;
}

/** The custom fields of a model. */
export const loadDefinitions = async (
  run: Run,
  model: Model,
  { needed = [], onRead }: Wanted = {},
): Promise<Definition[]> => {
  const known = await cachedById(run.cache, entryOf(model), needed, () => {
    onRead?.();
    return readDefinitions(run, model);
  });
  return Object.values(known).filter((one) => one !== null);
};

/** What `make` makes of the definitions. If it refuses with those that were kept, a field or an option may be new. */
export const withDefinitions = async <Made>(
  run: Run,
  model: Model,
  make: (definitions: Definition[]) => Made,
): Promise<Made> => {
  let isFresh = false;
  const onRead = () => {
    isFresh = true;
  };
  const definitions = await loadDefinitions(run, model, { onRead });
  try {
    return make(definitions);
  } catch (error) {
    if (isFresh) throw error;
    await run.cache.clear(entryOf(model).name);
    return make(await loadDefinitions(run, model));
  }
};

const severalOptions = new Set(['CHECKBOX', 'MULTIPLE_OPTIONS']);

/** Whether a field takes several of its options. */
export const takesSeveral = ({ dataType }: Definition): boolean => severalOptions.has(dataType);

const keyOf = ({ fieldKey, id }: Definition): string =>
  String(fieldKey?.split('.').at(-1) || id).replace(/[^\p{L}\p{M}\p{N}_]+/gu, '_');

/**
 * A custom value out of whichever name it comes under, which differs by endpoint and type (api#custom-value-shapes).
 */
export const readCustomValue = (entry: JsonObject): unknown =>
  entry.value ??
  entry.fieldValue ??
  entry.fieldValueString ??
  entry.fieldValueNumber ??
  entry.fieldValueArray ??
  toDay(entry.fieldValueDate) ??
  entry.fieldValueFiles ??
  entry.field_value;

/**
 * Puts each custom value of the records under `customField`, by the field’s own key (which stays when the field
 * is renamed), whatever shape the endpoint reads it in (api#custom-value-shapes). The raw list stays as it is.
 */
export const nameCustomFields = async (
  run: Run,
  model: Model,
  records: JsonObject[],
): Promise<JsonObject[]> => {
  const entries = records.flatMap(({ customFields }) => objectsIn(customFields));
  if (entries.length === 0) return records;
  const needed = [...new Set(entries.map(({ id }) => String(id)))];
  const definitions = await loadDefinitions(run, model, { needed }).catch((error: unknown) => {
    // Without the scope for definitions the names are missing, but the record is not lost.
    if (kindOf(error) === 'scope' || kindOf(error) === 'forbidden') return [];
    throw error;
  });
  const keys = new Map(definitions.map((one) => [one.id, keyOf(one)]));
  return records.map((record) => {
    const values = objectsIn(record.customFields).map((entry) => [
      keys.get(String(entry.id)) ?? String(entry.id),
      readCustomValue(entry),
    ]);
    return { ...record, customField: Object.fromEntries(values) };
  });
};

/** Labelled output fields for what `nameCustomFields` adds. */
export const customFieldOutputs =
  (model: Model) =>
  async (run: Run): Promise<PlainOutputField[]> => {
    if (!run.locationId) return [];
    const definitions = await loadDefinitions(run, model);
    return definitions.map((one) => ({
      key: `customField__${keyOf(one)}`,
      label: one.name,
      ...(takesSeveral(one) ? { list: true } : {}),
    }));
  };
