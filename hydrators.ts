import { storeRecording, storeTranscription } from './records/recordings.ts';

/** Files that a later step fetches when it needs them. */
export const hydrators = {
  messageRecording: storeRecording,
  messageTranscription: storeTranscription,
};
