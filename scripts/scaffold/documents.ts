/** What HighLevel's OpenAPI documents say of an endpoint, as far as `npm run new` makes something of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseRoute } from '../../lib/api/endpoints.ts';

/** A property as an OpenAPI document has it, without references. */
export interface Property {
  type?: string;
  format?: string;
  enum?: string[];
  items?: Property;
  properties?: Record<string, Property>;
  required?: string[];
  description?: string;
  example?: unknown;
  maximum?: number;
}

interface Reference extends Omit<Property, 'items' | 'properties'> {
  $ref?: string;
  allOf?: Reference[];
  items?: Reference;
  properties?: Record<string, Reference>;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  example?: unknown;
  schema?: Reference;
}

type Content = Record<string, { schema?: Reference }>;

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content?: Content };
  responses?: Record<string, { content?: Content }>;
  security?: Record<string, string[]>[];
}

interface Document {
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Reference> };
}

/** One input of an endpoint. */
export interface Input {
  name: string;
  property: Property;
  required: boolean;
  in: string;
}

/** What an endpoint takes and gives; nothing of it if no document has it. */
export interface Documented {
  inputs: Input[];
  answer: Property;
  /** The API version that the document wants; undefined if it does not say. */
  version?: string | undefined;
  scopes: string[];
  /** The document of v3, if only v3 has the endpoint: `brand-boards-v3.json`. */
  onlyIn?: string | undefined;
}

/** A path without the names of its values. A slash at its end counts for HighLevel, but not to find the endpoint. */
const shape = (path: string) => path.replace(/\{\w+\}/g, '{}').replace(/\/$/, '');

/**
 * The folders that may hold the documents: a clone of HighLevel's repository has them in `apps`, a collection in
 * `classic`, and in `v3` what is read only if nothing else has the endpoint.
 */
const homesIn = (folder: string): string[] =>
  [folder, ...['apps', 'classic', 'v3'].map((name) => join(folder, name))].filter(
    (home) => existsSync(home) && readdirSync(home).some((file) => file.endsWith('.json')),
  );

const deepest = 9;

/** Reads schemas of a document with references and `allOf` put in their places, as deep as a form can be. */
const reader = ({ components }: Document) => {
  const read = (schema: Reference = {}, depth = 0): Property => {
    const { $ref, allOf = [], ...own } = schema;
    if (depth > deepest) return {};
    if ($ref) return read(components?.schemas?.[$ref.split('/').at(-1) ?? ''], depth + 1);
    const parts = allOf.map((part) => read(part, depth));
    const { items, properties, ...plain } = own;
    const merged: Property = Object.assign({}, ...parts, plain);
    const members = { ...Object.assign({}, ...parts.map((part) => part.properties ?? {})) };
    for (const [name, member] of Object.entries(properties ?? {}))
      members[name] = read(member, depth + 1);
    const required = [...parts.flatMap((part) => part.required ?? []), ...(own.required ?? [])];
    return {
      ...merged,
      ...(items ? { items: read(items, depth + 1) } : {}),
      ...(Object.keys(members).length > 0 ? { properties: members, required } : {}),
    };
  };
  return read;
};

const describe = (document: Document, operation: Operation): Documented => {
  const read = reader(document);
  const schemaOf = (content: Content = {}) => read(Object.values(content)[0]?.schema);
  const { parameters = [], requestBody, responses = {}, security = [] } = operation;
  const body = schemaOf(requestBody?.content);
  const [, success] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
  const version = parameters.find(({ name }) => name.toLowerCase() === 'version')?.schema?.enum;
  return {
    inputs: [
      ...parameters
        .filter((one) => one.in === 'path' || one.in === 'query')
        .map(({ name, schema, description, example, required = false, in: place }) => ({
          name,
          property: {
            ...(description ? { description } : {}),
            ...(example === undefined ? {} : { example }),
            ...read(schema),
          },
          required,
          in: place,
        })),
      ...Object.entries(body.properties ?? {}).map(([name, property]) => ({
        name,
        property,
        required: body.required?.includes(name) ?? false,
        in: 'body',
      })),
    ],
    answer: schemaOf(success?.content),
    version: version?.[0],
    scopes: [...new Set(security.flatMap((one) => Object.values(one).flat()))],
  };
};

/**
 * Looks an endpoint up in HighLevel's OpenAPI documents.
 * @param folder where the documents are; if there is none, nothing is known
 */
export const lookUp = (folder: string, route: string): Documented => {
  const { method, path } = parseRoute(route);
  for (const home of homesIn(folder)) {
    for (const file of readdirSync(home).filter((name) => name.endsWith('.json'))) {
      const document = JSON.parse(readFileSync(join(home, file), 'utf8')) as Document;
      const [, methods] =
        Object.entries(document.paths ?? {}).find(([name]) => shape(name) === shape(path)) ?? [];
      const operation = methods?.[method.toLowerCase()];
      if (!operation) continue;
      const onlyIn = basename(home) === 'v3' ? file : undefined;
      return { ...describe(document, operation), onlyIn };
    }
  }
  return { inputs: [], answer: {}, scopes: [] };
};

/** What is wrong with the folder of the documents, in a sentence; undefined if it holds some. */
export const complaintAbout = (folder: string): string | undefined => {
  if (!existsSync(folder))
    return `Fields and record are yours to write: HighLevel's OpenAPI documents are not in ${folder}. If you have them, set HIGHLEVEL_OPENAPI_DIR to their folder.`;
  return homesIn(folder).length > 0
    ? undefined
    : `${folder} holds no OpenAPI documents (*.json), and neither does its folder apps, classic, or v3.`;
};
