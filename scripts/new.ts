/** `npm run new -- --help`: writes the operation file, its test and its index line, for an endpoint of HighLevel. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { endpointOf } from '../lib/api/endpoints.ts';
import { filesFor, indexed, lookUp } from './scaffold.ts';
import { wantedOf } from './wanted.ts';

const help = `npm run new -- <create|trigger|search> "<METHOD /path/{id}>" --key <key> --category <category>

Writes the operation file, its test, and its line in the index file. What nobody can know is marked with TODO.
Fields come from HighLevel's OpenAPI documents, where they are (HIGHLEVEL_OPENAPI_DIR, by default ../shared/highlevel-documents).

  --key       snake_case, for good once published: pin_contact_note
  --category  as in the index file: Contacts
  --label     Title Case; by default made of the key
  --noun      singular; by default the last word of the key

  npm run new -- create "PUT /contacts/{contactId}/notes/{id}/pin" --key pin_contact_note --category Contacts
`;

const root = resolve(import.meta.dirname, '..');
const folders = { create: 'creates', trigger: 'triggers', search: 'searches' } as const;

const exportsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/^export const (\w+)/gm)].map(
    ([, name = '']) => name,
  );

const main = (): number => {
  const wanted = wantedOf(process.argv.slice(2));
  if (!wanted) {
    console.log(help);
    return 1;
  }
  const given =
    process.env.HIGHLEVEL_OPENAPI_DIR ?? join(root, '..', 'shared', 'highlevel-documents');
  // Routes are stated in their classic form; a clone of HighLevel's documentation has it in `apps`.
  const homes = ['classic', 'apps'].map((name) => join(given, name));
  const documents = homes.find((home) => existsSync(home)) ?? given;
  const documented = lookUp(documents, wanted.route);
  const vocabulary = { ids: exportsOf('fields/ids.ts'), common: exportsOf('fields/common.ts') };
  const files = filesFor(wanted, documented, vocabulary);
  const index = `${folders[wanted.kind]}/index.ts`;
  const taken = Object.keys(files).filter((file) => existsSync(join(root, file)));
  if (taken.length > 0) throw new Error(`There is ${taken.join(' and ')} already.`);
  files[index] = indexed(readFileSync(join(root, index), 'utf8'), wanted);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    console.log(`${file === index ? 'Changed' : 'Wrote'} ${file}`);
  }
  const biome = join(root, 'node_modules', '.bin', 'biome');
  execFileSync(biome, ['check', '--write', ...Object.keys(files)], { cwd: root, stdio: 'ignore' });
  console.log(
    documented.fields.length > 0
      ? `${documented.fields.length} fields come from HighLevel's document.`
      : 'No document knows this endpoint: write the fields by hand.',
  );
  try {
    endpointOf(wanted.route);
  } catch {
    console.log(
      'lib/api/endpoints.ts knows no API version and scope for this path: add a line there.',
    );
  }
  console.log(`
Next:
  1. Write what is marked with TODO.
  2. Add the operation to test/support/catalog.ts, the endpoint to sandbox/resources/, a station to tour/.
  3. npm run check, npm run docs, and a line in CHANGELOG.md.`);
  return 0;
};

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
