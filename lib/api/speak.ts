/** How a request of the app goes out in the generation that its family speaks (lib/api/generations.ts). */
import { isObject, type JsonObject } from '../values.ts';
import { type Endpoint, parseRoute } from './endpoints.ts';
import { HighLevelError, kindOf } from './errors.ts';
import { type V3Form, v3Forms, v3Version } from './generations.ts';

/** A request as it goes out. */
export interface Spoken {
  endpoint: Endpoint;
  input: JsonObject;
  /** The answer comes in pages, which make one answer together. */
  pages?: V3Form['pages'] | undefined;
}

/** An object, or each of a list of them, with another name for the member at a path. */
const renameAt = (value: unknown, [key = '', ...rest]: string[], name: string): unknown => {
  if (Array.isArray(value)) return value.map((one) => renameAt(one, [key, ...rest], name));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, inner]) => {
      if (member !== key) return [member, inner];
      return rest.length > 0 ? [member, renameAt(inner, rest, name)] : [name, inner];
    }),
  );
};

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

const without = (input: JsonObject, names: string[] = []): JsonObject =>
  Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));

/** How many words the text of HTML has. */
const countWords = (html: unknown): number =>
  String(html ?? '')
    .replace(/<[^<>]*>/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length;

/** The members of a request as v3 wants them. */
const membersInV3 = (
  { names = {}, drops = [], lists = {}, replaces = {}, adds = {}, wordCounts = {} }: V3Form,
  input: JsonObject,
): JsonObject => {
  const listed = Object.entries(lists)
    .map(([name, parts]) => [name, parts.map((part) => input[part])] as const)
    .filter(([, values]) => values.every(isGiven));
  const replaced = listed.flatMap(([name]) => replaces[name] ?? []);
  const left = without(input, [...drops, ...Object.values(lists).flat(), ...replaced]);
  const renamed = Object.entries(names).reduce<unknown>(
    (members, [path, name]) => renameAt(members, path.split('.'), name),
    left,
  );
  const counted = Object.entries(wordCounts).map(([name, text]) => [name, countWords(input[text])]);
  return {
    ...(renamed as JsonObject),
    ...Object.fromEntries(listed),
    ...adds,
    ...Object.fromEntries(counted),
  };
};

const formOf = ({ method, path }: Endpoint): V3Form => v3Forms[`${method} ${path}`] ?? {};

/** Whether a request has something in it that v3 alone knows. */
const needsV3 = ({ only = {} }: V3Form, input: JsonObject): boolean =>
  Object.entries(only).some(([name, values]) =>
    values === 'any'
      ? isGiven(input[name])
      : [input[name]].flat().some((value) => values.includes(String(value))),
  );

/** The agency's ID, which a request of v3 may want. */
type AgencyId = () => Promise<string>;

/** A request in the form of v3. */
export const inV3 = async (
  endpoint: Endpoint,
  input: JsonObject,
  agencyId: AgencyId,
): Promise<Spoken> => {
  const form = formOf(endpoint);
  const { route, isOfAgency, pages } = form;
  const { method, path, query, reads } = route ? parseRoute(route) : endpoint;
  return {
    endpoint: { ...endpoint, method, path, query, reads, version: v3Version },
    input: {
      ...membersInV3(form, input),
      ...(isOfAgency ? { companyId: await agencyId() } : {}),
    },
    pages,
  };
};

/** A request in the generation that its family speaks. */
export const speak = async (
  endpoint: Endpoint,
  input: JsonObject,
  agencyId: AgencyId,
): Promise<Spoken> =>
  endpoint.version === v3Version || needsV3(formOf(endpoint), input)
    ? inV3(endpoint, input, agencyId)
    : { endpoint, input: without(input, formOf(endpoint).extras) };

/** Whether HighLevel has removed an endpoint for which another one stands in. */
export const hasStandIn = (endpoint: Endpoint, error: unknown): boolean => {
  if (endpoint.version === v3Version || !formOf(endpoint).standsIn) return false;
  const isMissing = error instanceof HighLevelError && error.status === 404;
  return kindOf(error) === 'retired' || (kindOf(error) === 'unavailable' && isMissing);
};
