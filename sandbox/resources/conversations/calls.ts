import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { recordings, transcripts } from '../../seed/calls.ts';
import type { Location } from '../../state/state.ts';
import { messageOf, readingMessages } from './access.ts';

/** What a call without recording or transcription answers (the sentence as seen live, api#missing-recordings). */
const unrecorded = (message: string) =>
  fail(400, {
    statusCode: 400,
    message,
    error: 'Bad Request',
    canonicalCode: 'CONVERSATIONS_MSG_RECORDING_NOT_FOUND',
  });

const transcriptOf = (location: Location, messageId: string) => {
  const sentences = transcripts(location).get(messageOf(location, messageId).id);
  if (!sentences) throw unrecorded('Transcription does not exist');
  return sentences;
};

const clock = (milliseconds: number) => new Date(milliseconds).toISOString().slice(14, 19);

export const conversationCalls = [
  endpoint(
    'GET /conversations/messages/{messageId}/locations/{locationId}/recording',
    readingMessages,
    ({ path, location }) => {
      const recording = recordings(location).get(messageOf(location, path.messageId).id);
      if (!recording) throw unrecorded('Recording does not exist');
      return new Response(new Uint8Array(recording), {
        headers: {
          'content-type': 'audio/x-wav',
          'content-disposition': 'Attachment; filename=audio.wav',
          'content-length': String(recording.length),
        },
      });
    },
  ),

  /** An array, though the document says one object (api#transcriptions). */
  endpoint(
    'GET /conversations/locations/{locationId}/messages/{messageId}/transcription',
    readingMessages,
    ({ path, location }) => transcriptOf(location, path.messageId),
  ),

  endpoint(
    'GET /conversations/locations/{locationId}/messages/{messageId}/transcription/download',
    readingMessages,
    ({ path, location }) => {
      const lines = transcriptOf(location, path.messageId).map(
        ({ startTime, speaker, transcript }) =>
          `${clock(startTime)} Speaker ${speaker}: ${transcript}`,
      );
      return new Response(lines.join('\n'), {
        headers: {
          'content-type': 'text/plain',
          'content-disposition': 'Attachment; filename="transcription.txt"',
        },
      });
    },
  ),
];
