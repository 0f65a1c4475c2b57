import { perPlace } from '../state/collection.ts';
import type { Location } from '../state/state.ts';
import { messages } from './messages.ts';

/** A sentence of a transcription (conversations.json), with its speaker. */
type Sentence = {
  mediaChannel: number;
  speaker: number;
  sentenceIndex: number;
  startTime: number;
  endTime: number;
  transcript: string;
  confidence: number;
};

/** A real sound file: a tone of so many milliseconds (RIFF WAVE, 8 kHz, 8 bit, mono). */
export function tone(milliseconds: number): Buffer {
  const samples = milliseconds * 8;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20); // PCM
  head.writeUInt16LE(1, 22); // mono
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples, 40);
  const wave = Array.from({ length: samples }, (_, i) => 128 + Math.round(100 * Math.sin(i / 3)));
  return Buffer.concat([head, Buffer.from(wave)]);
}

const answered = (location: Location): string[] =>
  [...messages(location).values()]
    .filter(({ meta }) => (meta.call as { status?: string } | undefined)?.status === 'completed')
    .map(({ id }) => id);

/** The recordings by message; an unanswered call has none. */
export const recordings = perPlace((location: Location) => {
  const seeded = tone(100);
  return new Map(answered(location).map((id) => [id, seeded]));
});

const SAID = [
  'This call may be recorded for quality assurance purposes.',
  'Good morning, I would like to move my appointment.',
  'Of course. Does Thursday at ten suit you?',
];

/** The transcriptions by message. */
export const transcripts = perPlace(
  (location: Location) =>
    new Map<string, Sentence[]>(
      answered(location).map((id) => [
        id,
        SAID.map((transcript, i) => ({
          mediaChannel: i % 2,
          speaker: i % 2,
          sentenceIndex: i,
          startTime: i * 4_000,
          endTime: i * 4_000 + 3_200,
          transcript,
          confidence: 0.93,
        })),
      ]),
    ),
);
