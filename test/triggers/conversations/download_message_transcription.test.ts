import { hydrators } from '../../../hydrators.ts';
import downloadMessageTranscription from '../../../triggers/conversations/download_message_transcription.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';
import { stash } from '../../support/stash.ts';

const path = '/conversations/locations/loc1/messages/m1/transcription/download';
const text = '00:00 Speaker 0: Grüße aus Zürich';
const transcribed = () =>
  highlevel('2021-04-15').get(path).reply(200, text, {
    'content-type': 'text/plain',
    'content-disposition': 'Attachment; filename="transcription.txt"',
  });

test('gives the text, and the file for a later step', async () => {
  transcribed();
  expect(await poll(downloadMessageTranscription, { messageId: 'm1' })).toMatchObject([
    {
      id: 'm1',
      text,
      fileName: 'transcription.txt',
      contentType: 'text/plain',
      file: expect.stringMatching(/^hydrate\|\|\|/),
    },
  ]);
});

test('the file has its bytes, name and type', async () => {
  transcribed();
  const file = await stash(hydrators.messageTranscription, { messageId: 'm1', locationId: 'loc1' });
  expect(file).toMatchObject({ name: 'transcription.txt', type: 'text/plain' });
  expect(file.bytes.toString('utf8')).toBe(text);
});

test('says in a sentence that there is no transcription', async () => {
  highlevel('2021-04-15').get(path).reply(400, { message: 'Transcription does not exist' });
  expect(await failure(poll(downloadMessageTranscription, { messageId: 'm1' }))).toContain(
    'This call has no transcription',
  );
});
