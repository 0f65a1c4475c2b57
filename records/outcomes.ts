import { titleOf } from '../lib/outputFields.ts';
import { record } from '../lib/record.ts';
import type { JsonObject } from '../lib/values.ts';

// An answer that says that it was not done is an error before it comes here, however it says so (lib/api/explain.ts).
const only = (answer: JsonObject, names: object): JsonObject =>
  Object.fromEntries(Object.keys(names).map((name) => [name, answer[name] ?? null]));

/**
 * What a delete gives: `{ id, deleted: true }`.
 * @param idField the input that holds the id of what was deleted
 * @param said what else HighLevel says, with an example each
 */
export const deleted = (noun: string, idField: string, said: JsonObject = {}) =>
  record({
    noun,
    sample: { id: 'ocQHyuzHvysMo5N5VsXc', deleted: true, ...said },
    labels: {
      deleted: `${titleOf(noun)} Was Deleted`,
      ...('locationId' in said ? { locationId: 'Sub-Account ID' } : {}),
    },
    complete: ([answer = {}], { input }) => [
      { ...only(answer, said), id: input[idField], deleted: true },
    ],
  });

/**
 * What an action gives if the answer only says that it was done: the ids of the request, and `succeeded: true`.
 * @param ids names of the inputs to repeat, with an example each
 * @param said what else HighLevel says, with an example each
 */
export const done = (noun: string, ids: Record<string, string>, said: JsonObject = {}) =>
  record({
    noun,
    sample: { ...ids, succeeded: true, ...said },
    complete: ([answer = {}], { input }) => [
      { ...only(answer, said), ...only(input, ids), succeeded: true },
    ],
  });
