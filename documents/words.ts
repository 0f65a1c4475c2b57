/** A digested form in full: the labels, sections and choices that follow from names. */
import type { JsonSchema } from '../lib/form/schema.ts';
import { titleOf } from '../lib/outputFields.ts';

/** `past_due` as “Past Due”; a code like `USD` as it is. */
const wordOf = (value: string): string => {
  if (/^[A-Z]+(_[A-Z]+)+$/.test(value)) return titleOf(value.toLowerCase());
  return /^[a-z]+([_-][a-z]+)*$|^[a-z]+([A-Z][a-z]+)+$/.test(value)
    ? titleOf(value.replaceAll('-', '_'))
    : value;
};

/** “Contact ID” is “Contact” if people choose it from a list. */
const labelOf = (name: string, { dynamic }: JsonSchema): string => {
  const label = titleOf(name.replace(/\W+/g, '_')) || name;
  return dynamic ? label.replace(/ ID(s?)$/, (_, several: string) => several) || label : label;
};

const choicesOf = ({ enum: values }: JsonSchema): Pick<JsonSchema, 'choices'> =>
  values ? { choices: Object.fromEntries(values.map((one) => [one, wordOf(one)])) } : {};

/** A member of a digested form, in full. */
const expandMember = (name: string, schema: JsonSchema): JsonSchema => {
  const { items, group, dynamic, ...own } = schema;
  const label = labelOf(name, schema);
  const choice = { ...choicesOf(schema), ...(dynamic ? { dynamic } : {}) };
  if (items) {
    // A list chooses among what its items are.
    const rows = items.properties
      ? expandForm(items)
      : { type: 'string', ...items, ...choicesOf(items), ...choice };
    return { label, ...own, items: rows };
  }
  if (own.properties)
    return { ...expandForm(own), ...(group === undefined ? {} : { group: label }) };
  return { label, type: 'string', ...own, ...choice };
};

/** The form of an endpoint with all that people read. */
export const expandForm = (schema: JsonSchema): JsonSchema => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, one]) => [name, expandMember(name, one)]),
  ),
});
