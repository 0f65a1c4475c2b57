import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import digest from '../../../documents/digest.json' with { type: 'json' };
import type { Entry } from '../../../documents/digest.ts';
import App from '../../../index.ts';
import { parseRoute } from '../../../lib/api/endpoints.ts';
import { buildRequest } from '../../../lib/api/requests.ts';
import { folder, found } from '../../contract/documents.ts';
import { operations, routesFor } from '../../support/operations.ts';

/** `/contacts/{contactId}/notes/` as `contacts`, `{}`, `notes`. */
const partsOf = (path: string): string[] =>
  path
    .split('/')
    .filter(Boolean)
    .map((part) => (/^[{:]/.test(part) ? '{}' : part));

const stated = [...new Set(operations.flatMap(({ operation }) => routesFor(operation)))];

const endpoints = digest.endpoints as unknown as Entry[];

/** Every endpoint that people can choose, too. */
const callable = [...new Set([...stated, ...endpoints.map(({ route }) => route)])];

/** Values that the form offers as a fixed list of words, and takes no others: which kind of account it is. */
const choices = endpoints.flatMap(({ route, input: { properties } }) =>
  Object.entries(properties ?? {})
    .filter(([name, one]) => route.includes(`{${name}}`) && one.enum)
    .map(([name]) => `${route} ${name}`),
);

/** Every path of HighLevel’s documents, of all versions that lie there. */
const documented = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as { paths?: object })
    .flatMap(({ paths = {} }) => Object.keys(paths));

/** The words that stand where a route has a value: as a value there, they would reach another endpoint. */
const wordsAt = (paths: string[][], route: string[], index: number): string[] => [
  ...new Set(
    paths
      .filter((other) => other.slice(0, index).join('/') === route.slice(0, index).join('/'))
      .map((other) => other[index] ?? '')
      .filter((part) => part !== '' && part !== '{}'),
  ),
];

const namesOf = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** Each value of each route, with the words that are other endpoints there. */
const cases = (paths: string[], routes = stated): [route: string, name: string, word: string][] => {
  const all = paths.map(partsOf);
  return routes.flatMap((route) => {
    const { path } = parseRoute(route);
    const parts = partsOf(path);
    const places = parts.flatMap((part, index) => (part === '{}' ? [index] : []));
    const values = namesOf(path).map((name, at) => ({ name, at }));
    const free = values.filter(({ name }) => !choices.includes(`${route} ${name}`));
    return free.flatMap(({ name, at }) =>
      wordsAt(all, parts, places[at] ?? 0).map((word): [string, string, string] => [
        route,
        name,
        word,
      ]),
    );
  });
};

const urlOf = (route: string, name: string, value: string): string => {
  const { path } = parseRoute(route);
  const input = Object.fromEntries(namesOf(path).map((one) => [one, 'Xy12']));
  return buildRequest(parseRoute(route), { ...input, [name]: value }).url;
};

const paths = stated.map((route) => parseRoute(route).path);

test('the routes of the app are at hand', () => {
  expect(Object.keys(App.creates ?? {}).length).toBeGreaterThan(50);
  expect(cases(paths).length).toBeGreaterThan(100);
});

test.each(cases(paths))(
  '%s: {%s} cannot be “%s”, which is another endpoint',
  (route, name, word) => {
    for (const text of [word, word.toUpperCase(), ` ${word} `])
      expect(() => urlOf(route, name, text)).toThrow(`“${name}” cannot be “${text.trim()}”`);
  },
);

(found ? test : test.skip)('nor any word of HighLevel’s documents', () => {
  const open = cases([...paths, ...documented()], callable).filter(([route, name, word]) => {
    try {
      return Boolean(urlOf(route, name, word));
    } catch {
      return false;
    }
  });
  expect(open).toEqual([]);
});

test('every choice of a form reaches its own endpoint', () => {
  expect(choices.length).toBeGreaterThan(10);
  for (const { route, input } of endpoints)
    for (const name of namesOf(parseRoute(route).path))
      for (const word of input.properties?.[name]?.enum ?? [])
        expect(urlOf(route, name, String(word))).toContain(`/${word}`);
});

const ids = [
  'ocQHyuzHvysMo5N5VsXc',
  '67ade73d1119d2ac7ad0c475',
  'custom_objects.pet',
  'contact',
  'business',
  'rooms',
];

test('ids and the words that are values reach their own endpoint', () => {
  for (const route of stated)
    for (const name of namesOf(parseRoute(route).path))
      for (const id of ids.filter((one) => one !== 'business' || !route.includes(' /contacts/')))
        expect(urlOf(route, name, id)).toContain(id);
});
