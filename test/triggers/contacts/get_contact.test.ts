import getContact from '../../../triggers/contacts/get_contact.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

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
      ],
    });
  const [contact] = await poll(getContact, { contactId: 'c1' });
  expect(contact).toMatchObject({
    customFields,
    customField: {
      insurer: 'Delta Dental',
      plans: ['A', 'B'],
      recall: '2026-10-09',
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

test('an unknown contact, which HighLevel answers with 400, is named', async () => {
  highlevel()
    .get('/contacts/c9')
    .reply(400, { statusCode: 400, message: 'Contact with id c9 not found' });
  expect(await failure(poll(getContact, { contactId: 'c9' }))).toBe(
    'HighLevel did not find this. HighLevel says: Contact with id c9 not found. Check that it was not deleted and that it belongs to this sub-account.',
  );
});
