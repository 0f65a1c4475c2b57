import getMessageTranscription from '../../../triggers/conversations/get_message_transcription.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const path = '/conversations/locations/loc1/messages/m1/transcription';
const read = () => poll(getMessageTranscription, { conversationId: 'v1', messageId: 'm1' });
const live = (sentenceIndex: number, transcript: string) => ({
  mediaChannel: 1,
  speaker: 0,
  sentenceIndex,
  startTime: 34,
  endTime: 45,
  transcript,
  words: [{ word: transcript }],
});

test('gives one text and its sentences in order', async () => {
  highlevel('2021-04-15')
    .get(path)
    .reply(200, [live(1, 'Good morning.'), live(0, 'Hello.')]);
  expect(await read()).toMatchObject([
    {
      id: 'm1',
      text: 'Hello.\nGood morning.',
      sentences: [
        { sentenceIndex: 0, speaker: 0, transcript: 'Hello.', startTime: 34, confidence: null },
        { sentenceIndex: 1, transcript: 'Good morning.' },
      ],
    },
  ]);
});

test('reads the one sentence that the document promises', async () => {
  highlevel('2021-04-15')
    .get(path)
    .reply(200, { mediaChannel: 1, sentenceIndex: 0, transcript: 'Hi.', confidence: 0.5 });
  expect(await read()).toMatchObject([{ text: 'Hi.', sentences: [{ confidence: 0.5 }] }]);
});

test('says in a sentence that there is no transcription', async () => {
  highlevel('2021-04-15').get(path).times(2).reply(400, {
    message: 'Transcription does not exist',
    canonicalCode: 'CONVERSATIONS_MSG_RECORDING_NOT_FOUND',
  });
  expect(await failure(read())).toContain('This call has no transcription');
  const seeding = { meta: { isPopulatingDedupe: true } };
  expect(await poll(getMessageTranscription, { messageId: 'm1' }, seeding)).toEqual([]);
});

test('finds the sentences in a wrapper', async () => {
  highlevel('2021-04-15')
    .get(path)
    .reply(200, { data: [live(0, 'Hello.')], traceId: 't1' });
  expect(await read()).toMatchObject([{ text: 'Hello.' }]);
});

test.each([[[]], [{}], [{ data: null }]])('%j is no transcription', async (answer) => {
  highlevel('2021-04-15').get(path).reply(200, answer);
  expect(await failure(read())).toContain('This call has no transcription');
});

test('another refusal keeps HighLevel’s words', async () => {
  highlevel('2021-04-15').get(path).reply(400, { message: 'Something went wrong' });
  expect(await failure(read())).toContain('HighLevel says: Something went wrong');
});
