import { HighLevelError } from '../lib/api/errors.ts';
import type { Step } from '../lib/operations.ts';
import type { Run } from '../lib/run.ts';
import { idOf, type JsonObject } from '../lib/values.ts';

/** The record as it was read. Throws if there is none: an update would lose what it cannot send again. */
const assertRead = (record: JsonObject | undefined): JsonObject => {
  if (record && (idOf(record) ?? undefined) !== undefined) return record;
  throw new HighLevelError(
    'unavailable',
    'HighLevel did not return the record to change, so nothing was changed. Check that it was not deleted, then replay this run.',
  );
};

interface Reading<Values> {
  /** Where the record is read. */
  routes: readonly string[];
  /** Reads it. */
  read: (run: Run, values: Values) => Promise<JsonObject | undefined>;
  /** Whether the update can do without it; then nothing is read. */
  isNeeded?: (values: Values) => boolean;
}

/**
 * Reads a record before its update and adds it to the values as `current`, so that the request can send again what
 * HighLevel would otherwise lose or refuse to do without.
 */
export const readCurrent = <Values>({
  routes,
  read,
  isNeeded = () => true,
}: Reading<Values>): Step<Values> => ({
  routes,
  before: async (run, values) =>
    isNeeded(values) ? { current: assertRead(await read(run, values)) } : undefined,
});
