import { customFieldOutputs } from '../../../records/customFields.ts';
import getContact from '../../../triggers/contacts/get_contact.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';
import { withinRun } from '../../support/within.ts';

const found = { id: 'c1', firstName: 'Maria', dateUpdated: '2026-03-04T09:30:45.000Z' };

test('reads the contact; its change date is the revision', async () => {
  highlevel().get('/contacts/c1').reply(200, { contact: found, traceId: 't1' });
  expect(await poll(getContact, { contactId: 'c1' })).toEqual([
    expect.objectContaining({
      id: 'c1',
      firstName: 'Maria',
      email: null,
      revision: '2026-03-04T09:30:45.000Z',
    }),
  ]);
});

test('shows custom values under their field’s key, whatever name they are read by', async () => {
  const customFields = [
    { id: 'f1', value: 'Delta Dental' },
    { id: 'f2', fieldValue: ['A', 'B'] },
    { id: 'f3', fieldValueDate: 1791504000000 },
    { id: 'f4', fieldValueFiles: [{ url: 'https://files.example.com/1?x=2' }] },
    {
      id: 'f5',
      value: {
        '9b1d': {
          meta: { originalname: 'Card.png', mimetype: 'image/png', size: 7 },
          url: 'https://files.example.com/2',
          documentId: 'd2',
        },
      },
    },
    { id: 'f6', value: { box1: 'Ada', box2: 'Ben' } },
    { id: 'f7', value: 1791504000000 },
    { id: 'f8', value: '2026-10-09T00:00:00.000Z' },
    { id: 'gone', value: 'left over' },
  ];
  highlevel()
    .get('/contacts/c1')
    .reply(200, { contact: { ...found, customFields } });
  highlevel()
    .get('/locations/loc1/customFields?model=contact')
    .reply(200, {
      customFields: [
        { id: 'f1', name: 'Insurer', fieldKey: 'contact.insurer', dataType: 'TEXT' },
        { id: 'f2', name: 'Plans', fieldKey: 'contact.plans', dataType: 'CHECKBOX' },
        { id: 'f3', name: 'Recall', fieldKey: 'contact.recall', dataType: 'DATE' },
        { id: 'f4', name: 'X-Ray', fieldKey: 'contact.x-ray (new)', dataType: 'FILE_UPLOAD' },
        { id: 'f5', name: 'Card', fieldKey: 'contact.card', dataType: 'FILE_UPLOAD' },
        {
          id: 'f6',
          name: 'Kids',
          fieldKey: 'contact.kids',
          dataType: 'TEXTBOX_LIST',
          picklistOptions: [{ id: 'box1', label: 'First Child' }],
        },
        { id: 'f7', name: 'Seen', fieldKey: 'contact.seen', dataType: 'DATE' },
        { id: 'f8', name: 'Due', fieldKey: 'contact.due', dataType: 'DATE' },
      ],
    });
  const [contact] = await poll(getContact, { contactId: 'c1' });
  expect(contact).toMatchObject({
    customFields: customFields.map((one) =>
      one.id === 'f7' || one.id === 'f8' ? { ...one, value: '2026-10-09' } : one,
    ),
    customField: {
      insurer: 'Delta Dental',
      plans: ['A', 'B'],
      recall: '2026-10-09',
      x_ray_new_: [{ name: '1', url: 'https://files.example.com/1?x=2' }],
      card: [{ name: 'Card.png', url: 'https://files.example.com/2' }],
      kids: [
        { name: 'First Child', value: 'Ada' },
        { name: 'box2', value: 'Ben' },
      ],
      seen: '2026-10-09',
      due: '2026-10-09',
      gone: 'left over',
    },
  });
});

