import createCustomField from '../../../creates/locations/create_custom_field.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const name = 'Shade';
const model = 'contact';
const takes = (sent: object) =>
  highlevel().post('/locations/loc1/customFields', { name, model, ...sent });

test.each([
  [{ dataType: 'Text' }, { dataType: 'TEXT' }],
  [{ dataType: 'TEXT', options: ['A1'], maxNumberOfFiles: 2 }, { dataType: 'TEXT' }],
  [
    { dataType: 'RADIO', options: ['A1', 'B2'], placeholder: 'Choose' },
    { dataType: 'RADIO', options: ['A1', 'B2'], placeholder: 'Choose' },
  ],
  [
    { dataType: 'TEXTBOX_LIST', options: ['First'] },
    { dataType: 'TEXTBOX_LIST', textBoxListOptions: [{ label: 'First', prefillValue: '' }] },
  ],
  [{ dataType: 'FILE_UPLOAD' }, { dataType: 'FILE_UPLOAD' }],
  [
    { dataType: 'FILE_UPLOAD', maxNumberOfFiles: '3' },
    { dataType: 'FILE_UPLOAD', maxNumberOfFiles: 3, isMultipleFile: true },
  ],
])('%j is sent as %j', async (input, sent) => {
  takes(sent).reply(201, { customField: { id: 'f1', name, fieldKey: 'contact.shade' } });
  expect(await run(createCustomField, { name, model, ...input })).toMatchObject({
    id: 'f1',
    fieldKey: 'contact.shade',
  });
});

test('asks for what can be chosen', async () => {
  const input = { name, model, dataType: 'CHECKBOX' };
  expect(await failure(run(createCustomField, input))).toBe(
    'Fill in “Options” for a field of this type.',
  );
});

test('finds it if HighLevel failed after making it', async () => {
  takes({ dataType: 'DATE' }).reply(500, { message: 'Internal server error' });
  highlevel()
    .get('/locations/loc1/customFields?model=contact')
    .reply(200, {
      customFields: [
        { id: 'f0', name: 'Shade', documentType: 'folder' },
        { id: 'f1', name: 'shade', dataType: 'DATE' },
      ],
    });
  expect(await run(createCustomField, { name, model, dataType: 'DATE' })).toMatchObject({
    id: 'f1',
  });
});
