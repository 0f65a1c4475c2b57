import * as zod from 'zod';
import { listIn } from '../lib/api/answers.ts';
import { canDoWithout, retryAdvice } from '../lib/api/errors.ts';
import { cachedById } from '../lib/cache.ts';
import type { Run } from '../lib/run.ts';
import { asObject, isObject, isTrue, type JsonObject } from '../lib/values.ts';
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
  /** The labels of a list of text boxes, by their ids. */
  boxes: zod.record(zod.string(), zod.string()),
  /** Whether the field takes options of one’s own too. */
  takesOthers: zod.boolean(),
  /** The name of the folder that it lies in, if HighLevel lists that. */
  folder: zod.string().optional(),
});
export type Definition = zod.output<typeof definition>;

/** Where custom fields are defined. */
export const definitionsRoute = 'GET /locations/{locationId}/customFields';

const optionsOf = (list: unknown): string[] =>
  (Array.isArray(list) ? list : [])
    .map((option) => (isObject(option) ? (option.value ?? option.label) : option))
    .map((option) => String(option ?? ''))
    .filter(Boolean);

const boxesOf = (list: unknown): Record<string, string> =>
  Object.fromEntries(
    (Array.isArray(list) ? list : [])
      .map(asObject)
      .filter(({ id, label }) => id && label)
      .map(({ id, label }) => [String(id), String(label)]),
  );

/** The list of fields holds folders too (api#folders-among-fields). */
const isFolder = ({ documentType }: JsonObject): boolean => documentType === 'folder';

const isFieldOf = (model: Model, one: JsonObject): boolean =>
  !isFolder(one) && (!one.model || one.model === model);

const definitionOf = ({
  id,
  name,
  fieldKey,
  dataType,
  picklistOptions,
  isAllowedCustomOption,
}: JsonObject): Definition => ({
  id: String(id),
  name: String(name || id),
  dataType: String(dataType),
  ...(fieldKey ? { fieldKey: String(fieldKey) } : {}),
  options: optionsOf(picklistOptions),
  boxes: boxesOf(picklistOptions),
  takesOthers: isTrue(isAllowedCustomOption),
});

const readDefinitions = async (run: Run, model: Model): Promise<Record<string, Definition>> => {
  const { locationId } = run;
  const answer = await run.call(definitionsRoute, { locationId, model });
  const listed = listIn(answer, customFieldDefinitions, retryAdvice(run));
  const folders = new Map(listed.filter(isFolder).map(({ id, name }) => [id, name]));
  const folderOf = ({ parentId }: JsonObject) => {
    const folder = folders.get(parentId);
    return folder ? { folder: String(folder) } : {};
  };
  const definitions = listed
    .filter((one) => isFieldOf(model, one))
    .map((one) => ({ ...definitionOf(one), ...folderOf(one) }));
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

const severalOptions = new Set(['CHECKBOX', 'MULTIPLE_OPTIONS']);

/** Whether a field takes several of its options. */
export const takesSeveral = ({ dataType }: Definition): boolean => severalOptions.has(dataType);

/** The custom fields of a model, for what shows them next to other things: none if they cannot be read. */
export const showDefinitions = async (run: Run, model: Model): Promise<Definition[]> => {
  if (!run.locationId) return [];
  return loadDefinitions(run, model).catch((error: unknown) => {
    if (canDoWithout(error)) return [];
    throw error;
  });
};
