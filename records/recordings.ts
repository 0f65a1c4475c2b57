import type { RawHttpResponse } from 'zapier-platform-core';
import { HighLevelError, kindOf, retryAdvice } from '../lib/api/errors.ts';
import { networkError } from '../lib/api/thrown.ts';
import { openFile } from '../lib/api/transport.ts';
import { type RecordType, record } from '../lib/record.ts';
import { inTime, type Run } from '../lib/run.ts';
import { isObject, type JsonObject } from '../lib/values.ts';
import { refuse } from '../lib/zapier.ts';
import { storeFile } from './files.ts';

/** `file` is a file to Zapier, though its value is a text until a later step fetches it. */
const withFile = (type: RecordType): RecordType => {
  const marked = (fields: RecordType['outputFields']): RecordType['outputFields'] =>
    fields.map((field) =>
      typeof field === 'object' && field.key === 'file' ? { ...field, type: 'file' } : field,
    );
  const { sample, outputFields } = type.trigger;
  return {
    ...type,
    outputFields: marked(type.outputFields),
    trigger: { sample, outputFields: marked(outputFields) },
  };
};

const labels = { id: 'Message ID', size: 'Size (Bytes)' };

/** The recording of a call, a WAV file (conversations.json, get-message-recording). */
export const recordingRoute =
  'GET /conversations/messages/{messageId}/locations/{locationId}/recording';

/** The transcription of a call, a text file (conversations.json, download-message-transcription). */
export const transcriptionFileRoute =
  'GET /conversations/locations/{locationId}/messages/{messageId}/transcription/download';

/** The transcription of a call in sentences (conversations.json, get-message-transcription). */
export const transcriptionRoute =
  'GET /conversations/locations/{locationId}/messages/{messageId}/transcription';

/** Fetches the recording when a later step needs it. */
export const storeRecording = storeFile(recordingRoute);

/** Fetches the transcription when a later step needs it. */
export const storeTranscription = storeFile(transcriptionFileRoute);

/** Adds the file itself, which a later step fetches. */
const withStoredFile =
  (store: typeof storeRecording): NonNullable<RecordType['complete']> =>
  (records, { run, input }) =>
    records.map((one) => ({ ...one, file: run.z.dehydrateFile(store, input) }));

/** The recording of a call as a file (conversations.json, get-message-recording). */
export const recording = withFile(
  record({
    noun: 'recording',
    sample: {
      id: 't22c6DQcTDf3MjRhwf77',
      file: 'https://files.example.com/audio.wav',
      fileName: 'audio.wav',
      contentType: 'audio/x-wav',
      size: 584_044,
    },
    labels,
    complete: withStoredFile(storeRecording),
  }),
);

const text =
  'This call may be recorded for quality assurance purposes.\nGood morning, I would like to move my appointment.';

/** The transcription of a call as a file, and its text (conversations.json, download-message-transcription). */
export const transcriptionFile = withFile(
  record({
    noun: 'transcription',
    sample: {
      id: 't22c6DQcTDf3MjRhwf77',
      file: 'https://files.example.com/transcription.txt',
      fileName: 'transcription.txt',
      contentType: 'text/plain',
      text,
    },
    labels,
    complete: withStoredFile(storeTranscription),
  }),
);

/**
 * The transcription of a call: one text, and its sentences as line items (the answer is an array, api#transcriptions).
 */
export const transcription = record({
  noun: 'transcription',
  sample: {
    id: 't22c6DQcTDf3MjRhwf77',
    text,
    sentences: [
      {
        sentenceIndex: 0,
        speaker: 0,
        mediaChannel: 1,
        startTime: 0,
        endTime: 3_200,
        transcript: 'This call may be recorded for quality assurance purposes.',
        confidence: 0.93,
      },
    ],
  },
  labels: {
    ...labels,
    'sentences[]sentenceIndex': 'Sentence Numbers',
    'sentences[]speaker': 'Sentence Speakers',
    'sentences[]mediaChannel': 'Sentence Channels',
    'sentences[]startTime': 'Sentence Starts (Milliseconds)',
    'sentences[]endTime': 'Sentence Ends (Milliseconds)',
    'sentences[]transcript': 'Sentences',
    'sentences[]confidence': 'Sentence Confidences',
  },
});

const isSentence = (value: unknown): value is JsonObject =>
  isObject(value) && 'transcript' in value;

const noRecording =
  'This call has no recording, or not yet. HighLevel records a call only where recording is switched on for the phone number, and has the file some minutes after the call.';

const noTranscription =
  'This call has no transcription, or not yet. HighLevel transcribes a call only if it was recorded and transcription is switched on for the sub-account, some minutes after the call.';

/**
 * The sentences of an answer in order, even in a wrapper, each with the same keys; live ones have a speaker and no
 * confidence. Throws if there are none: a text of nothing is no transcription.
 */
const sentencesIn = (answer: unknown): JsonObject[] => {
  const found = [answer, ...Object.values(Object(answer))].flat().filter(isSentence);
  if (found.length === 0) throw new HighLevelError('not_found', noTranscription, { status: 404 });
  return [...new Set(found)]
    .map(
      ({ sentenceIndex, speaker, mediaChannel, startTime, endTime, transcript, confidence }) => ({
        sentenceIndex,
        speaker: speaker ?? null,
        mediaChannel,
        startTime,
        endTime,
        transcript,
        confidence: confidence ?? null,
      }),
    )
    .sort((a, b) => Number(a.sentenceIndex) - Number(b.sentenceIndex));
};

/** What to tell of a file by its headers: name, type and, if HighLevel says it, size. */
const describeFile = (file: RawHttpResponse) => {
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
 * What `read` gives, or the sentence if HighLevel has nothing: it answers 400 then (api#missing-recordings,
 * CONVERSATIONS_MSG_RECORDING_NOT_FOUND). A Zap can be turned on before there is anything.
 */
const readIfThere =
  (sentence: string, read: (run: Run, input: JsonObject) => Promise<JsonObject>) =>
  async (run: Run, input: JsonObject): Promise<unknown> => {
    try {
      return { id: input.messageId, ...(await read(run, input)) };
    } catch (error) {
      if (!isMissing(error)) throw error;
      return run.bundle.meta.isPopulatingDedupe ? [] : refuse(sentence);
    }
  };

/** What the headers say of a recording; its body stays unread. */
export const readRecording = readIfThere(noRecording, async (run, input) => {
  const file = await openFile(run, recordingRoute, input);
  if ('destroy' in file.body && typeof file.body.destroy === 'function') file.body.destroy();
  return describeFile(file);
});

/** The text of a transcription and its sentences. */
export const readTranscription = readIfThere(noTranscription, async (run, input) => {
  const sentences = sentencesIn(await run.call(transcriptionRoute, input));
  return { text: sentences.map(({ transcript }) => transcript).join('\n'), sentences };
});

/** What the headers say of a transcription’s file, and its text, which is short. */
export const readTranscriptionFile = readIfThere(noTranscription, (run, input) =>
  inTime(run.deadline.timeLeft, async (signal) => {
    const file = await openFile(run, transcriptionFileRoute, input, signal);
    const { size: _, ...facts } = describeFile(file);
    const content = await file.text().catch((error: unknown) => {
      throw networkError(error, retryAdvice(run));
    });
    return { ...facts, text: content };
  }),
);
