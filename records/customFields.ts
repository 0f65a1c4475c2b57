import type { PlainInputField, PlainOutputField } from 'zapier-platform-core';
import { listIn } from '../lib/api/answers.ts';
import { doWithout, kindOf } from '../lib/api/errors.ts';
import { cachedById } from '../lib/cache.ts';
import type { Run } from '../lib/run.ts';
import { type JsonObject, objectsIn } from '../lib/values.ts';
import { choiceOf, fitFields } from './customFieldChoice.ts';
import {
  type Definition,
  definition,
  isFieldOf,
  isFolder,
  type Model,
  readDefinition,
} from './customFieldDefinition.ts';
import { keyOf, outputsOf, usableValue, withDay } from './customValues.ts';
import { customFieldDefinitions } from './locationCustomFields.ts';

/** Where custom fields are defined. */
export const definitionsRoute = 'GET /locations/{locationId}/customFields';

const readDefinitions = async (run: Run, model: Model): Promise<Record<string, Definition>> => {
  const { locationId } = run;
  const answer = await run.call(definitionsRoute, { locationId, model });
  const listed = listIn(answer, customFieldDefinitions);
  const folders = new Map(listed.filter(isFolder).map(({ id, name }) => [id, name]));
  const folderOf = ({ parentId }: JsonObject) => {
    const folder = folders.get(parentId);
    return folder ? { folder: String(folder) } : {};
  };
  const definitions = listed
    .filter((one) => isFieldOf(model, one))
    .map((one) => ({ ...readDefinition(one), ...folderOf(one) }));
  return Object.fromEntries(definitions.map((one) => [one.id, one]));
};

/** Under which the definitions are kept. */
export const definitionsEntry = (model: Model): string => `custom-fields-by-id:${model}`;

const entryOf = (model: Model) => ({ name: definitionsEntry(model), shape: definition });

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

/**
 * What `make` makes of the definitions. If it is not content with those that were kept, they are read anew: a field or
 * an option may be new.
 */
export const withDefinitions = async <Made>(
  run: Run,
  model: Model,
  make: (definitions: Definition[]) => Made,
  isContent: (made: Made) => boolean,
): Promise<Made> => {
  let isFresh = false;
  const onRead = () => {
    isFresh = true;
  };
  const made = make(await loadDefinitions(run, model, { onRead }));
  if (isFresh || isContent(made)) return made;
  await run.cache.clear(entryOf(model).name);
  return make(await loadDefinitions(run, model));
};

/** The custom fields of a model, for what shows them next to other things: none if they cannot be read. */
export const showDefinitions = async (run: Run, model: Model): Promise<Definition[]> => {
  if (!run.locationId) return [];
  return loadDefinitions(run, model).catch(doWithout([]));
};

/**
 * Puts each custom value of the records under `customField`, by the field’s own key (which stays when the field
 * is renamed), whatever shape the endpoint reads it in (api#custom-value-shapes). The list of HighLevel stays.
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
  const byId = new Map(definitions.map((one) => [one.id, one]));
  const definitionOf = ({ id }: JsonObject) => byId.get(String(id));
  return records.map((record) => {
    const values = objectsIn(record.customFields);
    const named = values.map((entry) => {
      const definition = definitionOf(entry);
      const key = definition ? keyOf(definition) : String(entry.id);
      return [key, usableValue(entry, definition)];
    });
    return {
      ...record,
      customFields: values.map((entry) => withDay(entry, definitionOf(entry))),
      customField: Object.fromEntries(named),
    };
  });
};

/** What a record with `nameCustomFields` adds to its labelled output fields, and to a form if those are too many. */
export const customFieldOutputs = (model: Model) => ({
  dynamicFields: async (run: Run, own: number): Promise<PlainOutputField[]> =>
    fitFields(run, await showDefinitions(run, model), { own, fieldsOf: outputsOf }).fields,
  dynamicInputs: async (run: Run, own: number): Promise<PlainInputField[]> => {
    const definitions = await showDefinitions(run, model);
    const { isChosen } = fitFields(run, definitions, { own, fieldsOf: outputsOf });
    return isChosen ? [choiceOf(definitions)] : [];
  },
});
