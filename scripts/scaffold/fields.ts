/** The code of a form's fields, guessed from what HighLevel's documents say of them. */
import { titleOf } from '../../lib/outputFields.ts';
import { pluralOf } from '../../lib/texts.ts';
import { singular } from '../wanted.ts';
import type { Input, Property } from './documents.ts';
import { momentDraft } from './moments.ts';
import { type Draft, type Part, quoted, type Vocabulary, words } from './part.ts';

/** Names that HighLevel's documents use for what fields/ids.ts calls otherwise. */
const aliases: Record<string, string> = {
  assignedTo: 'userId',
  assignedUserId: 'userId',
  schemaKey: 'objectKey',
};

/** The name that fields/ids.ts gives the record of a path value: `/notes/{id}` is a `noteId`. */
const idName = (path: string, { name, in: place }: Input): string => {
  if (name !== 'id' || place !== 'path') return aliases[name] ?? name;
  const [, owner = 'record'] = /(\w+)\/\{id\}/.exec(path) ?? [];
  return `${singular(owner)}Id`;
};

/** Whether a value is an ID that a person can choose only from a list. */
const isId = (name: string): boolean => /(^_?i|I)ds?$|Key$/.test(name);

const idDraft = (
  { name, property }: Input,
  known: string,
  { ids }: Vocabulary,
): Draft | undefined => {
  const one = `${name}1`;
  const example = property.type === 'array' ? [one] : one;
  if (ids.includes(known)) {
    const label = name === known || name === 'id' ? '' : titleOf(name).replace(/ (ID|Key)$/, '');
    const labelled = name.startsWith('assigned') ? 'Assigned User' : label;
    const code = labelled && known === 'userId' ? `.meta({ label: ${quoted(labelled)} })` : '';
    return { code: `${known}${code}`, uses: [['ids', known]], example };
  }
  const single = known.replace(/Ids$/, 'Id');
  if (single === known || !ids.includes(single)) return undefined;
  const label = pluralOf(titleOf(single).replace(/ ID$/, ''));
  return {
    code: `zod.array(${single}).meta({ label: ${quoted(label)} })`,
    uses: [['ids', single]],
    example: [one],
  };
};

