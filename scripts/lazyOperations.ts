/**
 * The app in one file, of which a run loads only the operation that it is asked for. In the package other code stands
 * in the place of included.ts and scopes.ts, which load all operations. bench/levers.md says what this saves.
 */
import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import * as included from '../included.ts';
import type { Catalog } from '../lib/zapier.ts';
import { scopes } from '../scopes.ts';
import { root, withoutBlanks } from './stage.ts';

/** Where an operation is exported: the file, and its name there, which for one of a list ends in `[3]`. */
interface Place {
  file: string;
  name: string;
}

const findPlaces = async (): Promise<Map<unknown, Place>> => {
  const places = new Map<unknown, Place>();
  const files = globSync('{triggers,creates,searches}/**/*.ts', { cwd: root });
  for (const file of files.filter((one) => !one.endsWith('index.ts'))) {
    const exported: object = await import(pathToFileURL(join(root, file)).href);
    for (const [name, value] of Object.entries(exported)) {
      places.set(value, { file, name });
      const list = Array.isArray(value) ? value : [];
      for (const [index, one] of list.entries())
        places.set(one, { file, name: `${name}[${index}]` });
    }
  }
  return places;
};

const compiled = (file: string): string => `./${file.replace(/\.ts$/, '.js')}`;

/** included.ts as the package has it. */
const describeIncluded = (places: Map<unknown, Place>): string => {
  const describe = (operation: { key: string }): string => {
    const place = places.get(operation);
    if (!place)
      throw new Error(`No file in triggers, creates or searches exports ${operation.key}.`);
    const { file, name } = place;
    return `onDemand('${operation.key}', () => require('${compiled(file)}').${name}),`;
  };
  const catalogs = Object.entries(included as Record<string, Catalog<{ key: string }>>);
  const lines = catalogs.flatMap(([kind, catalog]) => [
    `export const ${kind} = { all: [`,
    ...Object.values(catalog).flat().map(describe),
    ']};',
  ]);
  return ["import { onDemand } from './lib/zapier.js';", ...lines].join('\n');
};

const inPlace: Plugin = {
  name: 'in place',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.\/included\.ts$/ }, () => ({ path: './included.js', external: true }));
    const contents = `export const scopes = ${JSON.stringify(scopes)};`;
    onLoad({ filter: /[\\/]scopes\.ts$/ }, () => ({ contents }));
  },
};

/**
 * Bundles the app in two steps. The first leaves out what nobody uses, which esbuild cannot do for what is loaded on
 * demand, and makes a file of each operation and of what operations share; the second makes one file of them.
 * @param options for esbuild, with the file to write
 * @param parts an empty folder for what the first step makes
 */
export const bundleLazily = async (
  { outfile = '', ...options }: BuildOptions,
  parts: string,
): Promise<void> => {
  const places = await findPlaces();
  const files = new Set([...places.values()].map(({ file }) => join(root, file)));
  const common = { ...options, bundle: true, format: 'esm' } as const;
  await build({
    ...common,
    entryPoints: [join(root, 'index.ts'), join(root, 'lib', 'zapier.ts'), ...files],
    outbase: root,
    outdir: parts,
    splitting: true,
    plugins: [inPlace],
  });
  writeFileSync(join(parts, 'included.js'), describeIncluded(places));
  await build({ ...common, ...withoutBlanks, entryPoints: [join(parts, 'index.js')], outfile });
};
