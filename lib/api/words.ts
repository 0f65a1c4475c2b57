import type { Labels } from '../run.ts';
import { asObject, isObject, type JsonObject, ownValue } from '../values.ts';

// Nobody reads more, and an answer may repeat a text of a megabyte.
const longest = 1_000;

/** A property that HighLevel names, by its label: `email must be an email` as `“Email” must be an email`. */
const withLabel = (line: string, labels: Labels): string =>
  line.replace(
    /^(property |each value in )?([\w.]+)/,
    (all, intro: string | undefined, path: string) => {
      const label =
        ownValue(labels, path.replaceAll('.', '__')) ??
        ownValue(labels, path.split('.').at(-1) ?? '');
      return label ? `${intro ?? ''}“${label}”` : all;
    },
  );

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
    .map((line) => asObject(line).message ?? line)
    .filter((line) => line !== '')
    .map((line) => hide(typeof line === 'string' ? line : JSON.stringify(line)))
    .map((line) => withLabel(line, labels).trim().replace(/\.$/, ''))
    .filter(Boolean)
    .join('; ');
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
};
