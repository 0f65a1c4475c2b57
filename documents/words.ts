/** A digested form in full: the labels, sections and choices that follow from names. */
import type { JsonSchema } from '../lib/form/schema.ts';
import { titleOf } from '../lib/outputFields.ts';
import { pluralOf } from '../lib/texts.ts';
import { isSecret } from './secrets.ts';

/** `past_due` as “Past Due”; a code like `USD` as it is. */
const wordOf = (value: string): string => {
  if (/^[A-Z]+(_[A-Z]+)+$/.test(value)) return titleOf(value.toLowerCase());
  return /^[a-z]+([_-][a-z]+)*$|^[a-z]+([A-Z][a-z]+)+$/.test(value)
    ? titleOf(value.replaceAll('-', '_'))
    : value;
};

/** “Contact ID” is “Contact” if people choose it from a list; an “ID” in a section is that of the section. */
const labelOf = (name: string, { dynamic }: JsonSchema): string => {
  const label = titleOf(name.replace(/\W+/g, '_')) || name;
  const [, noun, several] = (dynamic && /^(.+) ID(s?)$/.exec(label)) || [];
  if (!noun) return dynamic && /^IDs?$/.test(label) ? '' : label;
  return several ? pluralOf(noun) : noun;
};

/** A label after that of its section. Words that both have are said once: “Address Line 1”, not “Address Address Line 1”. */
const joinLabels = (section: string, label: string): string =>
  [section, label]
    .filter(Boolean)
    .join(' ')
    .replace(/(?<= |^)(\w+(?: \w+)*) \1(?= |$)/, '$1');

/** The labels of the members of a section, each once: of several that would be called the same, each has its whole name. */
const labelsOf = (members: [string, JsonSchema][], section: string): string[] => {
  const short = members.map(([name, one]) => joinLabels(section, labelOf(name, one)));
  return members.map(([name], index) => {
    const label = short[index] ?? '';
    const isTwin = short.filter((one) => one === label).length > 1;
    return isTwin ? [section, titleOf(name)].filter(Boolean).join(' ') : label || titleOf(name);
  });
};

const choicesOf = ({ enum: values }: JsonSchema): Pick<JsonSchema, 'choices'> =>
  values ? { choices: Object.fromEntries(values.map((one) => [one, wordOf(String(one))])) } : {};

/** Zapier’s choices are texts: those of a number are offered, and any number is taken. */
const withoutNumbers = ({ enum: values, ...rest }: JsonSchema): JsonSchema =>
  values && typeof values[0] === 'string' ? { ...rest, enum: values } : rest;

/** What a switch means to the documents, which say true and false. */
const switchWords: [RegExp, string][] = [
  [/\btrue\b/g, 'yes'],
  [/\bTrue\b/g, 'Yes'],
  [/\bfalse\b/g, 'no'],
  [/\bFalse\b/g, 'No'],
  [/^Boolean (value )?(indicating|to indicate) whether/, 'Whether'],
  [/^Boolean for /, 'For '],
];

/** The help text of a switch in the words of its list: Yes and No. */
const helpOf = ({ type, helpText }: JsonSchema): Pick<JsonSchema, 'helpText'> =>
  type === 'boolean' && helpText
    ? { helpText: switchWords.reduce((said, [word, ours]) => said.replace(word, ours), helpText) }
    : {};

/** Whether a label is that of an amount of money, which has no mark of its own in the documents. */
const isMoney = (label: string): boolean =>
  /\b(Amount|Price|Setup Fee|Deposit|(Monetary|Discount|Price|Fees|Fees Configuration|Default) Value)$/.test(
    label,
  );

/** A member of a digested form, in full. */
const expandMember = (name: string, label: string, schema: JsonSchema): JsonSchema => {
  const { items, ...own } = schema;
  const fieldType = isSecret(name) ? 'password' : own.format === 'file' ? 'file' : undefined;
  const choice = { ...choicesOf(schema), ...(fieldType ? { fieldType } : {}) };
  if (items) {
    const { dynamic, ...list } = own;
    // A list chooses among what its items are.
    const chosen = { ...choicesOf(items), ...(dynamic ? { dynamic } : {}) };
    const rows = items.properties ? expandForm(items) : { type: 'string', ...items, ...chosen };
    return { label, ...list, items: rows };
  }
  return own.properties
    ? expandForm(own, label)
    : ({
        label,
        type: 'string',
        ...withoutNumbers(own),
        ...choice,
        ...helpOf(own),
        ...(own.type === 'number' && isMoney(label) ? { money: true } : {}),
      } as JsonSchema);
};

/**
 * The form of an endpoint with all that people read. Zapier has no sections in a form that appears later, so what
 * stands in one says so: “Contact Details Email”.
 */
export const expandForm = (schema: JsonSchema, section = ''): JsonSchema => {
  const members = Object.entries(schema.properties ?? {});
  const labels = labelsOf(members, section);
  return {
    ...schema,
    properties: Object.fromEntries(
      members.map(([name, one], index) => [name, expandMember(name, labels[index] ?? name, one)]),
    ),
  };
};
