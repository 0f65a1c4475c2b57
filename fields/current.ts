import type { BasicCreateOperation, Bundle, ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationOf } from '../lib/connection.ts';
import { calls, routesOf } from '../lib/operation.ts';
import type { Raw } from '../lib/record.ts';
import { call } from '../lib/request.ts';

/** The record as it is before an update; `knowingCurrent` fills it in. */
export const current = zod
  .record(zod.string(), zod.unknown())
  .meta({ label: 'Current Record', hidden: true })
  .optional();

/**
 * Reads a record before its update and hands it over as `current`, so that the schema's transform can send again
 * what HighLevel would lose.
 * @param route what to read, by the ids of the form
 * @param find the record in the answer
 */
export const knowingCurrent = (
  operation: BasicCreateOperation,
  route: string,
  find: (answer: Raw, inputData: Raw) => Raw | undefined,
): BasicCreateOperation => {
  const perform = operation.perform as (z: ZObject, bundle: Bundle) => Promise<Raw>;
  return {
    ...operation,
    perform: calls([...routesOf(operation), route], async (z: ZObject, bundle: Bundle) => {
      const { inputData } = bundle;
      const { calendarId } = inputData;
      const query = route.includes('{calendarId}')
        ? { calendarId }
        : { locationId: locationOf(bundle) };
      const answer = await call({ z, bundle, labels: { calendarId: 'Calendar' } }, route, query);
      return perform(z, { ...bundle, inputData: { ...inputData, current: find(answer as Raw, inputData) } });
    }),
  };
};
