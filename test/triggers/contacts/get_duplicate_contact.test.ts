import getDuplicateContact from '../../../triggers/contacts/get_duplicate_contact.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

test('asks by email and phone number, the plus sign encoded', async () => {
  highlevel()
    .get(
      '/contacts/search/duplicate?locationId=loc1&email=maria%40example.com&number=%2B14155550134',
    )
    .reply(200, { contact: { id: 'c1', firstName: 'Maria' }, matchingField: 'contactId' });
  const asked = { email: 'maria@example.com', number: '+14155550134' };
  expect(await poll(getDuplicateContact, asked)).toMatchObject([{ id: 'c1', name: 'Maria' }]);
});

test.each([{ contact: null }, { contact: null, traceId: 't1' }, {}])(
  'gives nothing when there is none: %j',
  async (answer) => {
    highlevel().get('/contacts/search/duplicate?locationId=loc1&number=555').reply(200, answer);
    expect(await poll(getDuplicateContact, { number: '555' })).toEqual([]);
  },
);

test('wants one of the two', async () => {
  expect(await failure(poll(getDuplicateContact))).toContain('Fill in an email or a phone number.');
});

test('takes an email with letters of any alphabet', async () => {
  highlevel()
    .get('/contacts/search/duplicate')
    .query({ locationId: 'loc1', email: 'jürgen@müller.example' })
    .reply(200, { contact: { id: 'c1' } });
  const asked = { email: 'jürgen@müller.example' };
  expect(await poll(getDuplicateContact, asked)).toMatchObject([{ id: 'c1' }]);
});
