import nock from 'nock';
import uploadFile from '../../../creates/contacts/upload_file_to_custom_field.ts';
import listFileFieldChoices from '../../../triggers/dropdowns/list_file_field_choices.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll, run } from '../../support/run.ts';

const input = {
  contactId: 'c1',
  customFieldId: 'field1',
  file: 'https://files.example.com/insurance%20card.txt',
};

const file = () =>
  nock('https://files.example.com')
    .get('/insurance%20card.txt')
    .reply(200, 'Delta Dental', { 'content-type': 'text/plain' });

const path = '/forms/upload-custom-files?contactId=c1&locationId=loc1';

/** The ID that the app gave the file, once it was sent. */
let fileId = '';
const takes = () =>
  highlevel().post(path, (body: string) => {
    const part =
      /name="field1_([\w-]{36})"; filename="insurance card.txt"\r\nContent-Type: text\/plain\r\n\r\nDelta Dental\r\n/;
    fileId = part.exec(body)?.[1] ?? '';
    return fileId !== '';
  });

const reads = (files: () => object) =>
  highlevel()
    .get('/contacts/c1')
    .reply(200, () => ({
      contact: { id: 'c1', customFields: [{ id: 'field1', value: files() }] },
    }));

beforeEach(() => {
  fileId = '';
});

test('uploads the file under the field and an ID of its own, and says where it is', async () => {
  file();
  takes().reply(201, { contact: { id: 'c1' } });
  reads(() => ({
    old: { url: 'https://x.example/old' },
    [fileId]: { url: 'https://x.example/1' },
  }));
  expect(await run(uploadFile, input)).toEqual({
    fileId,
    name: 'insurance card.txt',
    url: 'https://x.example/1',
    contactId: 'c1',
    customFieldId: 'field1',
  });
});

test('gives no address of another file', async () => {
  file();
  takes().reply(201, { contact: { id: 'c1' } });
  reads(() => ({ other: { url: 'https://x.example/other' } }));
  expect(await run(uploadFile, input)).toMatchObject({ fileId, url: null });
});

test('the upload is done although the contact cannot be read', async () => {
  file();
  takes().reply(201, { contact: { id: 'c1' } });
  highlevel().get('/contacts/c1').reply(400, { message: 'Contact not found' });
  expect(await run(uploadFile, input)).toMatchObject({ fileId, contactId: 'c1', url: null });
});

test('looks for the file if HighLevel failed', async () => {
  file();
  takes().reply(500, { message: 'Internal server error' });
  reads(() => ({ [fileId]: { url: 'https://x.example/1' } }));
  expect(await run(uploadFile, input)).toMatchObject({ fileId, url: 'https://x.example/1' });
});

test('uploads nothing if the file cannot be loaded', async () => {
  nock('https://files.example.com').get('/insurance%20card.txt').reply(404);
  expect(await failure(run(uploadFile, input))).toBe('The file could not be loaded (404).');
});

test('the list holds the fields for files alone', async () => {
  highlevel()
    .get('/locations/loc1/customFields?model=contact')
    .reply(200, {
      customFields: [
        { id: 'f1', name: 'Plan', dataType: 'TEXT' },
        { id: 'f2', name: 'X-Ray', dataType: 'FILE_UPLOAD' },
      ],
    });
  expect(await poll(listFileFieldChoices)).toEqual([{ id: 'f2', name: 'X-Ray' }]);
});
