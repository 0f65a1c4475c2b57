/**
 * HighLevel's OpenAPI documents condensed to what the sandbox answers by. `npm run documents` writes the result to
 * documents.json: the sandbox runs without the documents.
 */
import type { Described, DocumentedEndpoint, Schema } from './schema.ts';
import { type Json, type Operation, type Source, sourcesOf } from './sources.ts';

/** Deeper than this nobody looks. */
const DEEPEST = 12;

type Place = {
  schemas: Record<string, Json>;
  seen: readonly string[];
  depth: number;
  /** Of several shapes an answer has the first; a request may have the members of any. */
  isAnswer?: boolean;
};

const scalars = ['string', 'number', 'boolean'];

/** `integer` is a number; the documents have types of their own besides, like `any`, which say nothing. */
const typeOf = ({ type }: Json): Schema['type'] | undefined => {
  const said = type === 'integer' ? 'number' : type;
  return [...scalars, 'object', 'array'].find((one) => one === said) as Schema['type'] | undefined;
};

const isShort = (value: unknown): value is string | number | boolean =>
  scalars.includes(typeof value) && String(value).length <= 60;

/** A plain value. Country codes stand in a list within a list, as “numbers”. */
const scalarOf = (one: Json): Schema => {
  const values = (Array.isArray(one.enum) ? one.enum.flat() : []).filter(isShort);
  const words = values.some((value) => typeof value === 'string') ? 'string' : undefined;
  const type = words ?? typeOf(one);
  const { format, example } = one;
  return {
    ...(type && { type: type as 'string' }),
    ...(typeof format === 'string' && { format }),
    ...(values.length > 0 && { enum: values }),
    ...(isShort(example) && typeof example === type && { example }),
  };
};

/** The parts of `allOf` must all be there; of `oneOf` and `anyOf` any members may be. */
const partsOf = (one: Json) => {
  const list = (name: string) => (Array.isArray(one[name]) ? (one[name] as Json[]) : []);
  return { all: list('allOf'), some: [...list('oneOf'), ...list('anyOf')] };
};

const objectOf = (own: Json, parts: Schema[], must: Schema[], place: Place): Schema => {
  const members = Object.entries((own.properties ?? {}) as Record<string, Json>);
  const properties: Record<string, Schema> = Object.assign(
    {},
    ...parts.map((part) => part.properties),
  );
  for (const [name, one] of members) {
    properties[name] = condense(one, { ...place, depth: place.depth + 1 });
  }
  const named = Array.isArray(own.required) ? own.required.map(String) : [];
  const required = [...new Set([...named, ...must.flatMap((part) => part.required ?? [])])];
  return {
    type: 'object',
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required: required.filter((name) => name in properties) }),
  };
};

/** A schema without references. */
const condense = (one: Json | undefined, place: Place): Schema => {
  if (!one || place.depth > DEEPEST) return {};
  const { $ref } = one;
  if (typeof $ref === 'string') {
    if (place.seen.includes($ref)) return { type: 'object' };
    const target = place.schemas[$ref.split('/').at(-1) ?? ''];
    return condense(target, { ...place, seen: [...place.seen, $ref] });
  }
  const { all, some } = partsOf(one);
  const needed = all.map((part) => condense(part, place));
  const possible = place.isAnswer ? some.slice(0, 1) : some;
  const parts = [...needed, ...possible.map((part) => condense(part, place))];
  const isObject = one.properties !== undefined || parts.some((part) => part.properties);
  if (isObject && !one.items) {
    return objectOf(one, parts, place.isAnswer ? parts : needed, place);
  }
  if (parts.length > 0) return parts[0] ?? {};
  if (one.type === 'array' || one.items) {
    return {
      type: 'array',
      ...(Number(one.minItems) > 1 && { minItems: Number(one.minItems) }),
      items: condense(one.items as Json, { ...place, depth: place.depth + 1 }),
    };
  }
  // Its example shows that it is none: the type of a social post is a text.
  const isText = one.type === 'object' && isShort(one.example) && !/^[[{]/.test(`${one.example}`);
  if (isText) return scalarOf({ ...one, type: typeof one.example });
  return one.type === 'object' ? { type: 'object' } : scalarOf(one);
};

const queryOf = ({ parameters = [] }: Operation, place: Place): Schema => {
  const query = parameters.filter((one) => one.in === 'query');
  return {
    type: 'object',
    properties: Object.fromEntries(query.map((one) => [one.name, condense(one.schema, place)])),
    required: query.filter(({ required }) => required).map(({ name }) => name),
  };
};

const forms: Record<string, Described['form']> = {
  'multipart/form-data': 'files',
  'application/x-www-form-urlencoded': 'plain',
};

const describe = (operation: Operation, schemas: Source['schemas']): Described => {
  const place: Place = { schemas, seen: [], depth: 0 };
  const [type = '', sent] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const status = Object.keys(operation.responses).find((one) => one < '300') ?? '200';
  const answered = Object.values(operation.responses[status]?.content ?? {})[0]?.schema;
  const body = sent && condense(sent.schema, place);
  const form = forms[type];
  return {
    query: queryOf(operation, place),
    ...(body && { body }),
    ...(form && { form }),
    status: Number(status),
    refusal: '422' in operation.responses ? 422 : 400,
    ...(answered && { answer: condense(answered, { ...place, isAnswer: true }) }),
  };
};

const accessOf = ({
  security = [],
  parameters = [],
}: Operation): Pick<DocumentedEndpoint, 'version' | 'scopes' | 'token'> => {
  const kinds = security.flatMap((one) => Object.keys(one)).join(' ');
  const isAgency = kinds.includes('Agency');
  const isLocation = kinds.includes('Location');
  const version = parameters.find(({ name, in: at }) => at === 'header' && name === 'Version');
  const values = (version?.schema?.enum ?? []) as string[];
  return {
    version: values.includes('2021-04-15') ? '2021-04-15' : '2021-07-28',
    scopes: [...new Set(security.flatMap((one) => Object.values(one).flat()))],
    // Some documents name no kind: then either is let in.
    token: isAgency === isLocation ? 'either' : isAgency ? 'agency' : 'sub-account',
  };
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Every endpoint of a folder of documents (`classic`, `v3`, `common`), with what both generations say of it. */
export function condenseDocuments(folder: string): DocumentedEndpoint[] {
  const all = new Map<string, DocumentedEndpoint>();
  for (const generation of ['classic', 'v3'] as const) {
    for (const { paths, schemas } of sourcesOf(folder, generation)) {
      for (const [path, operations] of Object.entries(paths)) {
        for (const method of METHODS.filter((one) => one in operations)) {
          const operation = operations[method] as Operation;
          const route = `${method.toUpperCase()} ${path}`;
          // The generations call the values of some paths otherwise.
          const address = route.replaceAll(/\{\w+\}/g, '{}');
          const known = all.get(address) ?? { route, ...accessOf(operation) };
          all.set(address, { ...known, [generation]: describe(operation, schemas) });
        }
      }
    }
  }
  return [...all.values()].map(compared);
}

/** What v3 says as the classic documents is said once. */
function compared({ v3, ...rest }: DocumentedEndpoint): DocumentedEndpoint {
  if (!rest.classic) return v3 ? { ...rest, v3 } : rest;
  if (!v3) return { ...rest, v3: false };
  return JSON.stringify(v3) === JSON.stringify(rest.classic) ? rest : { ...rest, v3 };
}
