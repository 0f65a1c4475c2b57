import { doWithout } from '../lib/api/errors.ts';
import { fingerprint } from '../lib/polling/revision.ts';
import type { Run } from '../lib/run.ts';
import { isBlank, isEmpty, type JsonObject } from '../lib/values.ts';
import { type Definition, type Model, takesSeveral } from './customFieldDefinition.ts';
import { definitionsEntry, loadDefinitions } from './customFields.ts';

/** Labels come with blanks at their ends and doubled inside (api#workflow-webhooks). */
const plainLabel = (label: string): string => label.trim().replace(/\s+/g, ' ');

/** Several options come as a list or as a text with commas, which may be part of an option too: the longest counts. */
const optionsIn = (value: unknown, { options }: Definition): unknown => {
  if (typeof value !== 'string') return [value].flat();
  const said = value.split(',').map((part) => part.trim());
  const plain = said.map(plainLabel);
  const known = options
    .map((option) => ({ option, parts: option.split(',').map(plainLabel) }))
    .sort((a, b) => b.parts.length - a.parts.length);
  // A text may have hundreds of thousands of parts, and most begin no option.
  const starts = new Set(known.map(({ parts: [start] }) => start));
  const found: unknown[] = [];
  for (let at = 0; at < said.length; ) {
    const fits = ({ parts }: { parts: string[] }) =>
      parts.every((part, index) => part === plain[at + index]);
    const fitting = starts.has(plain[at] ?? '') ? known.find(fits) : undefined;
    found.push(fitting?.option ?? said[at]);
    at += fitting?.parts.length ?? 1;
  }
  return found.filter(Boolean);
};

const shapedValue = (value: unknown, definition: Definition): unknown => {
  if (takesSeveral(definition)) return optionsIn(value, definition);
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
};

/** The one field that a label means; undefined if two are called so. */
const fieldFor = (label: string, definitions: Definition[]): Definition | undefined => {
  const exact = definitions.filter(({ name }) => name === label);
  const alike = definitions.filter(({ name }) => plainLabel(name) === plainLabel(label));
  const found = exact.length > 0 ? exact : alike;
  return found.length === 1 ? found[0] : undefined;
};

interface Sorted {
  /** As the API gives them. */
  customFields: JsonObject[];
  /** What no custom field is called. */
  others: JsonObject;
}

const sortFields = (others: JsonObject, definitions: Definition[]): Sorted => {
  const found = Object.entries(others).map(([label, value]) => {
    const definition = fieldFor(label, definitions);
    return { label, value, definition };
  });
  return {
    // The API leaves out what is not filled in; a workflow posts it as `""`.
    customFields: found.flatMap(({ value, definition }) =>
      definition && !isEmpty(value)
        ? [{ id: definition.id, value: shapedValue(value, definition) }]
        : [],
    ),
    others: Object.fromEntries(
      found.flatMap(({ label, value, definition }) => (definition ? [] : [[label, value]])),
    ),
  };
};

/** Whether everything has found its field, or nothing is filled in that has not. */
const isContent = ({ others }: Sorted): boolean => Object.values(others).every(isBlank);

/** Seconds after which definitions are read again for the same unknown labels. */
const lookAgainAfter = 300;

/** The definitions; none if the connection may not read them. */
const readable = (run: Run, model: Model, onRead?: () => void): Promise<Definition[]> =>
  loadDefinitions(run, model, onRead ? { onRead } : {}).catch(doWithout([]));

/**
 * Sorts what a post says under labels of its own into custom fields, by their definitions, and what is left. Reads the
 * definitions again if a label is not among those that were kept: the field may be new, or have a new name.
 */
export const sortPostedFields = async (
  run: Run,
  model: Model,
  others: JsonObject,
): Promise<Sorted> => {
  if (isEmpty(others) || !run.locationId) return { customFields: [], others };
  let isFresh = false;
  const onRead = () => {
    isFresh = true;
  };
  const sorted = sortFields(others, await readable(run, model, onRead));
  if (isFresh || isContent(sorted)) return sorted;
  const labels = fingerprint(Object.keys(sorted.others).sort());
  if (!(await run.cache.claim(`posted-labels:${labels}`, lookAgainAfter))) return sorted;
  await run.cache.clear(definitionsEntry(model));
  return sortFields(others, await readable(run, model));
};
