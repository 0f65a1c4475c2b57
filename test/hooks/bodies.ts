import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { JsonObject } from '../../lib/values.ts';

const folder = join(import.meta.dirname, 'bodies');

/**
 * What HighLevel posts, with invented people. Bodies were captured by others, but for those whose name ends in COMPOSED
 * (put together from captures), DOC, or DOCONLY (known from documents alone): what they prove is not proven.
 */
export const bodies: Record<string, JsonObject> = Object.fromEntries(
  readdirSync(folder).map((file) => [
    basename(file, '.json'),
    JSON.parse(readFileSync(join(folder, file), 'utf8')),
  ]),
);

/** A body by its name. */
export const bodyOf = (name: string): JsonObject => {
  const body = bodies[name];
  if (!body) throw new Error(`There is no body ${name}.`);
  return body;
};

/** Whether nobody has seen the body as it is. */
export const isUnproven = (name: string): boolean => /-(COMPOSED|DOC|DOCONLY)$/.test(name);
