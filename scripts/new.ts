/** `npm run new -- --help`: writes a new operation of HighLevel, its test, and the lines that tell the project of it. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endpointOf } from '../lib/api/endpoints.ts';
import { complaintAbout, type Documented, lookUp } from './scaffold/documents.ts';
import type { KnownRecord } from './scaffold/records.ts';
import { added, indexed, logged, ownerOf } from './scaffold/registry.ts';
import { familyLine, onlyLine, plainVersion } from './scaffold/tables.ts';
import { filesFor } from './scaffold.ts';
import { folders, type Wanted, wantedOf } from './wanted.ts';

const help = `npm run new -- <create|trigger|search> "<METHOD /path/{id}>" --key <key> --category <category>

Writes the operation file, its test, and its lines in the index file, test/support/additions.ts and CHANGELOG.md.
What nobody can know is marked with TODO. Fields and record come from HighLevel's OpenAPI documents if they are in
HIGHLEVEL_OPENAPI_DIR (by default ../shared/highlevel-documents).

  --key       snake_case, for good once published: pin_contact_note
  --category  as in the index file: Contacts
  --label     Title Case; by default made of the key
  --noun      singular; by default the last word of the key

  npm run new -- create "PUT /contacts/{contactId}/notes/{id}/pin" --key pin_contact_note --category Contacts
`;

const root = resolve(import.meta.dirname, '..');

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const exportsOf = (file: string): string[] =>
  [...read(file).matchAll(/^export const (\w+)/gm)].map(([, name = '']) => name);

/** Every record type that records/ states. */
const knownRecords = async (): Promise<KnownRecord[]> => {
  const found: KnownRecord[] = [];
  for (const file of readdirSync(join(root, 'records'))) {
    const exported = await import(pathToFileURL(join(root, 'records', file)).href);
    for (const [name, type] of Object.entries<Partial<KnownRecord> & { sample?: object }>(
      exported,
    )) {
      const { noun = '', one, many, sample } = type ?? {};
      if (Array.isArray(one) && Array.isArray(many) && sample)
        found.push({ name, file, noun, one, many, keys: Object.keys(sample) });
    }
  }
  return found;
};

const familyOf = (route: string) => {
  try {
    return endpointOf(route);
  } catch {
    return undefined;
  }
};

/** The files that change and those that are new, by path. */
const filesOf = async (wanted: Wanted, documented: Documented): Promise<Record<string, string>> => {
  const vocabulary = { ids: exportsOf('fields/ids.ts'), common: exportsOf('fields/common.ts') };
  const files = filesFor(wanted, documented, vocabulary, await knownRecords());
  const taken = Object.keys(files).filter((file) => existsSync(join(root, file)));
  if (taken.length > 0)
    throw new Error(
      `${taken.join(' and ')} ${taken.length === 1 ? 'exists' : 'exist'} already. Choose another --key.`,
    );
  const operations = globSync('{creates,triggers,searches}/**/*.ts', { cwd: root });
  const owner = ownerOf(wanted.key, operations, read('docs/catalog.md'));
  if (owner) throw new Error(`The key ${wanted.key} is in ${owner} already. Choose another --key.`);
  const index = `${folders[wanted.kind]}/index.ts`;
  const additions = 'test/support/additions.ts';
  const family = familyOf(wanted.route) ?? {
    version: plainVersion,
    scope: 'TODO',
    token: 'sub-account',
  };
  return {
    ...files,
    [index]: indexed(read(index), wanted),
    [additions]: added(read(additions), wanted, documented, family),
    'CHANGELOG.md': logged(read('CHANGELOG.md'), wanted),
  };
};

const write = (files: Record<string, string>): void => {
  for (const [file, text] of Object.entries(files)) {
    const path = join(root, file);
    console.log(`${existsSync(path) ? 'Changed' : 'Wrote'} ${file}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const biome = join(root, 'node_modules', '.bin', 'biome');
  const code = Object.keys(files).filter((file) => file.endsWith('.ts'));
  // What cannot be put right by itself is said by `npm run check`, when the TODOs are done.
  spawnSync(biome, ['check', '--write', ...code], { cwd: root, stdio: 'ignore' });
};

/** Says which lines the tables of lib/api/ need. */
const tellOfTables = (route: string, documented: Documented): void => {
  const family = familyLine(route, documented, familyOf(route));
  if (family)
    console.log(
      `\nlib/api/families.ts lacks the version or the scope of this endpoint. Add this line, above those that fit its path:\n  ${family}`,
    );
  const only = onlyLine(route, documented);
  if (only)
    console.log(
      `\nOnly v3 of HighLevel's API has this endpoint (${documented.onlyIn}). Add this line to “v3Forms” in lib/api/generations.ts:\n  ${only}`,
    );
};

const longest = 200;

/** HighLevel's documents have more fields than people fill in. */
const tellOfLength = (files: string[]): void => {
  for (const file of files.filter((one) => one.endsWith('.ts') && !one.endsWith('index.ts'))) {
    const { length } = read(file).trimEnd().split('\n');
    if (length > longest)
      console.log(
        `\n${file} has ${length} lines, and lint allows ${longest}: leave out the fields that nobody fills in, and move the record to records/.`,
      );
  }
};

const main = async (): Promise<number> => {
  const wanted = wantedOf(process.argv.slice(2));
  if (!wanted) {
    console.log(help);
    return 1;
  }
  const folder =
    process.env.HIGHLEVEL_OPENAPI_DIR ?? join(root, '..', 'shared', 'highlevel-documents');
  const documented = lookUp(folder, wanted.route);
  const files = await filesOf(wanted, documented);
  write(files);
  console.log(
    documented.inputs.length > 0
      ? `From HighLevel's document: ${documented.inputs.map(({ name }) => name).join(', ')}.`
      : (complaintAbout(folder) ?? `No document in ${folder} knows this endpoint.`),
  );
  tellOfTables(wanted.route, documented);
  tellOfLength(Object.keys(files));
  console.log(`
Next:
  1. Write what is marked with TODO.
  2. Add the endpoint to sandbox/resources/ and a station to tour/.
  3. npm run docs, then npm run check.`);
  return 0;
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
