/** HighLevel's documents as judges: what a request must look like by the schema of its own endpoint. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

export const folder = '../shared/highlevel-documents';
export const isThere = existsSync(folder);

interface Described {
  requestBody?: { content: Record<string, object> };
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}

interface Document {
  paths: Record<string, Record<string, Described>>;
}

const base = 'https://documents.example/';
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  validateFormats: false,
  // Each validator judges one body: to make it faster takes longer than that.
  code: { optimize: false },
});
addFormats.default(ajv);

/** Where the body of each route is described: `https://…/classic/invoices.json#/paths/…`. */
const places = new Map<string, string>();

/** Where the answer of each route is described. */
const answerPlaces = new Map<string, string>();

const pointer = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/**
 * “Nullable” says nothing where no type is named, and the validator refuses it. An object whose example is a text, and
 * that has no members, is one: social posts have a `type` of that kind, contacts their date of birth.
 */
const withType = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { nullable: _, ...rest } = value as Record<string, unknown>;
  const { type, properties, example } = rest;
  const isText = type === 'object' && !properties && typeof example === 'string';
  if (isText && !/^[[{]/.test(example)) return { ...rest, type: 'string' };
  return 'type' in value ? value : rest;
};

const add = (generation: string): void => {
  for (const file of readdirSync(`${folder}/${generation}`).filter((name) =>
    name.endsWith('.json'),
  )) {
    const document = JSON.parse(
      readFileSync(`${folder}/${generation}/${file}`, 'utf8'),
      withType,
    ) as Document;
    const id = `${base}${generation}/${file}`;
    ajv.addSchema({ $id: id, ...document } as object, id);
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const [method, { requestBody, responses }] of Object.entries(operations)) {
        const route = `${method.toUpperCase()} ${path}`;
        const note = (known: Map<string, string>, at: string[], content: object = {}) => {
          const [type] = Object.keys(content);
          if (!type || known.has(route)) return;
          const parts = ['paths', path, method, ...at, 'content', type, 'schema'];
          known.set(route, `${id}#/${parts.map(pointer).join('/')}`);
        };
        note(places, ['requestBody'], requestBody?.content);
        const status = Object.keys(responses ?? {}).find((one) => one < '300') ?? '';
        note(answerPlaces, ['responses', status], responses?.[status]?.content);
      }
    }
  }
};

if (isThere) {
  const common = JSON.parse(readFileSync(`${folder}/common/common-schemas.json`, 'utf8'));
  // v3 points to a folder of its own and to that of the classic documents.
  for (const place of ['common', 'v3/common', 'classic/common', 'apps/common'])
    ajv.addSchema({ ...common }, `${base}${place}/common-schemas.json`);
  add('classic');
  add('v3');
}

const faultsBy = (place: string | undefined, body: unknown): string[] => {
  if (!place) return [];
  const validate = ajv.getSchema(place) ?? ajv.compile({ $ref: place });
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

/** What the documents have against a body; nothing if they describe none. */
export const faultsOf = (route: string, body: unknown): string[] =>
  faultsBy(places.get(route), body);

/** What the documents have against the answer of a request that went well; nothing if they describe none. */
export const answerFaultsOf = (route: string, answer: unknown): string[] =>
  faultsBy(answerPlaces.get(route), answer);
