/** Answers with a good status that are no success: they refuse, or say nothing. */
import type { JsonObject } from '../values.ts';

interface Answer {
  method: string;
  reads: boolean;
  content: string;
  /** The parsed body; undefined if it is not JSON. */
  data: unknown;
  /** The members of the body, as far as it is an object. */
  body: JsonObject;
}

/** What an answer consists of that tells of an error and of nothing else. */
const errorKeys = new Set(
  'error errors error_description message statusCode status code name type path timestamp traceId'.split(
    ' ',
  ),
);

/**
 * Whether an answer with a good status says that it was not done (api#refusal-with-a-good-status). `deleted` tells so of a delete only
 * (associations.json, DeleteAssociationsResponseDTO); elsewhere it is a member of the record.
 */
export const isRefusal = ({ body, method }: Pick<Answer, 'body' | 'method'>): boolean => {
  const { success, succeded, succeeded, deleted, error, errors } = body;
  const flags = [success, succeded, succeeded, ...(method === 'DELETE' ? [deleted] : [])];
  if (flags.some((flag) => String(flag) === 'false')) return true;
  const isError = [error, errors].flat().some(Boolean);
  return isError && Object.keys(body).every((key) => errorKeys.has(key));
};

/** Whether a body holds no record: nothing, `null`, `true`, `[]`, `{}`. */
const isNothing = ({ data, content }: Pick<Answer, 'data' | 'content'>): boolean =>
  content.trim() === '' ||
  (data !== undefined &&
    (Object(data) !== data || Object.keys(data as object).every((key) => key === 'traceId')));

/** Empty where more was due: of a read the text itself, of a write a record; a delete may answer nothing. */
export const isTooEmpty = (answer: Answer): boolean =>
  answer.reads ? answer.content.trim() === '' : answer.method !== 'DELETE' && isNothing(answer);
