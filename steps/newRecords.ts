import { rememberNew } from '../lib/newRecords.ts';
import type { Step } from '../lib/operations.ts';
import { idOf, isBlank, type JsonObject } from '../lib/values.ts';

/** Remembers the record that was made, so that a search finds it at once. @param kindOf its kind */
export const findableAtOnce = <Values extends JsonObject>(
  kindOf: (values: Values) => string,
): Step<Values> => ({
  after: async (run, record, values) => {
    if (!isBlank(idOf(record))) await rememberNew(run.cache, kindOf(values), idOf(record));
    return record;
  },
});
