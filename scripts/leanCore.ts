/**
 * zapier-platform-core in two files instead of some 340, which Node would find, read and compile at each cold start:
 * what every run needs, and what few runs need, read when one asks for it. bench/levers.md says what this saves.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildFailure, type BuildOptions, build, type Plugin } from 'esbuild';
import { withoutBlanks } from './stage.ts';

/** Packages that only validation, uploads, encrypted bundles, OAuth 1, .env files and legacy apps use. */
const seldomUsed = [
  'content-disposition',
  'dotenv',
  'fernet',
  'form-data',
  'mime-types',
  'oauth-sign',
  'semver',
  'zapier-platform-schema',
];

/** Stands for a package until somebody reads a property of it, calls it or makes an instance. */
const lazy = (name: string) => `const load = () => require('./seldom.js')['${name}']();
module.exports = new Proxy(function () {}, {
  get: (_, key) => load()[key],
  apply: (_, self, args) => Reflect.apply(load(), self, args),
  construct: (_, args) => Reflect.construct(load(), args),
});`;

/** lodash/fp makes 300 functions, of a second copy of lodash; core uses three. */
const lazyFp = `const lodash = require('./lodash');
const convert = require('./fp/_baseConvert');
const { aliasToReal } = require('./fp/_mapping');
module.exports = new Proxy({}, {
  get: (_, key) => {
    const name = aliasToReal[key] ?? key;
    return convert(lodash, name, lodash[name], {});
  },
});`;

/** What reads otherwise in the package, by the file of core that has it. */
const changes = [
  // A bundle has no `module.paths`; this gives the same.
  {
    file: 'app-middlewares/before/z-object.js',
    from: 'module.paths',
    to: "require.resolve.paths('core')",
  },
  // core prepares the app twice at each call, with all its keys, and freezes what it has prepared.
  {
    file: 'tools/schema.js',
    from: `const prepareApp = (appRaw) => {
  const compiledApp = compileApp(appRaw);`,
    to: `const prepared = new WeakMap();
const prepareApp = (appRaw) => {
  if (prepared.has(appRaw)) return prepared.get(appRaw);
  const compiledApp = compileApp(appRaw);
  prepared.set(appRaw, compiledApp);`,
  },
];

const lean = (used: Set<string>): Plugin => ({
  name: 'lean',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: new RegExp(`^(${seldomUsed.join('|')})$`) }, ({ path }) => {
      used.add(path);
      return { path, namespace: 'seldom' };
    });
    onLoad({ filter: /./, namespace: 'seldom' }, ({ path }) => ({ contents: lazy(path) }));
    // node-fetch does without it, and core does not depend on it: it would come from wherever it lies.
    onResolve({ filter: /^encoding$/ }, ({ path }) => ({ path, namespace: 'absent' }));
    onLoad({ filter: /./, namespace: 'absent' }, () => ({ contents: '' }));
    onLoad({ filter: /[\\/]lodash[\\/]fp\.js$/ }, () => ({ contents: lazyFp }));
    for (const { file, from, to } of changes)
      onLoad({ filter: new RegExp(`/src/${file}$`.replaceAll('/', '[\\\\/]')) }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        if (source.includes(from)) used.add(from);
        return { contents: source.replace(from, to) };
      });
  },
});

/** CommonJS, because an ES module is strict, which node-fetch is not made for. */
const options: BuildOptions = {
  ...withoutBlanks,
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  // Node's URL is the one that node-fetch takes anyway.
  alias: { 'whatwg-url': 'node:url' },
  external: ['./seldom.js', '../test/userapp'],
  logLevel: 'silent',
  logOverride: { 'require-resolve-not-external': 'silent' },
};

type Expect = (holds: boolean, otherwise: string) => void;

/** Says what to do when this version of core is not made as the packing expects. */
const expectOf =
  (version: string): Expect =>
  (holds, otherwise) => {
    if (holds) return;
    throw new Error(
      `zapier-platform-core ${version} ${otherwise}. Adapt scripts/leanCore.ts to it, or pack with “npm run package -- --plain”.`,
    );
  };

const bundle = async (expect: Expect, input: BuildOptions): Promise<string> => {
  const made = build({ ...options, ...input });
  const result = await made.catch((failure: BuildFailure) => ({ outputFiles: [], ...failure }));
  const [trouble] = [...result.errors, ...result.warnings];
  expect(!trouble, `cannot be bundled safely: ${trouble?.text}`);
  return result.outputFiles?.[0]?.text ?? '';
};

/** The list of exports as core's ES module has it: `export const { … } = zapier;`. */
const exportsIn = (expect: Expect, file: string): string => {
  const [list = ''] = /export const \{[^}]+\} = zapier;/.exec(readFileSync(file, 'utf8')) ?? [];
  expect(list !== '', 'lists its exports in index.mjs in another way');
  return list;
};

/**
 * The files that take the place of core's own, by name; its package.json stays as it is.
 * @param folder where zapier-platform-core is installed
 * @throws when this version of core is not made as the packing expects, with what to do
 */
export const leanCore = async (folder: string): Promise<Record<string, string>> => {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const expect = expectOf(manifest.version);
  const { require: common, import: module } = manifest.exports?.['.'] ?? {};
  expect(common === './index.js' && module === './index.mjs', 'has other entry files');
  const exported = exportsIn(expect, join(folder, module));
  const used = new Set<string>();
  const entryPoints = [join(folder, common)];
  const index = await bundle(expect, { entryPoints, plugins: [lean(used)] });
  for (const name of seldomUsed) expect(used.has(name), `does not use ${name} as it did`);
  for (const { file, from } of changes) expect(used.has(from), `has another src/${file}`);
  const packages = seldomUsed.map((name) => `'${name}': () => require('${name}'),`).join('\n');
  const stdin = { contents: `module.exports = {\n${packages}\n};`, resolveDir: folder };
  return {
    'index.js': index,
    'seldom.js': await bundle(expect, { stdin }),
    // Node would look through all of a CommonJS file for its exports if it were imported.
    'index.mjs': `import { createRequire } from 'node:module';
const zapier = createRequire(import.meta.url)('./index.js');
${exported}
export default zapier;
`,
  };
};
