import nock from 'nock';
import upsertContact from '../../../creates/contacts/upsert_contact.ts';
import { highlevel } from '../../support/api.ts';
import { hurry } from '../../support/clock.ts';
import { failure, run } from '../../support/run.ts';

/** Whose email or phone it is. */
const holderOf = (query: object, contact: object | null) =>
  highlevel()
    .get('/contacts/search/duplicate')
    .query({ locationId: 'loc1', ...query })
    .reply(200, { contact, matchingField: 'contactId' });

beforeEach(() => {
  holderOf({ email: 'maria@example.com' }, null);
});
afterEach(() => {
  nock.cleanAll();
  jest.restoreAllMocks();
});

const upserted = (
  body: { email?: string; [member: string]: unknown },
  contact: object,
  isNew = false,
) =>
  highlevel()
    .post('/contacts/upsert', { locationId: 'loc1', ...body })
    .reply(200, {
      new: isNew,
      succeded: true,
      contact: { id: 'c1', ...(body.email && { email: body.email }), ...contact },
    });

test('updates or creates, and says which', async () => {
  const body = {
    email: 'maria@example.com',
    phone: '+1 415 555 0134',
    gender: 'female',
    createNewIfDuplicateAllowed: true,
  };
  upserted(body, { email: 'maria@example.com', phone: '+14155550134' }, true);
  expect(await run(upsertContact, { ...body, createNewIfDuplicateAllowed: 'yes' })).toMatchObject({
    id: 'c1',
    new: true,
    warning: null,
  });
});

test.each(['+1 415 555 0134 ext. 5', '(415) 555-0134'])(
  'does not warn of a phone number that HighLevel spells otherwise: %s',
  async (phone) => {
    const body = { email: 'maria@example.com', phone };
    upserted(body, { phone: '+14155550134' });
    expect(await run(upsertContact, body)).toMatchObject({ warning: null });
  },
);

test('warns when the phone number belongs to another contact and was not stored', async () => {
  const body = { email: 'maria@example.com', phone: '+14155550134' };
  upserted(body, { email: 'maria@example.com' });
  holderOf({ number: '+14155550134' }, { id: 'c2' });
  expect(await run(upsertContact, body)).toMatchObject({
    new: false,
    warning: 'The phone number was not stored: it belongs to another contact, whose ID is c2.',
  });
});

test.each([
  ['another one', { email: 'm.alvarez@work.example' }],
  ['none', { email: null }],
])('warns if the contact was found by phone and kept its email, here %s', async (_, kept) => {
  const body = { email: 'maria@example.com', phone: '+14155550134' };
  upserted(body, { phone: '+14155550134', ...kept });
  holderOf({ email: 'maria@example.com' }, { id: 'c2', email: 'maria@example.com' });
  expect(await run(upsertContact, body)).toMatchObject({
    id: 'c1',
    warning: 'The email was not stored: it belongs to another contact, whose ID is c2.',
  });
});

test('warns of an email that was not stored though nobody has it', async () => {
  const body = { email: 'maria@example.com', phone: '+14155550134' };
  upserted(body, { phone: '+14155550134', email: null });
  holderOf({ email: 'maria@example.com' }, null);
  expect(await run(upsertContact, body)).toMatchObject({
    warning: 'The email was not stored: HighLevel did not say why.',
  });
});

test('does not write to a contact that does not have the email, whatever the look-up says', async () => {
  nock.cleanAll();
  const stranger = { id: 'c9', email: 'else@example.com', additionalEmails: [] };
  holderOf({ email: 'maria@example.com' }, stranger);
  upserted({ email: 'maria@example.com' }, {}, true);
  expect(await run(upsertContact, { email: 'maria@example.com' })).toMatchObject({
    new: true,
    warning: null,
  });
});

test('warns that what has no country code was not stored', async () => {
  const body = { email: 'maria@example.com', phone: '0664 1234567' };
  upserted(body, { email: 'maria@example.com' });
  expect(await run(upsertContact, body)).toMatchObject({
    warning:
      'The phone number was not stored: “0664 1234567” has no country code or is no phone number. Write it like +1 415 555 0134.',
  });
});

