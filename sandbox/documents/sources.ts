/** HighLevel's OpenAPI documents as they lie in a folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Json = Record<string, unknown>;
type Parameter = { name: string; in: string; required?: boolean; schema?: Json };
type Content = Record<string, { schema?: Json }>;
export type Operation = {
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
  security?: Record<string, string[]>[];
};
export type Source = {
  paths: Record<string, Record<string, Operation>>;
  schemas: Record<string, Json>;
};

const read = (file: string): Json => JSON.parse(readFileSync(file, 'utf8')) as Json;

const schemasIn = ({ components }: Json): Record<string, Json> =>
  ((components as Json | undefined)?.schemas as Record<string, Json> | undefined) ?? {};

/** The documents of a generation. v3 points to a folder for common schemas that has none; their names are enough. */
export const sourcesOf = (folder: string, generation: 'classic' | 'v3'): Source[] => {
  const common = [join(folder, generation, 'common'), join(folder, 'common')]
    .map((one) => join(one, 'common-schemas.json'))
    .find(existsSync);
  const shared = common ? schemasIn(read(common)) : {};
  return readdirSync(join(folder, generation))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const document = read(join(folder, generation, name));
      const paths = document.paths as Source['paths'];
      return { paths, schemas: { ...shared, ...schemasIn(document) } };
    });
};
