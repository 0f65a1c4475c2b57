import { valuesOf } from '../lib/api/endpoints.ts';
import { HighLevelError } from '../lib/api/errors.ts';
import type { Step } from '../lib/operations.ts';
import { parseRecords, type RecordType } from '../lib/record.ts';
import { asObject, idOf, type JsonObject } from '../lib/values.ts';

/** The record as it was read. Throws if there is none: an update would lose what it cannot send again. */
const assertRead = (record: JsonObject | undefined): JsonObject => {
  if (record && (idOf(record) ?? undefined) !== undefined) return record;
  throw new HighLevelError(
    'unavailable',
    'HighLevel did not return the record to change, so nothing was changed. Check that it was not deleted, then replay this run.',
  );
};

interface Reading<Values> {
  /** Whether the update needs the record; else nothing is read. */
  isNeeded?: (values: Values) => boolean;
}

/**
 * Reads a record before its update and adds it to the values as `current`, so that the request can send again what
 * HighLevel would otherwise lose or refuse to do without.
 * @param route where it is read by the values that it names: `'GET /calendars/groups?locationId={locationId}'`
 */
export const readCurrent = <Values extends JsonObject>(
  route: string,
  record: RecordType,
  { isNeeded = () => true }: Reading<Values> = {},
): Step<Values> => ({
  routes: [route],
  before: async (run, values) => {
    if (!isNeeded(values)) return undefined;
    const input = valuesOf(route, values);
    const [found] = parseRecords(await run.call(route, input), record, { run, input, values });
    return { current: assertRead(found) };
  },
});

/**
 * Reads a record before its update and sends again those of its values that HighLevel wants but nobody has filled in.
 * @param names of those values
 */
export const keepCurrent = <Values extends JsonObject>(
  names: string[],
  ...reading: Parameters<typeof readCurrent<Values>>
): Step<Values> => {
  const { before, ...step } = readCurrent(...reading);
  return {
    ...step,
    before: async (run, values) => {
      const { current } = (await before?.(run, values)) ?? {};
      return Object.fromEntries(
        names.map((name) => [name, values[name] ?? asObject(current)[name]]),
      );
    },
  };
};
