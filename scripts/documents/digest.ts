/** HighLevel's documents digested to what the app needs of each endpoint. */
import type { Digest, Entry } from '../../documents/digest.ts';
import type { JsonSchema } from '../../lib/form/schema.ts';
import { readAnswer } from './answers.ts';
import { familyNames, impossibleScopes, missingScopes, signIn } from './corrections.ts';
import { dropdownOf, Lists } from './ids.ts';
import { inputOf, membersOf } from './inputs.ts';
import { type Members, withoutKnown } from './known.ts';
import { type Documented, flatten, type Operation, type Parameter } from './openApi.ts';
import { isAlike } from './twins.ts';
import { helpTextOf, titleOfEndpoint } from './words.ts';

const familyName = (family: string): string =>
  familyNames[family] ??
  family.replace(
    /(^|-)(\w)/g,
    (_, dash: string, first: string) => `${dash ? ' ' : ''}${first.toUpperCase()}`,
  );

const tokenOf = ({ security = [] }: Operation, route: string): Entry['token'] => {
  const kinds = new Set(security.flatMap((one) => Object.keys(one)));
  const isAgency = kinds.has('Agency-Access') || kinds.has('Agency-Access-Only');
  const isLocation = kinds.has('Location-Access') || kinds.has('Location-Access-Only');
  if (isAgency && isLocation) return 'either';
  if (isAgency) return 'agency';
  return /\{companyId\}|\/(saas|companies|snapshots|custom-menus|marketplace)\b/.test(route) &&
    !isLocation
    ? 'either'
    : 'sub-account';
};

const versionOf = ({ operation, generation }: Documented): string => {
  const header = operation.parameters?.find(
    ({ in: place, name }) => place === 'header' && name === 'Version',
  );
  const [version] = header?.schema?.enum ?? [];
  return String(version ?? (generation === 'v3' ? 'v3' : '2021-07-28'));
};

const scopesOf = ({ operation, route }: Documented): string[] => {
  const said = (operation.security ?? []).flatMap((one) => Object.values(one).flat());
  const possible = [...new Set(said)].filter((scope) => !impossibleScopes.has(scope));
  return possible.length > 0 ? possible : (missingScopes[route] ?? []);
};

const withDropdowns = (
  documented: Documented,
  properties: Record<string, JsonSchema>,
  lists: Lists,
  used: Set<string>,
  section = '',
): Record<string, JsonSchema> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, one]) => {
      if (one.properties)
        return [
          name,
          { ...one, properties: withDropdowns(documented, one.properties, lists, used, name) },
        ];
      if (one.items?.properties) {
        const rows = withDropdowns(documented, one.items.properties, lists, used, name);
        return [name, { ...one, items: { ...one.items, properties: rows } }];
      }
      const plain = one.items ?? one;
      if (plain.type !== undefined || plain.enum) return [name, one];
      const dropdown = dropdownOf(documented, { name, section }, lists);
      if (!dropdown) return [name, one];
      if (dropdown.list) used.add(dropdown.list);
      return [name, { ...one, dynamic: dropdown.dynamic }];
    }),
  );

const bodyOf = ({ operation, resolve }: Documented) => {
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const { schema, seen } = flatten(content?.schema, resolve);
  const isList = schema.type === 'array';
  // A body that is a list becomes the rows of one field.
  const whole = isList
    ? { type: 'object', properties: { items: schema }, required: ['items'] }
    : schema;
  return {
    type,
    members: membersOf(whole, { resolve, seen, depth: 0, isRow: false }, true),
    isList,
  };
};

const membersOfParameters = (parameters: Parameter[], { resolve }: Documented): Members => {
  const place = { resolve, seen: [], depth: 0, isRow: false };
  const all = parameters.map((one) => ({
    ...one,
    input: inputOf(
      one.name,
      { ...one.schema, description: one.description ?? one.schema?.description },
      place,
    ),
  }));
  const shown = all.filter(({ input, deprecated }) => input && !deprecated);
  return {
    properties: Object.fromEntries(shown.map(({ name, input }) => [name, input as JsonSchema])),
    required: shown
      .filter(({ required, in: place }) => required || place === 'path')
      .map(({ name }) => name),
  };
};

/** The parameters, with those of the path that the documents forget: six endpoints have some. */
const withPathValues = (route: string, documented: Parameter[]): Parameter[] => {
  const all = documented.filter(({ in: place }) => place !== 'header');
  const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const missing = names.filter(
    (name) => !all.some((one) => one.in === 'path' && one.name === name),
  );
  return [...missing.map((name): Parameter => ({ name, in: 'path', required: true })), ...all];
};

const entryOf = (documented: Documented, lists: Lists, used: Set<string>): Entry => {
  const { route, operation, family } = documented;
  const parameters = withPathValues(route, operation.parameters ?? []);
  const own = membersOfParameters(parameters, documented);
  const body = bodyOf(documented);
  const token = tokenOf(operation, route);
  const { properties = {}, required = [] } = body.members.schema;
  const known = withoutKnown(
    {
      properties: { ...own.properties, ...properties },
      required: [...new Set([...own.required, ...required])],
    },
    token,
  );
  const query = parameters.filter(
    ({ in: place, name }) => place === 'query' && !(name in properties),
  );
  // A read has all in its query anyway.
  const target =
    !route.startsWith('GET ') && query.length > 0
      ? `?${query.map(({ name }) => `${name}={${name}}`).join('&')}`
      : '';
  const about = helpTextOf(operation.description, operation.summary);
  const ordered = [
    ...known.required,
    ...Object.keys(known.shown).filter((name) => !known.required.includes(name)),
  ];
  const shown = Object.fromEntries(ordered.map((name) => [name, known.shown[name] as JsonSchema]));
  return {
    route: `${route}${target}`,
    area: familyName(family),
    title: titleOfEndpoint(operation.summary),
    ...(about ? { about } : {}),
    version: versionOf(documented),
    scopes: scopesOf(documented),
    token,
    ...(operation.deprecated ? { deprecated: true } : {}),
    ...(body.type && body.type !== 'application/json'
      ? { encoding: body.type as NonNullable<Entry['encoding']> }
      : {}),
    ...(body.members.unsaid.length > 0 ? { unsaid: body.members.unsaid } : {}),
    ...(body.isList ? { bodyMember: 'items' } : {}),
    ...(Object.keys(known.constants).length > 0 ? { constants: known.constants } : {}),
    ...(Object.keys(known.fromConnection).length > 0
      ? { fromConnection: known.fromConnection }
      : {}),
    input: {
      type: 'object',
      properties: withDropdowns(documented, shown, lists, used),
      ...(known.required.length > 0 ? { required: known.required } : {}),
    },
    answer: readAnswer(documented),
  };
};

/** The digest of all documents. */
export const digestOf = (all: Documented[]): Digest => {
  const lists = new Lists(all);
  const used = new Set<string>();
  const entries = all
    .filter(({ route }) => !signIn.test(route.split(' ')[1] ?? ''))
    .map((one): Entry => {
      const entry = entryOf(one, lists, used);
      const asInV3 = one.twin && isAlike(entry, entryOf(one.twin, lists, new Set()));
      return asInV3 ? { ...entry, asInV3 } : entry;
    });
  return { endpoints: entries, lists: [...used].sort() };
};
