import { parseArgs } from 'node:util';
import { titleOf } from '../lib/outputFields.ts';

/** What the person says of the new operation. */
export interface Wanted {
  kind: 'create' | 'trigger' | 'search';
  /** `PUT /contacts/{contactId}/notes/{id}/pin` */
  route: string;
  key: string;
  label: string;
  category: string;
  /** Singular, with a capital: “Note”. */
  noun: string;
}

const kinds: Record<string, Wanted['kind']> = {
  create: 'create',
  trigger: 'trigger',
  search: 'search',
};

/** `Submissions` → `Submission`, `Companies` → `Company`, `Addresses` → `Address`. */
const singular = (word: string): string =>
  word
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^su])s$/, '$1');

/** A route becomes names of files and parts of code. */
const isRoute = (route: string): boolean =>
  /^(GET|POST|PUT|DELETE) (\/([\w-]+|\{\w+\}))+\/?$/.test(route);

/**
 * What a command line asks for; undefined if the help answers it. Throws for a key that is none.
 * @param args without the name of the script
 */
export const wantedOf = (args: string[]): Wanted | undefined => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      category: { type: 'string' },
      label: { type: 'string' },
      noun: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [name = '', route = ''] = positionals;
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  const { key, category } = values;
  if (values.help || !key || !category || !kind || !isRoute(route)) return undefined;
  if (!/^[a-z][a-z0-9_]+$/.test(key))
    throw new Error(`--key ${key}: small letters, digits and _ only.`);
  return {
    kind,
    route,
    key,
    category,
    label: values.label ?? titleOf(key),
    noun: values.noun ?? singular(titleOf(key.split('_').at(-1) ?? key)),
  };
};
