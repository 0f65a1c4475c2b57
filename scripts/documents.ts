/**
 * `npm run documents`: digests a folder of HighLevel's OpenAPI documents into documents/digest.json and prints what
 * changed; `-- --check` only compares. @see https://github.com/GoHighLevel/highlevel-api-docs
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Digest, Entry } from '../documents/digest.ts';
import { condenseDocuments } from '../sandbox/documents/condense.ts';
import { digestOf } from './documents/digest.ts';
import { expectDocuments, readDocuments } from './documents/openApi.ts';

const { values } = parseArgs({
  options: {
    from: {
      type: 'string',
      default: process.env.HIGHLEVEL_OPENAPI_DIR ?? '../shared/highlevel-documents',
    },
    check: { type: 'boolean', default: false },
  },
});

const file = new URL('../documents/digest.json', import.meta.url);

/** One line for each endpoint, so that a change is a line. */
const textOf = ({ endpoints, lists }: Digest): string =>
  `{"lists":${JSON.stringify(lists)},\n"endpoints":[\n${endpoints.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`;

const listsFile = new URL('../documents/lists.ts', import.meta.url);

/** The lists stand in a file of their own: their dropdowns are part of the app, which starts without the digest. */
const listsText = ({ lists }: Digest): string =>
  `/** The documented lists that fill dropdowns. Made by \`npm run documents\`. */\nexport const listRoutes: readonly string[] = [\n${lists.map((one) => `  '${one}',`).join('\n')}\n];\n`;

const areasFile = new URL('../documents/areas.json', import.meta.url);

/** The scopes of each area, one line each. What the documents give no scopes is left out. */
const areasText = ({ endpoints }: Digest): string => {
  const areas = [...new Set(endpoints.map(({ area }) => area))].sort();
  const lines = areas.flatMap((area) => {
    const scopes = endpoints.filter((one) => one.area === area).flatMap((one) => one.scopes);
    return scopes.length > 0 ? [`"${area}":${JSON.stringify([...new Set(scopes)].sort())}`] : [];
  });
  return `{\n${lines.join(',\n')}\n}\n`;
};

/** What the sandbox answers by, which it reads in its own way. */
const sandboxFile = new URL('../sandbox/documents/documents.json', import.meta.url);

const sandboxText = (folder: string): string =>
  `[\n${condenseDocuments(folder)
    .map((one) => JSON.stringify(one))
    .join(',\n')}\n]\n`;

const read = (): Digest =>
  existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Digest)
    : { endpoints: [], lists: [] };

const compare = (old: Digest, fresh: Digest): string[] => {
  const byRoute = ({ endpoints }: Digest) =>
    new Map(endpoints.map((one): [string, Entry] => [one.route.split('?')[0] ?? '', one]));
  const [before, after] = [byRoute(old), byRoute(fresh)];
  const said = (what: string, routes: string[]) => routes.map((route) => `${what}  ${route}`);
  return [
    ...said(
      'new    ',
      [...after.keys()].filter((route) => !before.has(route)),
    ),
    ...said(
      'gone   ',
      [...before.keys()].filter((route) => !after.has(route)),
    ),
    ...said(
      'changed',
      [...after]
        .filter(([route, one]) => {
          const known = before.get(route);
          return known !== undefined && JSON.stringify(known) !== JSON.stringify(one);
        })
        .map(([route]) => route),
    ),
  ];
};

expectDocuments(values.from);
const fresh = digestOf(readDocuments(values.from));
const changes = compare(read(), fresh);
for (const line of changes) console.log(line);
console.log(`${fresh.endpoints.length} endpoints, ${changes.length} changes.`);
if (values.check) process.exitCode = changes.length > 0 ? 1 : 0;
else {
  writeFileSync(file, textOf(fresh));
  writeFileSync(listsFile, listsText(fresh));
  writeFileSync(areasFile, areasText(fresh));
  writeFileSync(sandboxFile, sandboxText(values.from));
}