test('keys that are not Latin stay apart, and a date that is none is no crash', async () => {
  const customFields = [
    { id: 'f1', value: 'one' },
    { id: 'f2', value: 'two' },
    { id: 'f3', fieldValueDate: 1e20 },
  ];
  highlevel()
    .get('/contacts/c1')
    .reply(200, { contact: { ...found, customFields } });
  highlevel()
    .get('/locations/loc1/customFields?model=contact')
    .reply(200, {
      customFields: [
        { id: 'f1', name: '名前', fieldKey: 'contact.名前', dataType: 'TEXT' },
        { id: 'f2', name: '住所', fieldKey: 'contact.住所', dataType: 'TEXT' },
        { id: 'f3', name: 'Recall', fieldKey: 'contact.recall', dataType: 'DATE' },
      ],
    });
  const [contact] = await poll(getContact, { contactId: 'c1' });
  expect(contact?.customField).toEqual({ 名前: 'one', 住所: 'two', recall: 1e20 });
});

describe('without the definitions of custom fields', () => {
  const customFields = [{ id: 'f1', value: 'Delta Dental' }];
  const asked = (status: number, message: string, times = 1) => {
    highlevel()
      .get('/contacts/c1')
      .reply(200, { contact: { ...found, customFields } });
    highlevel()
      .get('/locations/loc1/customFields?model=contact')
      .times(times)
      .reply(status, { message });
    return poll(getContact, { contactId: 'c1' });
  };

  test.each([
    [401, 'The token is not authorized for this scope.'],
    [403, 'Forbidden resource'],
  ])('a contact comes without their names where they may not be read (%d)', async (...answer) => {
    expect(await asked(...answer)).toMatchObject([{ customField: { f1: 'Delta Dental' } }]);
  });

  test('a poll fails where they cannot be read now, for the names would change', async () => {
    expect(await failure(asked(422, 'Odd'))).toContain('Odd');
  });
});

test('what holds several is a list for later steps', async () => {
  highlevel()
    .get('/locations/loc1/customFields?model=contact')
    .reply(200, {
      customFields: [
        { id: 'f1', name: 'Insurer', fieldKey: 'contact.insurer', dataType: 'TEXT' },
        { id: 'f2', name: 'Plans', fieldKey: 'contact.plans', dataType: 'CHECKBOX' },
        { id: 'f3', name: 'Card', fieldKey: 'contact.card', dataType: 'FILE_UPLOAD' },
        { id: 'f4', name: 'Kids', fieldKey: 'contact.kids', dataType: 'TEXTBOX_LIST' },
        { id: 'f5', name: 'Health', documentType: 'folder' },
      ],
    });
  const outputs = await withinRun((run) => customFieldOutputs('contact').dynamicFields(run, 30));
  expect(outputs).toEqual([
    { key: 'customField__insurer', label: 'Insurer' },
    { key: 'customField__plans', label: 'Plans', list: true },
    { key: 'customField__card[]name', label: 'Card File Name' },
    { key: 'customField__card[]url', label: 'Card File URL' },
    { key: 'customField__kids[]name', label: 'Kids Box' },
    { key: 'customField__kids[]value', label: 'Kids Text' },
  ]);
});

test.each([
  [401, 'The token is not authorized for this scope.'],
  [422, 'Odd'],
])('outputs come without custom fields if those cannot be read (%d)', async (status, message) => {
  highlevel().get('/locations/loc1/customFields?model=contact').reply(status, { message });
  expect(await withinRun((run) => customFieldOutputs('contact').dynamicFields(run, 30))).toEqual(
    [],
  );
});

test('before a sub-account is chosen there are no custom fields', async () => {
  const setting = { authData: agencyConnection };
  const outputs = await withinRun(
    (run) => customFieldOutputs('contact').dynamicFields(run, 30),
    setting,
  );
  expect(outputs).toEqual([]);
});

test('an unknown contact, which HighLevel answers with 400, is named', async () => {
  highlevel()
    .get('/contacts/c9')
    .reply(400, { statusCode: 400, message: 'Contact with id c9 not found' });
  expect(await failure(poll(getContact, { contactId: 'c9' }))).toBe(
    'HighLevel did not find this. HighLevel says: Contact with id c9 not found. Check that it was not deleted and that it belongs to this sub-account.',
  );
});
