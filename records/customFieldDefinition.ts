import * as zod from 'zod';
import { asObject, isObject, isTrue, type JsonObject } from '../lib/values.ts';

/** What a custom field belongs to. */
export type Model = 'contact' | 'opportunity';

/** A custom field as `GET /locations/{locationId}/customFields` describes it (locations.json, CustomFieldSchema). */
export const definition = zod.object({
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
export const isFolder = ({ documentType }: JsonObject): boolean => documentType === 'folder';

/** Whether an entry of the list is a field of the model. */
export const isFieldOf = (model: Model, one: JsonObject): boolean =>
  !isFolder(one) && (!one.model || one.model === model);

/** A custom field out of an entry of the list. */
export const readDefinition = ({
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

const severalOptions = new Set(['CHECKBOX', 'MULTIPLE_OPTIONS']);

/** Whether a field takes several of its options. */
export const takesSeveral = ({ dataType }: Definition): boolean => severalOptions.has(dataType);
