import { type Bundle, errors } from 'zapier-platform-core';
import { halted } from '../lib/halted.ts';
import { type Raw, type RecordType, record } from '../lib/record.ts';
import { codeOf } from '../middleware.ts';

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
  }),
);

/** The transcription of a call: one text, and its sentences as line items (reality d.7: the answer is an array). */
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

const isSentence = (one: unknown): one is Raw =>
  typeof one === 'object' && one !== null && 'transcript' in one;

/**
 * The sentences of an answer in order, be they in a wrapper, each with the same keys; live ones have a speaker and no
 * confidence. Throws where there are none: a text of nothing is no transcription.
 */
export const sentencesOf = (answer: unknown): Raw[] => {
  const found = [answer, ...Object.values(Object(answer))].flat().filter(isSentence);
  if (found.length === 0) throw new errors.Error(noTranscription, 'not_found', 404);
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

/** What to tell of a file by its headers: name, type and, where HighLevel says it, size. */
export const fileFacts = (header: (name: string) => string | undefined) => ({
  fileName: /filename="?([^";]+)/i.exec(header('content-disposition') ?? '')?.[1]?.trim() ?? null,
  contentType: header('content-type')?.split(';')[0]?.trim() ?? null,
  size: header('content-length') ? Number(header('content-length')) : null,
});

/** Said where a call was not recorded. */
export const noRecording =
  'This call has no recording, or not yet. HighLevel records a call only where recording is switched on for the phone number, and has the file some minutes after the call.';

/** Said where a call was not transcribed. */
export const noTranscription =
  'This call has no transcription, or not yet. HighLevel transcribes a call only if it was recorded and transcription is switched on for the sub-account, some minutes after the call.';

const isMissing = (error: unknown): boolean =>
  codeOf(error) === 'not_found' ||
  (codeOf(error) === 'invalid' && /recording|transcript/i.test(String(error)));

/**
 * What `load` gives, or the sentence where HighLevel has nothing: it answers 400 then (reality d.7,
 * CONVERSATIONS_MSG_RECORDING_NOT_FOUND). Switching a Zap on works before there is anything.
 */
export const whenThere = async <T>(
  bundle: Bundle,
  sentence: string,
  load: () => Promise<T[]>,
): Promise<T[]> => {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error)) throw error;
    if (bundle.meta.isPopulatingDedupe) return [];
    throw halted(sentence);
  }
};
