import { openFile } from '../lib/api/transport.ts';
import { record } from '../lib/record.ts';
import { addFile, describeFile, markFile, readIfThere, storeFile } from './files.ts';

/** The recording of a call, a WAV file (conversations.json, get-message-recording). */
export const recordingRoute =
  'GET /conversations/messages/{messageId}/locations/{locationId}/recording';

/** Fetches the recording when a later step needs it. */
export const storeRecording = storeFile(recordingRoute);

/** The recording of a call as a file (conversations.json, get-message-recording). */
export const recording = markFile(
  record({
    noun: 'recording',
    sample: {
      id: 't22c6DQcTDf3MjRhwf77',
      file: 'https://files.example.com/audio.wav',
      fileName: 'audio.wav',
      contentType: 'audio/x-wav',
      size: 584_044,
    },
    labels: { id: 'Message ID', size: 'Size (Bytes)' },
    complete: addFile(storeRecording),
  }),
);

const noRecording =
  'This call has no recording, at least not yet. HighLevel records calls only if recording is on for the phone number, and the file is ready a few minutes after the call.';

/** What the headers say of a recording; its body stays unread. */
export const readRecording = readIfThere(noRecording, async (run, input) => {
  const file = await openFile(run, recordingRoute, input);
  if ('destroy' in file.body && typeof file.body.destroy === 'function') file.body.destroy();
  return describeFile(file);
});
