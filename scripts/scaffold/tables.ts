/** The lines that the tables of lib/api/ need before they know an endpoint: its family, and that only v3 has it. */
import { type Family, parseRoute } from '../../lib/api/endpoints.ts';
import type { Documented } from './documents.ts';
import { quoted } from './part.ts';

/** What the app asks for if no table and no document says more. */
export const plainVersion = '2021-07-28';

const escaped = (path: string): string => path.replaceAll('/', '\\/');

/** Fits the endpoint alone. */
const exactly = (method: string, path: string): string =>
  `/^${method} ${escaped(path).replace(/\{\w+\}/g, '[^/]+')}$/`;

/** Fits all that begins as the path does. */
const beginning = (path: string): string => `/ ${escaped(`/${path.split('/')[1]}`)}\\b/`;

/**
 * A line for lib/api/families.ts; undefined if the table is right already.
 * @param family what the table says of the endpoint, if it knows it
 */
export const familyLine = (
  route: string,
  { onlyIn, version, scopes }: Documented,
  family?: Family,
): string | undefined => {
  const classic = (onlyIn ? undefined : version) ?? family?.version ?? plainVersion;
  const hasScope = family && (scopes.length === 0 || scopes.includes(family.scope));
  if (hasScope && classic === family.version) return undefined;
  const [scope = family?.scope ?? 'TODO'] = hasScope ? [family.scope] : scopes;
  const { method, path, reads } = parseRoute(route);
  const pattern = family ? exactly(method, path) : beginning(path);
  return `[${pattern}, '${classic}', { ${reads ? 'read' : 'write'}: ${quoted(scope)} }],`;
};

/** A line for `v3Forms` of lib/api/generations.ts; undefined if there is a classic form. */
export const onlyLine = (route: string, { onlyIn, inputs }: Documented): string | undefined => {
  if (!onlyIn) return undefined;
  const [, inPath] = /\{(\w+)\}/.exec(route) ?? [];
  const member = inPath ?? inputs.find(({ required }) => required)?.name ?? 'TODO';
  return `${quoted(route)}: { only: { ${member}: 'any' } },`;
};
