import * as zod from 'zod';
import { buildForm, type Form } from '../lib/form/form.ts';
import type { JsonSchema, Schema } from '../lib/form/schema.ts';
import type { Run } from '../lib/run.ts';
import { asObject, isEmpty, isObject, type JsonObject } from '../lib/values.ts';
import { refuse } from '../lib/zapier.ts';
import type { Entry } from './digest.ts';
import { expandForm } from './words.ts';

/** What the form holds besides the endpoint’s own fields; no member of a document has these names. */
export const own = { area: 'apiArea', endpoint: 'apiEndpoint', more: 'moreFields' } as const;

const forms = new WeakMap<Entry, Form>();

/** The form of an endpoint, made when somebody first asks for it. */
export const formOf = (entry: Entry): Form => {
  const known = forms.get(entry);
  if (known) return known;
  const schema = zod.fromJSONSchema(expandForm(entry.input) as never) as Schema;
  const form = buildForm(schema);
  forms.set(entry, form);
  return form;
};

/** “More Fields (JSON)” as an object. */
const readMore = (text: unknown): JsonObject => {
  if (isEmpty(text)) return {};
  try {
    const more: unknown = typeof text === 'string' ? JSON.parse(text) : text;
    if (isObject(more)) return more;
  } catch {
    // The same sentence as for what is no object.
  }
  return refuse(
    '“More Fields (JSON)” must be a JSON object, for example {"note": "Paid in cash"}. Leave it empty if you do not need it.',
  );
};

/** Adds what only JSON can say: sections are put together, everything else is replaced. */
const merge = (values: JsonObject, more: JsonObject): JsonObject => {
  const all: JsonObject = { ...values };
  for (const [name, value] of Object.entries(more)) {
    const known = Object.hasOwn(all, name) ? all[name] : undefined;
    all[name] = isObject(known) && isObject(value) ? merge(known, value) : value;
  }
  return all;
};

/** What of the values the endpoint knows: a step keeps what was filled in for another endpoint before. */
const fitTo = (schema: JsonSchema, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => fitTo(schema.items ?? {}, item));
  if (!schema.properties) return value;
  const object = asObject(value);
  const members = Object.entries(schema.properties).filter(([name]) => Object.hasOwn(object, name));
  return Object.fromEntries(members.map(([name, one]) => [name, fitTo(one, object[name])]));
};

/** What can only be one thing, and what the connection knows. */
export const knownValues = ({ locationId, bundle }: Run, entry: Entry): JsonObject => ({
  ...entry.constants,
  ...Object.fromEntries(
    Object.entries(entry.fromConnection ?? {}).map(([name, source]) => [
      name,
      source === 'locationId' ? locationId : bundle.authData.companyId,
    ]),
  ),
});

/**
 * What the form of a step says, validated, with what the connection knows: that cannot be replaced.
 * @param inputData what is filled in, if not the inputs of the step
 */
export const readValues = async (
  run: Run,
  entry: Entry,
  inputData: JsonObject = run.bundle.inputData,
): Promise<JsonObject> => {
  const values = asObject(fitTo(entry.input, await formOf(entry).read(run, inputData)));
  const more = readMore(inputData[own.more]);
  return { ...merge(values, more), ...knownValues(run, entry) };
};
