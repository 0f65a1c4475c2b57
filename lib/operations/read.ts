import { recordsIn, unreadable } from '../api/answers.ts';
import { retryAdvice } from '../api/errors.ts';
import { type Context, finishRecords, type RecordType } from '../record.ts';
import type { JsonObject } from '../values.ts';

/** The records of an answer, however it holds them. */
export const parseRecords = (answer: unknown, type: RecordType, context: Context): JsonObject[] =>
  type.parse ? type.parse(answer, context) : recordsIn(answer, type, retryAdvice(context.run));

/** What was read, completed. Throws if the one record has no id though its kind has: it is something else. */
export const finishRead = async (
  records: JsonObject[],
  type: RecordType,
  context: Context,
): Promise<JsonObject[]> => {
  const finished = await finishRecords(records, type, context);
  const hasId = type.many.length === 0 && 'id' in type.sample;
  if (hasId && finished.some(({ id }) => (id ?? '') === ''))
    throw unreadable(type.noun, retryAdvice(context.run));
  return finished;
};