const choiceDraft = ({ enum: choices = [], ...property }: Property, label: string): Draft => {
  const pairs = choices.map((one) => `${quoted(String(one))}: ${quoted(titleOf(String(one)))}`);
  const [, help] = words(label, property).split(/, (?=')/);
  const code = `choice(${quoted(label)}, { ${pairs.join(', ')} }${help ? `, ${help}` : ''})`;
  return { code, uses: [['common', 'choice']], example: choices[0] };
};

const idTodo = (name: string): Partial<Draft> =>
  isId(name)
    ? {
        todo: 'an ID: give it a dropdown (CONTRIBUTING.md, “Add a dropdown”), or say in the help where to find it.',
      }
    : {};

/** What a field needs that its code does not say. */
const plainTodo = (name: string, { format }: Property): Partial<Draft> =>
  format === 'binary'
    ? {
        todo: 'a file, which the request holds in parts: do as creates/medias/upload_media.ts does.',
      }
    : idTodo(name);

const plainDraft = (name: string, property: Property, label: string): Draft => {
  const helper =
    { boolean: 'yesNo', number: 'number', integer: 'integer' }[property.type ?? ''] ?? 'text';
  const fallback = { yesNo: true, number: 1, integer: 1 }[helper] ?? 'Example';
  const isRight = typeof property.example === typeof fallback;
  return {
    code: `${helper}(${words(label, property)})`,
    uses: [['common', helper]],
    example: isRight ? property.example : fallback,
    ...plainTodo(name, property),
  };
};

const membersOf = ({ properties = {}, required = [] }: Property): Input[] =>
  Object.entries(properties).map(([name, property]) => ({
    name,
    property,
    required: required.includes(name),
    in: 'body',
  }));

const lines = (parts: Part[]): string =>
  parts
    .map(({ name, code, todo }) => {
      const entry = code === name ? name : `${name}: ${code}`;
      return `${todo ? `  // TODO: ${todo}\n` : ''}  ${entry},`;
    })
    .join('\n');

/** The members of an object in the code of a form. */
export const membersCode = (parts: Part[]): string => `zod.object({\n${lines(parts)}\n})`;

const isObject = ({ properties }: Property = {}): boolean => properties !== undefined;

/** What is known around a field. */
interface Surroundings {
  path: string;
  vocabulary: Vocabulary;
  /** The fields on its level. */
  names: string[];
  partsOf: (inputs: Input[]) => Part[];
}

/** What a person decides of line items, which take plain fields whose names nothing else in the form has. */
const itemsTodo = (left: string[], taken: string[]): string | undefined => {
  const sentences = [
    ...(left.length > 0 ? [`line items take plain fields; left out: ${left.join(', ')}.`] : []),
    ...taken.map(
      (name) =>
        `Zapier wants no second “${name}” in a form: rename it here, and back in \`request\`.`,
    ),
  ];
  return sentences.join(' ') || undefined;
};

/** An object as a section, a list of objects as line items; a line item has plain members only. */
const nestedDraft = (
  property: Property,
  label: string,
  { names, partsOf }: Pick<Surroundings, 'names' | 'partsOf'>,
): Draft => {
  const isList = property.type === 'array';
  const members = membersOf((isList ? property.items : property) ?? {});
  const isFlat = (one: Input) => !isObject(one.property) && one.property.type !== 'array';
  const shown = partsOf(isList ? members.filter(isFlat) : members);
  const left = isList ? members.filter((one) => !isFlat(one)).map(({ name }) => name) : [];
  const wanted = shown.filter(({ required }) => required);
  // A form doesn't send a section in which nothing is filled in.
  const filled = wanted.length > 0 ? wanted : shown.slice(0, 1);
  const example = Object.fromEntries(filled.map((one) => [one.name, one.example]));
  const sent = Object.fromEntries(filled.map((one) => [one.name, one.sent ?? one.example]));
  const code = membersCode(shown);
  return {
    code: isList
      ? `zod.array(${code}).meta({ label: ${quoted(label)} })`
      : `${code}.meta({ group: ${quoted(label)} })`,
    uses: shown.flatMap(({ uses }) => uses),
    example: isList ? [example] : example,
    sent: isList ? [sent] : sent,
    isSection: !isList,
    todo: itemsTodo(
      left,
      isList ? shown.map(({ name }) => name).filter((one) => names.includes(one)) : [],
    ),
  };
};

const draftOf = (input: Input, around: Surroundings): Draft => {
  const { name, property } = input;
  const { path, vocabulary } = around;
  const label = titleOf(name)
    .replace(/ (ID|Key)$/, '')
    .replace(/ I[Dd]s$/, 's');
  const byId = idDraft(input, idName(path, input), vocabulary);
  if (byId) return byId;
  if (property.enum) return choiceDraft(property, label);
  if (isObject(property) || (property.type === 'array' && isObject(property.items)))
    return nestedDraft(property, label, around);
  if (property.type === 'array') {
    const code = `zod.array(text(${quoted(label)})).meta({ label: ${quoted(label)} })`;
    const example = Array.isArray(property.example) ? property.example.slice(0, 1) : ['Example'];
    return { code, uses: [['common', 'text']], example, ...idTodo(name) };
  }
  return momentDraft(name, property, label) ?? plainDraft(name, property, label);
};

/** The fields for the inputs of an endpoint. */
export const partsFor = (inputs: Input[], path: string, vocabulary: Vocabulary): Part[] => {
  const partsOf = (several: Input[]): Part[] => partsFor(several, path, vocabulary);
  const names = inputs.map(({ name }) => name);
  return inputs.map((input) => {
    const { name, required, in: place } = input;
    if (name === 'locationId' || name === 'companyId') {
      const example = name === 'locationId' ? 'loc1' : 'com1';
      return { name, code: name, uses: [['common', name]], required: true, in: place, example };
    }
    const draft = draftOf(input, { path, vocabulary, names, partsOf });
    const optional = required || place === 'path' ? '' : '.optional()';
    return { ...draft, name, code: `${draft.code}${optional}`, required, in: place };
  });
};
