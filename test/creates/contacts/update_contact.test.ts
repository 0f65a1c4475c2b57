import type { DataMatcherMap } from 'nock';
import updateContact from '../../../creates/contacts/update_contact.ts';
import { highlevel } from '../../support/api.ts';
import { failure, fieldsOf, run } from '../../support/run.ts';

const updated = (body: DataMatcherMap) =>
  highlevel()
    .put('/contacts/c1', body)
    .reply(200, { succeded: true, contact: { id: 'c1', tags: ['old'] } });

test('sends only what is filled in', async () => {
  updated({ city: 'Oakland', companyName: 'Alvarez & Co' });
  const contact = await run(updateContact, {
    contactId: 'c1',
    city: 'Oakland',
    companyName: 'Alvarez & Co',
    email: '',
  });
  expect(contact).toMatchObject({ id: 'c1', tags: ['old'] });
});

test.each([
  ['Germany', 'DE'],
  [' united states ', 'US'],
  ['USA', 'US'],
  ['uk', 'GB'],
  ['de', 'DE'],
  ['Atlantis', 'Atlantis'],
])('a country that is written “%s” is sent as %s', async (country, sent) => {
  updated({ country: sent });
  await run(updateContact, { contactId: 'c1', country });
});

test('adds tags through their own endpoint, so that none is wiped', async () => {
  updated({ city: 'Oakland' });
  highlevel()
    .post('/contacts/c1/tags', { tags: ['vip', '2026'] })
    .reply(201, { tags: ['old', 'vip', '2026'], tagsAdded: ['vip', '2026'] });
  const contact = await run(updateContact, {
    contactId: 'c1',
    city: 'Oakland',
    tags: ['vip', '', {}, null, 2026],
  });
  expect(contact).toMatchObject({ tags: ['old', 'vip', '2026'] });
});

test('the tags of an answer that does not repeat them are those of the contact', async () => {
  updated({ city: 'Oakland' });
  highlevel()
    .post('/contacts/c1/tags', { tags: ['vip'] })
    .reply(201, { tagsAdded: ['vip'] });
  const contact = await run(updateContact, { contactId: 'c1', city: 'Oakland', tags: 'vip' });
  expect(contact).toMatchObject({ id: 'c1', tags: ['old'] });
});

test('replaces all tags only if asked to', async () => {
  updated({ tags: ['vip'] });
  await run(updateContact, { contactId: 'c1', tags: ['vip'], tagsMode: 'replace' });
});

test('fields to empty are sent as null', async () => {
  updated({ city: 'Oakland', email: null, assignedTo: null });
  await run(updateContact, { contactId: 'c1', city: 'Oakland', clear: ['email', 'assignedTo'] });
});

test('what may not be null is emptied by an empty text', async () => {
  updated({ companyName: null, postalCode: '', country: '' });
  const clear = ['companyName', 'postalCode', 'country'];
  await run(updateContact, { contactId: 'c1', clear });
});

test('custom fields are emptied too, beside those that are filled in', async () => {
  const customFields = [
    { id: 'f1', name: 'Insurance', dataType: 'TEXT' },
    { id: 'f2', name: 'Allergies', dataType: 'TEXT' },
    { id: 'f3', name: 'Recall', dataType: 'DATE' },
  ];
  highlevel()
    .get('/locations/loc1/customFields?model=contact')
    .times(5)
    .reply(200, { customFields });
  const [clear] = (await fieldsOf(updateContact)).filter(({ key }) => key === 'clear');
  expect(clear?.choices).toMatchObject({
    email: 'Email',
    customField__f1: 'Insurance',
    customField__f3: 'Recall',
  });
  highlevel()
    .put('/contacts/c1', {
      email: null,
      customFields: [
        { id: 'f1', field_value: 'Delta' },
        { id: 'f2', field_value: '' },
        { id: 'f3', field_value: '' },
      ],
    })
    .reply(200, {
      contact: {
        id: 'c1',
        customFields: [
          { id: 'f1', value: 'Delta' },
          { id: 'f3', value: '2026-01-01' },
        ],
      },
    });
  const contact = await run(updateContact, {
    contactId: 'c1',
    customField__f1: 'Delta',
    clear: ['email', 'customField__f1', 'customField__f2', 'customField__f3'],
  });
  expect(contact.warning).toBe('HighLevel did not empty these custom fields: Recall.');
});

test('“Fields to Empty” takes nothing else', async () => {
  const clear = ['tags'];
  expect(await failure(run(updateContact, { contactId: 'c1', clear }))).toContain(
    'must be one of: “First Name”, “Last Name”',
  );
});

test('a phone that was not kept is said, with its cause', async () => {
  const kept = (phone: string, contact: object) =>
    highlevel()
      .put('/contacts/c1', { phone })
      .reply(200, { contact: { id: 'c1', ...contact } });
  kept('12', { phone: '+14155550134' });
  expect((await run(updateContact, { contactId: 'c1', phone: '12' })).warning).toContain(
    '“12” has no country code or is no phone number.',
  );
  kept('+41446681800', {});
  highlevel()
    .get('/contacts/search/duplicate?locationId=loc1&number=%2B41446681800')
    .reply(200, { contact: { id: 'c1' } });
  const { warning } = await run(updateContact, { contactId: 'c1', phone: '+41446681800' });
  expect(warning).toBe('The phone number was not stored: HighLevel did not say why.');
});

test('takes no gender, which HighLevel refuses in an update', async () => {
  highlevel()
    .get('/locations/loc1/customFields?model=contact')
    .times(2)
    .reply(200, { customFields: [] });
  const keys = (await fieldsOf(updateContact)).map(({ key }) => key);
  expect(keys).toContain('firstName');
  expect(keys).not.toContain('gender');
  expect(keys).not.toContain('locationId');
});

test('an unknown contact is named', async () => {
  highlevel().put('/contacts/c9').reply(400, { message: 'Contact with id c9 not found' });
  expect(await failure(run(updateContact, { contactId: 'c9', city: 'Oakland' }))).toContain(
    'Contact with id c9 not found',
  );
});

test('a field that is both filled in and chosen to be emptied keeps what is filled in', async () => {
  highlevel()
    .put('/contacts/c1', { city: 'Brooklyn', website: null })
    .reply(200, { succeded: true, contact: { id: 'c1', city: 'Brooklyn' } });

  const updated = await run(updateContact, {
    contactId: 'c1',
    city: 'Brooklyn',
    clear: ['city', 'website'],
  });

  expect(updated).toMatchObject({ id: 'c1', city: 'Brooklyn' });
});

test('tags are added though the answer does not name the contact', async () => {
  highlevel().put('/contacts/c1').reply(200, { succeded: true });
  highlevel()
    .post('/contacts/c1/tags', { tags: ['vip'] })
    .reply(201, { tags: ['vip'] });
  const contact = await run(updateContact, { contactId: 'c1', city: 'Oakland', tags: 'vip' });
  expect(contact).toMatchObject({ tags: ['vip'] });
});

test('blanks, as two empty fields with a blank between them leave, change nothing', async () => {
  highlevel()
    .put('/contacts/c1', { city: 'Bern' })
    .reply(200, { contact: { id: 'c1' } });
  const blanks = { name: ' ', address1: '\n', tags: [' '], customField__f1: ' ' };
  const input = { contactId: 'c1', city: 'Bern', tagsMode: 'replace', ...blanks };
  expect(await run(updateContact, input)).toMatchObject({ id: 'c1' });
});
