import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/**
 * The layers of the app, from the top: what a file imports lies in its own layer or in one further down. The sandbox
 * and the folders around the app stand apart; the sandbox imports nothing from the app.
 */
const layers = [
  [
    'index.ts',
    'authentication.ts',
    'privateToken.ts',
    'connectionTest.ts',
    'middleware.ts',
    'hydrators.ts',
    'scopes.ts',
    'included.ts',
    'groups.ts',
    'catalog.ts',
  ],
  ['triggers', 'creates', 'searches'],
  ['documents'],
  ['steps'],
  ['fields'],
  ['records'],
  ['lib'],
];
const folders = layers.flat().filter((name) => !name.endsWith('.ts'));

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?from '(\.[^']+\.ts)';/gm)].map(
    ([, path = '']) => relative('.', join(dirname(file), path)),
  );

const app = [...(layers[0] ?? []), ...folders.flatMap(filesIn)];
const sandbox = filesIn('sandbox');

const layerOf = (file: string): number =>
  layers.findIndex((names) => names.some((name) => file === name || file.startsWith(`${name}/`)));

/** The files of a circle of imports through a file; none if there is no such circle. */
const circleThrough = (file: string, imports: Map<string, string[]>): string[] => {
  const visited = new Set<string>();
  const walk = (from: string, path: string[]): string[] => {
    for (const next of imports.get(from) ?? []) {
      if (next === file) return [...path, next];
      if (visited.has(next)) continue;
      visited.add(next);
      const found = walk(next, [...path, next]);
      if (found.length > 0) return found;
    }
    return [];
  };
  return walk(file, [file]);
};

test('imports go one way: index, operations, documents, steps, fields, records, lib', () => {
  const upward = app.flatMap((file) =>
    importsOf(file)
      .filter((other) => layerOf(other) < layerOf(file))
      .map((other) => `${file} imports ${other}`),
  );
  expect(upward).toEqual([]);
});

test.each([
  ['the app', app],
  ['the sandbox', sandbox],
])('no two files of %s import each other, directly or by way of others', (_, files) => {
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const circles = files.map((file) => circleThrough(file, imports)).filter(({ length }) => length);
  expect(circles.map((circle) => circle.join(' → '))).toEqual([]);
});

test('the sandbox imports nothing from the app', () => {
  const own = (other: string) => other.startsWith('sandbox/') || other === 'package.json';
  expect(sandbox.flatMap(importsOf).filter((other) => !own(other))).toEqual([]);
});

test('each operation that people see has a test', () => {
  const tests = filesIn('test')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const operations = filesIn('creates')
    .concat(filesIn('searches'), filesIn('triggers'))
    .filter((file) => basename(file).includes('_') && !file.includes('/dropdowns/'));
  expect(operations.length).toBeGreaterThan(200);
  expect(operations.filter((file) => !tests.includes(`/${file}'`))).toEqual([]);
});

test('nothing is left that `npm run new` marked with TODO', () => {
  const files = [...app, ...sandbox, ...['tour', 'zaps', 'test'].flatMap(filesIn)];
  const todo = /^\s*\/\/ TODO:|['“( ]TODO[:.]|\['TODO'\]/m;
  const templates = /^test\/(structure|scripts\/scaffold)\.test\.ts$/;
  const left = files
    .filter((file) => !templates.test(file))
    .filter((file) => todo.test(readFileSync(file, 'utf8')));
  expect(left).toEqual([]);
});

/** `fields/ids.ts: contactId` for each name that a file imports from another one of the app. */
const namesImportedBy = (file: string): string[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (?:type )?\{([^}]*)\} from '(\.[^']+\.ts)';/gm,
    ),
  ].flatMap(([, names = '', path = '']) =>
    names
      .split(',')
      .map((name) =>
        name
          .trim()
          .replace(/^type /, '')
          .replace(/ as .*/, ''),
      )
      .filter(Boolean)
      .map((name) => `${relative('.', join(dirname(file), path))}: ${name}`),
  );

test('what only one operation needs stands in its file: a word has at least two users', () => {
  const users = new Map<string, Set<string>>();
  // A file without an underscore stands beside operations: what they use of it counts.
  const isOperation = (file: string) => layerOf(file) === 1 && basename(file).includes('_');
  const use = (word: string, user: string) =>
    users.set(word, (users.get(word) ?? new Set()).add(user));
  for (const file of app) for (const word of namesImportedBy(file)) use(word, file);
  /** The operations that use a word, be it by way of other words of the vocabulary. */
  const operationsOf = (word: string, seen = new Set<string>()): string[] =>
    [...(users.get(word) ?? [])].flatMap((file) => {
      if (isOperation(file) || seen.has(file)) return [file];
      const words = [...users.keys()].filter((other) => other.startsWith(`${file}: `));
      return words.flatMap((other) => operationsOf(other, new Set([...seen, file])));
    });
  const words = ['fields', 'steps']
    .flatMap(filesIn)
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)].map(
        ([, name]) => `${file}: ${name}`,
      ),
    );
  expect(words.length).toBeGreaterThan(100);
  expect(words.filter((word) => new Set(operationsOf(word)).size < 2)).toEqual([]);
});
