import nock from 'nock';
import uploadMedia from '../../../creates/medias/upload_media.ts';
import listMediaFolderChoices from '../../../triggers/dropdowns/list_media_folder_choices.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll, run } from '../../support/run.ts';

const file = 'https://files.example.com/plan.txt';

const loads = () =>
  nock('https://files.example.com')
    .get('/plan.txt')
    .reply(200, 'Brush twice', { 'content-type': 'text/plain' });

const partsOf = (body: string) =>
  Object.fromEntries(
    [
      ...body.matchAll(
        /name="(\w+)"(?:; filename="([^"]*)")?\r\n(?:Content-Type: .*\r\n)?\r\n(.*)\r\n/g,
      ),
    ].map(([, name = '', fileName, value]) => [name, fileName ? `${fileName}: ${value}` : value]),
  );

const takes = (parts: object) =>
  highlevel().post('/medias/upload-file', (body: string) => {
    expect(partsOf(body)).toEqual(parts);
    return true;
  });

test('uploads the file under its own name', async () => {
  loads();
  takes({ file: 'plan.txt: Brush twice', name: 'plan.txt' }).reply(200, {
    fileId: 'm1',
    url: 'https://storage.example.com/m1',
  });
  expect(await run(uploadMedia, { file })).toEqual({
    id: 'm1',
    url: 'https://storage.example.com/m1',
    name: 'plan.txt',
  });
});

test('uploads it to a folder under another name', async () => {
  loads();
  takes({ file: 'plan.txt: Brush twice', name: 'Care Plan', parentId: 'd1' }).reply(200, {
    fileId: 'm1',
    url: 'https://storage.example.com/m1',
  });
  const input = { file, name: 'Care Plan', parentId: 'd1' };
  expect(await run(uploadMedia, input)).toMatchObject({ id: 'm1', name: 'Care Plan' });
});

test('says what HighLevel says of the file', async () => {
  loads();
  highlevel().post('/medias/upload-file').reply(400, { message: 'File type not supported' });
  expect(await failure(run(uploadMedia, { file }))).toContain('File type not supported');
});

test('lists the folders', async () => {
  highlevel()
    .get(
      '/medias/files?altId=loc1&altType=location&type=folder&sortBy=createdAt&sortOrder=desc&fetchAll=true',
    )
    .reply(200, { files: [{ _id: 'd1', name: 'Before and after' }] });
  expect(await poll(listMediaFolderChoices)).toEqual([{ id: 'd1', name: 'Before and after' }]);
});
