/** The lines that tell the rest of the project of an operation: index, catalog of the tests, changelog. */
import { parseRoute } from '../../lib/api/endpoints.ts';
import { folders, type Wanted } from '../wanted.ts';
import type { Documented } from './documents.ts';
import { quoted } from './part.ts';
import { codeName } from './plan.ts';

/** The categories of an index file. */
const categoriesIn = (source: string): string[] =>
  [...source.matchAll(/^ {2}(?:'([^']+)'|(\w+)): \[/gm)].map(
    ([, long, short]) => long ?? short ?? '',
  );

/**
 * An index file with the new operation: its import, and its name at the end of the category.
 * Throws for a category that the file does not have, with those that it has.
 */
export const indexed = (source: string, wanted: Wanted): string => {
  const { key, kind, route, category } = wanted;
  const folder = parseRoute(route).path.split('/')[1] ?? '';
  const title = /^\w+$/.test(category) ? category : `'${category}'`;
  const start = source.indexOf(`\n  ${title}: [`);
  if (start < 0)
    throw new Error(
      `There is no category “${category}” in ${folders[kind]}/index.ts. There are: ${categoriesIn(source).join(', ')}. To begin another one, add \`${title}: [],\` to that file first.`,
    );
  const open = source.indexOf('[', start) + 1;
  const end = source.indexOf(']', start);
  const inner = source.slice(open, end).trimEnd().replace(/,$/, '');
  const listed = `${source.slice(0, open)}${inner}${inner.trim() ? ',' : ''} ${codeName(wanted)}${source.slice(end)}`;
  const lines = listed.split('\n');
  const line = `import ${codeName(wanted)} from './${folder}/${key}.ts';`;
  const fileOf = (text: string) => /from '(\.\/.*)'/.exec(text)?.[1] ?? '';
  const after = lines.findIndex((one) => one.startsWith('import ') && fileOf(one) > fileOf(line));
  const last = lines.findLastIndex((one) => one.startsWith('import '));
  lines.splice(after < 0 ? last + 1 : after, 0, line);
  return lines.join('\n');
};

/** How an endpoint is known that the classic documents lack. */
const sourceOf = ({ onlyIn, version }: Documented): string => {
  if (onlyIn)
    return `\n    source: 'HighLevel’s documents of v3, which alone has it (${onlyIn}).',`;
  return version === undefined
    ? "\n    source: 'TODO: how we know this endpoint, since no document has it.',"
    : '';
};

/**
 * Which file has a key already; undefined if the key is free. Nothing is loaded: another new operation may be half done.
 * @param files those of all operations
 * @param catalog docs/catalog.md, for operations that share a file
 */
export const ownerOf = (key: string, files: string[], catalog: string): string | undefined =>
  files.find((file) => file.endsWith(`/${key}.ts`)) ??
  (catalog.includes(` \`${key}\`. `) ? 'docs/catalog.md' : undefined);

/**
 * test/support/additions.ts with the new operation.
 * @param family what lib/api/families.ts says, for what the document does not say
 */
export const added = (
  source: string,
  { key, kind, label, category, route }: Wanted,
  documented: Documented,
  family: { version: string; scope: string; token: string },
): string => {
  const { onlyIn } = documented;
  const scopes = documented.scopes.length > 0 ? documented.scopes : [family.scope];
  // The catalog of the tests has the classic form of each endpoint.
  const version = (onlyIn ? undefined : documented.version) ?? family.version;
  const entry = `  {
    key: '${key}',
    kind: '${kind}',
    label: ${quoted(label)},
    category: ${quoted(category)},
    endpoints: ['${route.replace(/\?.*/, '')}'],
    version: '${version}',
    scopes: [${scopes.map(quoted).join(', ')}],
    token: '${family.token}',${sourceOf(documented)}
  },
`;
  const list = 'export const additions: Addition[] = [';
  const start = source.indexOf(list) + list.length;
  const end = source.indexOf('];', start);
  return `${source.slice(0, start)}${source.slice(start, end).trimEnd()}\n${entry}${source.slice(end)}`;
};

/** CHANGELOG.md with a line for the new operation, under `## Unreleased`. */
export const logged = (source: string, { kind, label }: Wanted): string => {
  const word = { create: 'action', trigger: 'trigger', search: 'search' }[kind];
  const line = `- **${label}** is a new ${word}.`;
  const heading = '## Unreleased\n';
  if (!source.includes(heading)) return source.replace(/^## /m, `${heading}\n${line}\n\n## `);
  return source.replace(heading, `${heading}\n${line}`).replace(`${line}\n\n- `, `${line}\n- `);
};
