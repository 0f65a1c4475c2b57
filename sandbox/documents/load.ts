import { readFileSync } from 'node:fs';
import type { DocumentedEndpoint } from './schema.ts';

/** HighLevel's documents as `npm run documents` has condensed them for the sandbox (condense.ts). */
export const documentedEndpoints: DocumentedEndpoint[] = JSON.parse(
  readFileSync(new URL('./documents.json', import.meta.url), 'utf8'),
);