test('keeps the main email of a contact that is found by a further one, and says so', async () => {
  holderOf({ email: 'm.alvarez@work.example' }, { id: 'c1', email: 'Maria@example.com' });
  upserted({ email: 'Maria@example.com', city: 'Bern' }, { email: 'maria@example.com' });
  const input = { email: 'm.alvarez@work.example', city: 'Bern' };
  expect(await run(upsertContact, input)).toMatchObject({
    id: 'c1',
    new: false,
    warning:
      '“m.alvarez@work.example” is a further email of this contact: “Maria@example.com” stays its main one.',
  });
});

test('an email of nobody, or the main one in other letters, is sent as it is', async () => {
  nock.cleanAll();
  for (const contact of [null, { id: 'c1', email: 'MARIA@example.com' }, { id: 'c1' }]) {
    holderOf({ email: 'maria@example.com' }, contact);
    upserted({ email: 'maria@example.com' }, {});
    const { warning } = await run(upsertContact, { email: 'maria@example.com' });
    expect(warning).toBeNull();
  }
});

test('without an answer on whose email it is HighLevel decides', async () => {
  nock.cleanAll();
  highlevel().get('/contacts/search/duplicate').query(true).reply(429, {});
  upserted({ email: 'maria@example.com' }, {}, true);
  expect(await run(upsertContact, { email: 'maria@example.com' })).toMatchObject({ new: true });
});

test('adds tags to those that the contact has', async () => {
  upserted({ email: 'maria@example.com' }, { tags: ['old'], phone: '+14155550134' });
  highlevel()
    .post('/contacts/c1/tags', { tags: ['vip'] })
    .reply(201, { tags: ['old', 'vip'], tagsAdded: ['vip'] });
  const contact = await run(upsertContact, { email: 'maria@example.com', tags: 'vip' });
  expect(contact).toMatchObject({ id: 'c1', new: false, tags: ['old', 'vip'], warning: null });
});

test('replaces all tags only if asked to', async () => {
  upserted({ email: 'maria@example.com', tags: ['vip'] }, { tags: ['vip'] });
  const input = { email: 'maria@example.com', tags: ['vip'], tagsMode: 'replace' };
  expect(await run(upsertContact, input)).toMatchObject({ tags: ['vip'] });
});

test('wants an email or a phone number', async () => {
  expect(await failure(run(upsertContact, { firstName: 'Maria' }))).toContain(
    'Fill in an email or a phone number. HighLevel uses them to find the contact.',
  );
});

test('a contact that HighLevel does not name gets no tags, and the person is told', async () => {
  highlevel().post('/contacts/upsert').reply(200, { new: true, succeded: true });
  const said = await failure(run(upsertContact, { email: 'maria@example.com', tags: 'vip' }));
  expect(said).toContain('HighLevel saved this but did not return its ID');
});

test('a second contact that was asked for is not made again where its tags have to wait', async () => {
  const body = { email: 'maria@example.com', createNewIfDuplicateAllowed: true };
  upserted(body, {}, true);
  highlevel().post('/contacts/c1/tags').reply(429, {});
  expect(await failure(run(upsertContact, { ...body, tags: 'vip' }))).toContain(
    'HighLevel did part of this step',
  );
});

test.each([
  ['429', 429],
  ['an error of its own', 500],
])(
  'says which also where the names of custom fields cannot be looked up: %s',
  async (_, status) => {
    const body = { email: 'maria@example.com', phone: '+14155550134' };
    const customFields = [{ id: 'f1', value: 'Delta' }];
    hurry();
    holderOf({ number: '+14155550134' }, { id: 'c2' });
    upserted(body, { firstName: 'Maria', lastName: 'Alvarez', customFields }, true);
    highlevel()
      .get('/locations/loc1/customFields')
      .query({ model: 'contact' })
      .times(status === 500 ? 3 : 1)
      .reply(status, { message: 'no' });
    expect(await run(upsertContact, body)).toMatchObject({
      id: 'c1',
      name: 'Maria Alvarez',
      new: true,
      warning: expect.stringContaining('The phone number was not stored'),
      customFields,
    });
  },
);
