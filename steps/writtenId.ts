import { HighLevelError } from '../lib/api/errors.ts';
import { idOf, isBlank, type JsonObject } from '../lib/values.ts';

/** The id of what a step has just written, for the rest of the step. Throws if HighLevel did not say it. */
export const writtenId = (record: JsonObject): unknown => {
  const id = idOf(record);
  if (!isBlank(id)) return id;
  throw new HighLevelError(
    'partly',
    'HighLevel saved this but did not return its ID, so the rest of this step was not done. Check in HighLevel what is missing before you replay this run, so that nothing happens twice.',
  );
};
