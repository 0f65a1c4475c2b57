import { HighLevelError } from '../lib/api/errors.ts';
import { networkError } from '../lib/api/thrown.ts';
import { openFile } from '../lib/api/transport.ts';
import { record } from '../lib/record.ts';
import { inTime } from '../lib/run.ts';
import { isObject, type JsonObject } from '../lib/values.ts';
import { addFile, describeFile, markFile, readIfThere, storeFile } from './files.ts';

/** The transcription of a call, a text file (conversations.json, download-message-transcription). */
export const transcriptionFileRoute =
  'GET /conversations/locations/{locationId}/messages/{messageId}/transcription/download';

/** The transcription of a call in sentences (conversations.json, get-message-transcription). */
export const transcriptionRoute =
  'GET /conversations/locations/{locationId}/messages/{messageId}/transcription';

/** Fetches the transcription when a later step needs it. */
export const storeTranscription = storeFile(transcriptionFileRoute);

const text =
  'This call may be recorded for quality assurance purposes.\nGood morning, I would like to move my appointment.';

/** The transcription of a call as a file, and its text (conversations.json, download-message-transcription). */
export const transcriptionFile = markFile(
  record({
    noun: 'transcription',
    sample: {
      id: 't22c6DQcTDf3MjRhwf77',
      file: 'https://files.example.com/transcription.txt',
      fileName: 'transcription.txt',
      contentType: 'text/plain',
      text,
    },
    labels: { id: 'Message ID' },
    complete: addFile(storeTranscription),
  }),
);

/** The transcription of a call: one text, and its sentences as line items (the answer is an array, api#transcriptions). */
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
    id: 'Message ID',
    'sentences[]sentenceIndex': 'Sentence Numbers',
    'sentences[]speaker': 'Sentence Speakers',
    'sentences[]mediaChannel': 'Sentence Channels',
    'sentences[]startTime': 'Sentence Starts (Milliseconds)',
    'sentences[]endTime': 'Sentence Ends (Milliseconds)',
    'sentences[]transcript': 'Sentences',
    'sentences[]confidence': 'Sentence Confidences',
  },
});

const noTranscription =
  'This call has no transcription, at least not yet. HighLevel transcribes a call only if it was recorded and transcription is on for the sub-account. The transcription is ready a few minutes after the call.';

const isSentence = (value: unknown): value is JsonObject =>
  isObject(value) && 'transcript' in value;

/**
 * The sentences of an answer in order, even in a wrapper, each with the same keys; live ones have a speaker and no
 * confidence. Throws if there are none: an empty text is not a transcription.
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
      throw networkError(error);
    });
    return { ...facts, text: content };
  }),
);
