import { storeRecording } from './records/recordings.ts';
import { storeTranscription } from './records/transcriptions.ts';

/** Files that a later step fetches when it needs them. */
export const hydrators = {
  messageRecording: storeRecording,
  messageTranscription: storeTranscription,
};
