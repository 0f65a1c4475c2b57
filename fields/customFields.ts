import type {
  BasicCreateOperation,
  Bundle,
  PlainInputField,
  PlainOutputField,
  ZObject,
} from 'zapier-platform-core';
import * as zod from 'zod';
import { cached, locationOf } from '../lib/connection.ts';
import { halted } from '../lib/halted.ts';
import type { Fields } from '../lib/inputFields.ts';
import { withInputFields, withPerform } from '../lib/operation.ts';
import type { Raw } from '../lib/record.ts';
import { call } from '../lib/request.ts';
import { codeOf } from '../middleware.ts';

/** What a custom field belongs to. */
export type Model = 'contact' | 'opportunity';

/** A custom field as `GET /locations/{locationId}/customFields` describes it (locations.json, CustomFieldSchema). */
interface Definition {
  id: string;
  name: string;
  fieldKey?: string;
  dataType: string;
  picklistOptions?: (string | { label?: string; value?: string })[];
  picklistImageOptions?: unknown[];
}

/** Where custom fields are defined. */
export const definitionsRoute = 'GET /locations/{locationId}/customFields';

const fieldsOf = (z: ZObject, bundle: Bundle, model: Model): Promise<Definition[]> =>
  cached({ z, bundle }, `custom-fields:${model}`, 300, async () => {
    const answer = await call({ z, bundle }, definitionsRoute, {
      locationId: locationOf(bundle),
      model,
    });
    const { customFields } = answer as { customFields?: (Definition & { model?: string })[] };
    return (customFields ?? [])
      .filter((one) => !one.model || one.model === model)
      .map(({ id, name, fieldKey, dataType, picklistOptions }) => ({
        id,
        name,
        dataType,
        ...(fieldKey ? { fieldKey } : {}),
        ...(picklistOptions ? { picklistOptions } : {}),
      }));
  });

const prefix = 'customField__';

const optionsOf = ({ picklistOptions = [] }: Definition): string[] =>
  picklistOptions
    .map((option) => (typeof option === 'string' ? option : (option.value ?? option.label ?? '')))
    .filter(Boolean);

const several = new Set(['CHECKBOX', 'MULTIPLE_OPTIONS']);
const single = new Set(['SINGLE_OPTIONS', 'RADIO']);

const inputOf = (definition: Definition): PlainInputField => {
  const { id, name, dataType } = definition;
  const base = { key: `${prefix}${id}`, label: name };
  const choices = Object.fromEntries(optionsOf(definition).map((option) => [option, option]));
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
  const { name, dataType } = definition;
  const refuse = (what: string): never => {
    throw halted(`“${name}” must be ${what}.`);
  };
  if (several.has(dataType) || single.has(dataType)) {
    const options = optionsOf(definition);
    const chosen = [value].flat().map(String);
    for (const one of chosen) {
      if (options.length > 0 && !options.includes(one))
        refuse(`one of: ${options.join(', ')} (it was “${one.slice(0, 60)}”)`);
    }
    return several.has(dataType) ? chosen : chosen[0];
  }
  if (dataType === 'NUMERICAL' || dataType === 'MONETORY') {
    const number = typeof value === 'number' ? value : Number(String(value).trim());
    return Number.isFinite(number) ? number : refuse('a number');
  }
  if (dataType === 'DATE') {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(String(value));
    return day ? day[0] : refuse('a date');
  }
  if (dataType === 'FILE_UPLOAD' || dataType === 'SIGNATURE') {
    return refuse(
      'filled in inside HighLevel: it takes files, and HighLevel takes those only from its own forms',
    );
  }
  return String(value);
};

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
    const filled = Object.entries(bundle.inputData).filter(
      ([key, value]) =>
        key.startsWith(prefix) &&
        value !== '' &&
        value !== null &&
        value !== undefined &&
        !(Array.isArray(value) && value.length === 0),
    );
    if (filled.length === 0) return perform(z, bundle);
    const definitions = await fieldsOf(z, bundle, model);
    const customFields = filled.map(([key, value]) => {
      const definition = definitions.find(({ id }) => `${prefix}${id}` === key);
      if (!definition) {
        throw halted(
          'A custom field of this step does not exist any more in HighLevel. Refresh the fields of this step and map it anew.',
        );
      }
      return { id: definition.id, field_value: toWrite(definition, value) };
    });
    return perform(z, { ...bundle, inputData: { ...bundle.inputData, customFields } });
  });
};

const keyOf = ({ fieldKey, id }: Definition): string =>
  String(fieldKey?.split('.').at(-1) || id).replace(/\W+/g, '_');

const readValue = ({
  value,
  fieldValue,
  fieldValueString,
  fieldValueArray,
  fieldValueDate,
  field_value,
}: Fields): unknown => {
  if (typeof fieldValueDate === 'number')
    return new Date(fieldValueDate).toISOString().slice(0, 10);
  return value ?? fieldValue ?? fieldValueString ?? fieldValueArray ?? field_value;
};

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
    (Array.isArray(raw.customFields) ? raw.customFields : []).filter(
      (entry): entry is Fields => typeof entry === 'object' && entry !== null,
    );
  if (records.every((raw) => listOf(raw).length === 0)) return records;
  const definitions = await fieldsOf(z, bundle, model).catch((error: unknown) => {
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
