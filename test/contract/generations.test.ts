import { parseRoute } from '../../lib/api/endpoints.ts';
import { v3Forms } from '../../lib/api/generations.ts';
import { routesOf } from '../../lib/perform.ts';
import { operations } from '../support/operations.ts';
import {
  documented,
  found,
  type Generation,
  isDocumented,
  loadDocuments,
  routeOf,
} from './documents.ts';

/**
 * The endpoints that the app states, without what stands in the query beside a body. Those that people choose go out in
 * the Version of their document.
 */
const stated = [
  ...new Set([
    ...operations.flatMap(({ operation: { operation } }) => routesOf(operation)),
    'POST /oauth/token',
    'POST /oauth/locationToken',
  ]),
].map((route) => route.replace(/\?.*/, ''));

/** The document's own name of a route, whatever the app calls its values. */
const nameIn = (generation: Generation, route: string): string => {
  const { method, path } = parseRoute(route);
  const version = generation === 'v3' ? 'v3' : '2021-07-28';
  const blank = { query: {}, version, requestBody: '', status: 200, answer: '' };
  return routeOf({ method, path: path.replace(/\{\w+\}/g, 'x1'), ...blank });
};

const isKnown = (generation: Generation, route: string): boolean =>
  isDocumented(nameIn(generation, route), generation) &&
  // “removeAll” could be the ID of a campaign.
  !(generation === 'v3' && /\{\w+\}$/.test(nameIn(generation, route)) && !route.endsWith('}'));

const namesIn = (generation: Generation, route: string): string[] =>
  documented(nameIn(generation, route), generation);

/** What v3 does not take any more, by the classic name. */
const goneFrom = (route: string, target: string): string[] => {
  const left = new Set(namesIn('v3', target));
  return namesIn('classic', route).filter((name) => !left.has(name));
};

(found ? describe : describe.skip)('v3 by the documents, beside the classic form', () => {
  beforeAll(loadDocuments);

  test('every route that v3 does not have is stated in another form, which it has', () => {
    const gone = stated.filter((route) => isKnown('classic', route) && !isKnown('v3', route));
    expect(gone.length).toBeGreaterThan(3);
    expect(gone.filter((route) => !isKnown('v3', v3Forms[route]?.route ?? route))).toEqual([]);
    const renamed = Object.entries(v3Forms).filter(([, { route }]) => route);
    expect(renamed.map(([route]) => route).filter((route) => !gone.includes(route))).toEqual([]);
  });

  test('every member that v3 does not take has another name, or is left out', () => {
    const lost = stated.flatMap((route) => {
      const { route: target = route, names = {}, drops = [], lists = {} } = v3Forms[route] ?? {};
      // The body of a search is on a page of its own.
      if (!isKnown('classic', route) || namesIn('v3', target).length === 0) return [];
      const told = [...Object.keys(names), ...drops, ...Object.values(lists).flat()];
      return goneFrom(route, target)
        .filter((name) => !told.some((one) => name === one || name.startsWith(`${one}.`)))
        .map((name) => `${route}: ${name}`);
    });
    expect(lost).toEqual([]);
  });

  test('every new name is one that v3 has', () => {
    const invented = Object.entries(v3Forms).flatMap(([route, form]) => {
      const { route: target = route, names = {}, adds = {}, wordCounts = {}, only = {} } = form;
      const known = namesIn('v3', target);
      const inPlace = Object.entries(names).map(([path, name]) =>
        [...path.split('.').slice(0, -1), name].join('.'),
      );
      const all = [...inPlace, ...Object.keys({ ...adds, ...wordCounts, ...only })];
      return known.length === 0 ? [] : all.filter((name) => !known.includes(name));
    });
    expect(invented).toEqual([]);
  });
});
