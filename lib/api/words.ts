import type { Labels } from '../run.ts';
import { asObject, isObject, type JsonObject, valueOnWay } from '../values.ts';

/** Characters of a sentence that people read. */
const longest = 1_000;

/** Characters of a line that are read, and lines. An answer may repeat a text of many megabytes. */
const read = { characters: 50_000, lines: 20 };

/** Characters of a secret, at most: tokens have less than 3,000. */
const longestSecret = 10_000;

/** A property that HighLevel names, by its label: `email must be an email` as `“Email” must be an email`. */
const withLabel = (line: string, labels: Labels): string =>
  line.replace(
    /^(property |each value in )?([\w.]+)/,
    (all, intro: string | undefined, path: string) => {
      const label = valueOnWay(labels, path.split('.'));
      return label ? `${intro ?? ''}“${label}”` : all;
    },
  );

/** How a line begins, without secrets: the end of what was cut could be a part of one, so it is left out. */
const beginningOf = (line: string, hide: (line: string) => string): string =>
  line.length > read.characters
    ? hide(line.slice(0, read.characters)).slice(0, -longestSecret)
    : hide(line);

/** What a line says; of an object, as JSON. */
const textOf = (line: unknown): string =>
  typeof line === 'string' ? line : JSON.stringify(line, shortened);

/** Leaves out of JSON what nobody would read. */
const shortened = (_key: string, value: unknown): unknown => {
  if (typeof value === 'string') return value.slice(0, read.characters);
  return Array.isArray(value) ? value.slice(0, read.lines) : value;
};

/**
 * HighLevel’s own words in the body of an answer, with the labels of the form; empty if it says nothing.
 * @param hide takes the secrets out; it comes first, because a line that is cut could end in a part of one
 */
export const wordsOf = (
  body: JsonObject,
  labels: Labels,
  hide: (line: string) => string,
): string => {
  const { message, error_description, error, errors } = body;
  const inner = isObject(error) ? error.message : undefined;
  const plain = typeof error === 'string' ? error : undefined;
  const words = [message ?? error_description ?? inner ?? plain ?? errors ?? '']
    .flat()
    .slice(0, read.lines)
    .map((line) => asObject(line).message ?? line)
    .filter((line) => line !== '')
    .map((line) => beginningOf(textOf(line), hide))
    .map((line) => withLabel(line, labels).trim().replace(/\.$/, ''))
    .filter(Boolean)
    .join('; ');
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
};
