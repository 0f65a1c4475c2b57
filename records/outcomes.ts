import { type Raw, record, titleOf } from '../lib/record.ts';

/**
 * What a delete gives: `{ id, deleted: true }` and what HighLevel says.
 * @param idField the input that holds the id of what was deleted
 */
export const deleted = (noun: string, idField: string) =>
  record({
    noun,
    sample: { id: 'ocQHyuzHvysMo5N5VsXc', deleted: true },
    labels: { deleted: `${titleOf(noun)} Was Deleted` },
    complete: ([answer = {}], { input }) => [{ ...answer, id: input[idField], deleted: true }],
  });

/**
 * What an action gives whose answer only says that it was done: the ids it was asked for, and `succeeded: true`.
 * @param ids names of the inputs to repeat, with an example each
 */
export const done = (noun: string, ids: Record<string, string>) =>
  record({
    noun,
    sample: { ...ids, succeeded: true },
    complete: ([answer = {}], { input }) => {
      const { succeded: _, ...rest } = answer as Raw;
      return [
        {
          ...rest,
          ...Object.fromEntries(Object.keys(ids).map((key) => [key, input[key]])),
          succeeded: true,
        },
      ];
    },
  });
