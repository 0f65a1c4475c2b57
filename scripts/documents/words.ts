/** What the documents say, in the words of a form. */
import { titleOf } from '../../lib/outputFields.ts';
import type { Schema } from './openApi.ts';

/** Words of the documents that people do not say. */
const replacements: [RegExp, string][] = [
  [/\b(alt|location) ?ids?\b/gi, 'sub-account ID'],
  [/\blocation\b/g, 'sub-account'],
  [/\bLocation\b/g, 'Sub-account'],
  [/\be-mail\b/gi, 'email'],
  [/\bAPI to\b/g, 'To'],
];

const longest = 220;

/** A description as a help text: without markup and links, at most two sentences; undefined if it only repeats the label. */
export const helpTextOf = (description: string | undefined, label: string): string | undefined => {
  const plain = (description ?? '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/[`*_#{}[\]<>]/g, ' ')
    .replace(/"([^"]*)"/g, '“$1”')
    .replace(/'/g, '’')
    .replace(/\s+/g, ' ')
    .trim();
  const said = replacements.reduce((text, [pattern, word]) => text.replace(pattern, word), plain);
  const same = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (said.length < 12 || same(said) === same(label)) return undefined;
  const cut = said.length > longest ? `${said.slice(0, longest).replace(/\s+\S*$/, '')} …` : said;
  const sentence = cut.charAt(0).toUpperCase() + cut.slice(1);
  return /[.!?…:]$/.test(sentence) ? sentence : `${sentence}.`;
};

/** An example that says more than a type does. */
const exampleOf = ({ example, type, format }: Schema): string | undefined => {
  if (format === 'date-time' || format === 'binary' || type !== 'string') return undefined;
  return typeof example === 'string' &&
    /^[\w\-+:.,/ @]{1,40}$/.test(example) &&
    !/^[\w-]{17,}$/.test(example)
    ? `For example \`${example}\`.`
    : undefined;
};

/** `{ helpText }` of a member. Its label is made of its name, when a form is shown (documents/words.ts). */
export const labelled = (name: string, schema: Schema): { helpText?: string } => {
  const texts = [helpTextOf(schema.description, titleOf(name)), exampleOf(schema)].filter(Boolean);
  return texts.length > 0 ? { helpText: texts.join(' ') } : {};
};

/** The title of an endpoint: `Send an invoice` as “Send an Invoice” stays what the document says, without its full stop. */
export const titleOfEndpoint = (summary: string): string => {
  const plain = summary
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};
