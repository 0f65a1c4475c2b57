/** What is known and guessed of a new operation, before it becomes code. */
import { parseRoute } from '../../lib/api/endpoints.ts';
import { singular, type Wanted } from '../wanted.ts';
import type { Documented, Input } from './documents.ts';
import { partsFor } from './fields.ts';
import { isPaging, type PagingGuess, pagingFor } from './paging.ts';
import type { Part, Vocabulary } from './part.ts';
import { type Found, type KnownRecord, recordIn } from './records.ts';

export interface Plan {
  wanted: Wanted;
  method: string;
  path: string;
  /** The folder of the operation: the first part of the path. */
  folder: string;
  /** The names of the path's values. */
  names: string[];
  parts: Part[];
  record: Found;
  /** What the code calls the record. */
  recordName: string;
  paging?: PagingGuess | undefined;
  /** HighLevel asks for the sub-account as `altId`, with `altType: 'location'`. */
  hasAltId: boolean;
  version: string;
}

export const camel = (key: string): string =>
  key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The name of the operation in code: its key in camel case. */
export const codeName = ({ key }: Wanted): string => camel(key);

const pathInput = (name: string): Input => ({ name, property: {}, required: true, in: 'path' });

const isAltId = ({ inputs }: Documented): boolean =>
  inputs.some(({ name }) => name === 'altId') &&
  inputs.some(({ name, property }) => name === 'altType' && property.enum?.includes('location'));

/** The inputs of the form: path values first, then the rest without what is filled in by itself. */
const formInputs = ({ inputs }: Documented, names: string[], hasAltId: boolean): Input[] => {
  const inPath = names.map(
    (name) => inputs.find((one) => one.in === 'path' && one.name === name) ?? pathInput(name),
  );
  const rest = inputs.filter(
    (one) => one.in !== 'path' && !names.includes(one.name) && !isPaging(one),
  );
  const location: Input = { name: 'locationId', property: {}, required: true, in: 'body' };
  const own = rest.filter(({ name }) => !hasAltId || (name !== 'altId' && name !== 'altType'));
  return [...inPath, ...(hasAltId ? [location] : []), ...own];
};

/** Names that code cannot use for a record: words of the language, and those that the operation's file has already. */
const reserved = new Set([
  ...'break case catch class const continue default delete do else enum export extends finally for function'.split(
    ' ',
  ),
  ...'if import in instanceof new null return super switch this throw try typeof var void while with yield'.split(
    ' ',
  ),
  'input',
  'record',
  'create',
  'trigger',
  'search',
  'text',
  'number',
  'zod',
]);

export const planFor = (
  wanted: Wanted,
  documented: Documented,
  vocabulary: Vocabulary,
  records: KnownRecord[] = [],
): Plan => {
  const { method, path } = parseRoute(wanted.route);
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const hasAltId = isAltId(documented);
  const folder = path.split('/')[1] ?? '';
  const owner = singular(folder);
  const found = recordIn(documented.answer, records, {
    noun: wanted.noun.toLowerCase(),
    owner,
    isDelete: method === 'DELETE',
    isRead: wanted.kind !== 'create',
    isList: wanted.kind !== 'create' && names.at(-1) === undefined,
  });
  const noun = camel(wanted.noun.toLowerCase().replace(/\W+/g, '_'));
  return {
    wanted,
    method,
    path,
    folder,
    names,
    parts: partsFor(formInputs(documented, names, hasAltId), path, vocabulary),
    record: found,
    recordName:
      found.known?.name ??
      (reserved.has(noun) || /^\d/.test(noun) ? camel(`${owner}_${noun}`) : noun),
    paging: wanted.kind === 'create' ? undefined : pagingFor(documented.inputs),
    hasAltId,
    version: documented.version ?? '2021-07-28',
  };
};
