/** HighLevel's OpenAPI documents as they are, as far as a form and a request need them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { JsonObject } from '../../lib/values.ts';
import { Refusal } from '../refusal.ts';

/** A schema of a document. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string | undefined;
  example?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: unknown;
  items?: Schema;
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  deprecated?: boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  deprecated?: boolean;
  schema?: Schema;
}

type Content = Record<string, { schema?: Schema }>;

export interface Operation {
  summary: string;
  description?: string;
  deprecated?: boolean;
  parameters?: Parameter[];
  requestBody?: { content: Content; required?: boolean };
  responses: Record<string, { content?: Content }>;
  security?: Record<string, string[]>[];
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

/** An endpoint with the document that it stands in. */
export interface Documented {
  /** `POST /contacts/` */
  route: string;
  /** `contacts`, the name of its family. */
  family: string;
  generation: 'classic' | 'v3';
  operation: Operation;
  /** What v3 says of it, if the classic document has it, too. */
  twin?: Documented;
  /** The schema behind a reference; undefined if no document has it. */
  resolve: (reference: string) => Schema | undefined;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

const readJson = <Content>(file: string): Content =>
  JSON.parse(readFileSync(file, 'utf8')) as Content;

const familyOf = (file: string): string => basename(file, '.json').replace(/-v3$/, '');

/** Throws a sentence for a folder without HighLevel's documents of both generations. */
export const expectDocuments = (folder: string): void => {
  const missing = ['classic', 'v3'].filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0)
    throw new Refusal(
      `${folder} has no folder ${missing.join(' and no folder ')}. Name with --from the folder of HighLevel's OpenAPI documents, which has one for each generation: classic and v3.`,
    );
};

const jsonFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => join(folder, file));

/**
 * References name a schema of the same document or of the common one. v3 points to another folder than the one that
 * holds the common schemas, so only the name counts.
 */
const resolverOf =
  (own: Document, common: Document) =>
  (reference: string): Schema | undefined => {
    const name = reference.split('/').at(-1) ?? '';
    return own.components?.schemas?.[name] ?? common.components?.schemas?.[name];
  };

const readGeneration = (folder: string, generation: Documented['generation']): Documented[] => {
  const common = [join(folder, generation, 'common'), join(folder, 'common')]
    .map((one) => join(one, 'common-schemas.json'))
    .find((file) => existsSync(file));
  const schemas = common ? readJson<Document>(common) : { paths: {} };
  return jsonFiles(join(folder, generation)).flatMap((file) => {
    const document = readJson<Document>(file);
    const resolve = resolverOf(document, schemas);
    return Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([method]) => methods.includes(method))
        .map(([method, operation]) => ({
          route: `${method.toUpperCase()} ${path}`,
          family: familyOf(file),
          generation,
          operation,
          resolve,
        })),
    );
  });
};

/**
 * Every endpoint of a folder of documents (`classic`, `v3`, `common`), once: as the classic document has it, else as v3.
 */
export const readDocuments = (folder: string): Documented[] => {
  const all = (['classic', 'v3'] as const).flatMap((one) => readGeneration(folder, one));
  const byRoute = new Map<string, Documented>();
  for (const one of all) {
    const known = byRoute.get(one.route);
    if (!known) byRoute.set(one.route, one);
    else if (known.generation !== one.generation) known.twin = one;
  }
  return [...byRoute.values()];
};

/** A schema without references, `allOf` put together; of several possible shapes the members of all. */
export const flatten = (
  schema: Schema | undefined,
  resolve: Documented['resolve'],
  seen: readonly string[] = [],
): { schema: Schema; seen: readonly string[] } => {
  if (!schema) return { schema: {}, seen };
  if (schema.$ref) {
    if (seen.includes(schema.$ref)) return { schema: { type: 'object' }, seen };
    const { $ref, ...rest } = schema;
    return flatten({ ...resolve($ref), ...rest }, resolve, [...seen, $ref]);
  }
  const { allOf, oneOf, anyOf, ...own } = schema;
  const parts = [...(allOf ?? []), ...(oneOf ?? anyOf ?? [])].map((one) =>
    flatten(one, resolve, seen),
  );
  if (parts.length === 0) return { schema, seen };
  const [first] = parts;
  const objects = parts.filter((part) => part.schema.properties);
  if (objects.length === 0) return { schema: { ...first?.schema, ...own }, seen };
  const isChoice = (oneOf ?? anyOf) !== undefined;
  const required = [own, ...(isChoice ? [] : objects.map((part) => part.schema))].flatMap((one) =>
    Array.isArray(one.required) ? (one.required as unknown[]) : [],
  );
  const properties: JsonObject = {};
  for (const part of [...objects.map((one) => one.schema), own])
    for (const [name, value] of Object.entries(part.properties ?? {})) properties[name] ??= value;
  return {
    schema: {
      ...first?.schema,
      ...own,
      type: 'object',
      properties: properties as Record<string, Schema>,
      required,
    },
    seen: [...new Set(parts.flatMap((part) => part.seen))],
  };
};
