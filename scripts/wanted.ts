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

/** Where the operations of each kind stand. */
export const folders = { create: 'creates', trigger: 'triggers', search: 'searches' } as const;

/** `Submissions` → `Submission`, `Companies` → `Company`, `Addresses` → `Address`. */
export const singular = (word: string): string =>
  word
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^su])s$/, '$1');

/** A route becomes names of files and parts of code. */
const isRoute = (route: string): boolean =>
  /^(GET|POST|PUT|DELETE) (\/([\w-]+|\{\w+\}))+\/?$/.test(route);

const isKind = (name: string): name is Wanted['kind'] => Object.hasOwn(folders, name);

const example =
  'For example: npm run new -- create "PUT /contacts/{contactId}/notes/{id}/pin" --key pin_contact_note --category Contacts.';

const refuse = (sentence: string): never => {
  throw new Error(`${sentence} See npm run new -- --help.`);
};

const parse = (args: string[]) => {
  const options = {
    key: { type: 'string' },
    category: { type: 'string' },
    label: { type: 'string' },
    noun: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { tokens } = parseArgs({
    ...{ args, options, allowPositionals: true },
    ...{ strict: false, tokens: true },
  });
  const unknown = tokens.find((one) => one.kind === 'option' && !Object.hasOwn(options, one.name));
  if (unknown?.kind === 'option') refuse(`There is no option ${unknown.rawName}.`);
  return parseArgs({ args, options, allowPositionals: true });
};

/**
 * What a command line asks for; undefined if the help answers it. Throws a sentence for what is missing or does not fit.
 * @param args without the name of the script
 */
export const wantedOf = (args: string[]): Wanted | undefined => {
  const { values, positionals } = parse(args);
  if (values.help || args.length === 0) return undefined;
  const [kind = '', route = '', ...rest] = positionals;
  const { key, category } = values;
  if (!kind)
    return refuse(`Say first what kind of operation it is: create, trigger, or search. ${example}`);
  if (!isKind(kind))
    return refuse(`“${kind}” is not a kind of operation: create, trigger, or search.`);
  if (!route)
    return refuse(`Say after “${kind}” which endpoint it calls, with quotes around it. ${example}`);
  if (!isRoute(route))
    return refuse(
      `“${route}” is not an endpoint. Put its method and path in quotes, for example "PUT /contacts/{contactId}/notes/{id}/pin". The methods are GET, POST, PUT, and DELETE.`,
    );
  if (rest.length > 0) return refuse(`Put quotes around what has spaces: ${rest.join(' ')}.`);
  if (!key)
    return refuse('Say with --key what the operation is called, for example pin_contact_note.');
  if (!category)
    return refuse('Say with --category where the operation stands, for example Contacts.');
  if (!/^[a-z][a-z0-9_]+$/.test(key))
    return refuse(
      `The key “${key}” does not fit: use lowercase letters, digits, and “_”, and begin with a letter.`,
    );
  return {
    kind,
    route,
    key,
    category,
    label: values.label ?? titleOf(key),
    noun: values.noun ?? singular(titleOf(key.split('_').at(-1) ?? key)),
  };
};
