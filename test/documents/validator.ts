/** HighLevel's documents as judges: what a request must look like by the schema of its own endpoint. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

export const folder = '../shared/highlevel-documents';
export const isThere = existsSync(folder);

interface Document {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, object> } }>>;
}

const base = 'https://documents.example/';
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
addFormats.default(ajv);

/** Where the body of each route is described: `https://…/classic/invoices.json#/paths/…`. */
const places = new Map<string, string>();

const pointer = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

const add = (generation: string): void => {
  for (const file of readdirSync(`${folder}/${generation}`).filter((name) =>
    name.endsWith('.json'),
  )) {
    const document = JSON.parse(
      readFileSync(`${folder}/${generation}/${file}`, 'utf8'),
    ) as Document;
    const id = `${base}${generation}/${file}`;
    ajv.addSchema({ $id: id, ...document } as object, id);
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const [method, { requestBody }] of Object.entries(operations)) {
        const [type] = Object.keys(requestBody?.content ?? {});
        const route = `${method.toUpperCase()} ${path}`;
        if (!type || places.has(route)) continue;
        const parts = ['paths', path, method, 'requestBody', 'content', type, 'schema'];
        places.set(route, `${id}#/${parts.map(pointer).join('/')}`);
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

/** What the documents have against a body; nothing if they describe none. */
export const faultsOf = (route: string, body: unknown): string[] => {
  const place = places.get(route);
  if (!place) return [];
  const validate = ajv.getSchema(place) ?? ajv.compile({ $ref: place });
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};
