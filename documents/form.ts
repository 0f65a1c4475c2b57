import * as zod from 'zod';
import { buildForm, type Form } from '../lib/form/form.ts';
import type { Schema } from '../lib/form/schema.ts';
import type { Run } from '../lib/run.ts';
import { isEmpty, isObject, type JsonObject } from '../lib/values.ts';
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
const merge = (values: JsonObject, more: JsonObject): JsonObject =>
  Object.entries(more).reduce<JsonObject>((all, [name, value]) => {
    const known = Object.hasOwn(all, name) ? all[name] : undefined;
    const isSection = isObject(known) && isObject(value);
    return { ...all, [name]: isSection ? merge(known, value) : value };
  }, values);

const fromConnection = (entry: Entry, { locationId, bundle }: Run): JsonObject =>
  Object.fromEntries(
    Object.entries(entry.fromConnection ?? {}).map(([name, source]) => [
      name,
      source === 'locationId' ? locationId : bundle.authData.companyId,
    ]),
  );

/** What the form of a step says, validated, with what the connection knows. The connection’s own cannot be replaced. */
export const readValues = async (run: Run, entry: Entry): Promise<JsonObject> => {
  const { inputData } = run.bundle;
  const values = await formOf(entry).read(run);
  const { [own.area]: _area, [own.endpoint]: _endpoint, [own.more]: _more, ...filled } = values;
  const more = readMore(inputData[own.more]);
  return { ...merge(filled, more), ...entry.constants, ...fromConnection(entry, run) };
};
