import type { RawHttpResponse } from 'zapier-platform-core';
import { HighLevelError, kindOf } from '../lib/api/errors.ts';
import { networkError } from '../lib/api/thrown.ts';
import { openFile } from '../lib/api/transport.ts';
import { withRun } from '../lib/perform.ts';
import type { RecordType } from '../lib/record.ts';
import { inTime, type Run } from '../lib/run.ts';
import type { JsonObject } from '../lib/values.ts';

const store = (run: Run, route: string): Promise<string> =>
  inTime(run.deadline.timeLeft, async (signal) => {
    const { messageId, locationId } = run.bundle.inputData;
    const file = await openFile(run, route, { messageId, locationId }, signal);
    return new Promise<string>((resolve, reject) => {
      // core waits without end for a file that breaks off (zapier#stash).
      if ('once' in file.body) file.body.once('error', reject);
      Promise.resolve(run.z.stashFile(Promise.resolve(file))).then(resolve, reject);
    });
  });

/**
 * Stores a file with Zapier under the name and type that HighLevel gives it, when a later step needs it. `inputData`
 * holds the message and the sub-account, which on an agency connection decides whose token fetches the file.
 */
export const storeFile = (route: string) =>
  withRun((run) =>
    store(run, route).catch((error: unknown) => {
      throw networkError(error);
    }),
  );

type Stored = ReturnType<typeof storeFile>;

/** Marks `file` as a file for Zapier, though its value is a text until a later step fetches it. */
export const markFile = (type: RecordType): RecordType => {
  const mark = (fields: RecordType['outputFields']): RecordType['outputFields'] =>
    fields.map((field) =>
      typeof field === 'object' && field.key === 'file' ? { ...field, type: 'file' } : field,
    );
  const { sample, outputFields } = type.trigger;
  return {
    ...type,
    outputFields: mark(type.outputFields),
    trigger: { sample, outputFields: mark(outputFields) },
  };
};

/** Adds the file itself, which a later step fetches. */
export const addFile =
  (stored: Stored): NonNullable<RecordType['complete']> =>
  (records, { run, input }) =>
    records.map((one) => ({ ...one, file: run.z.dehydrateFile(stored, input) }));

/** What the headers say of a file: name, type and, if HighLevel gives it, size. */
export const describeFile = (file: RawHttpResponse) => {
  const header = (name: string) => file.getHeader(name) ?? '';
  return {
    fileName: /filename="?([^";]+)/i.exec(header('content-disposition'))?.[1]?.trim() ?? null,
    contentType: header('content-type').split(';')[0]?.trim() || null,
    size: header('content-length') ? Number(header('content-length')) : null,
  };
};

const isMissing = (error: unknown): boolean =>
  kindOf(error) === 'not_found' ||
  (kindOf(error) === 'invalid' && /recording|transcript/i.test(String(error)));

/**
 * What `read` gives for a call. Throws the sentence if HighLevel has nothing, which it answers with 400
 * (api#missing-recordings, CONVERSATIONS_MSG_RECORDING_NOT_FOUND). A Zap can be turned on before there is anything.
 */
export const readIfThere =
  (sentence: string, read: (run: Run, input: JsonObject) => Promise<JsonObject>) =>
  async (run: Run, input: JsonObject): Promise<unknown> => {
    try {
      return { id: input.messageId, ...(await read(run, input)) };
    } catch (error) {
      if (!isMissing(error)) throw error;
      if (run.bundle.meta.isPopulatingDedupe) return [];
      // Final: it halts a trigger softly. A search takes it for “none”.
      throw new HighLevelError('not_found', sentence, { status: 404, isFinal: true });
    }
  };
