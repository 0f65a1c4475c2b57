import type { JsonObject } from '../values.ts';
import { answerSize } from './limits.ts';
import { sizeOf } from './pages.ts';

/**
 * The records of a seeding poll, in as many bytes as Zapier takes (zapier#run-limits): it only keeps their keys
 * (zapier#first-poll), so what is too much comes with nothing else.
 */
export const slimSeed = (records: JsonObject[]): JsonObject[] => {
  let bytes = 0;
  return records.map((record) => {
    bytes += sizeOf(record);
    return bytes < answerSize / 2 ? record : { id: record.id, revision: record.revision };
  });
};
