import nock from 'nock';
import trigger from '../../../triggers/instant/contact_created_instant.ts';
import { highlevel } from '../../support/api.ts';
import { signed, testKey } from '../../support/hooked.ts';
import { failure } from '../../support/run.ts';
import { deliver, hookedTo, locationId, missingKeys } from './stage.ts';

beforeEach(() => {
  process.env.HIGHLEVEL_WEBHOOK_KEY = testKey;
});
afterEach(() => {
  delete process.env.HIGHLEVEL_WEBHOOK_KEY;
});

// No body of this trigger was seen: what HighLevel posts for a tag has the same contact.
test('the contact of a post (unproven)', async () => {
  const [record] = await deliver(trigger, 'workflow-contact-tag-added');
  expect(record).toMatchObject({ id: 'ConAAAAAAAAAAAAAAA01', firstName: 'Mara', eventType: null });
  expect(missingKeys(trigger, record)).toEqual([]);
});

test('a contact that came by a form is a new contact, too', async () => {
  const contact = { lastAttributionSource: { medium: 'form', mediumId: 'f1' } };
  expect(await deliver(trigger, 'workflow-contact-tag-added', { contact })).toHaveLength(1);
});

test('an app webhook', async () => {
  expect(await deliver(trigger, 'marketplace-contact-create')).toMatchObject([
    { eventType: 'ContactCreate', email: 'mara.okafor@example.com' },
  ]);
  expect(await deliver(trigger, 'marketplace-contact-delete')).toEqual([]);
});

test.each([
  ['is gone', 404, { message: 'Not found' }],
  ['is no list', 200, {}],
])('a new contact is told though the list of custom fields %s', async (_, status, answer) => {
  highlevel()
    .persist()
    .get(`/locations/${locationId}/customFields`)
    .query({ model: 'contact' })
    .reply(status, answer);
  const customFields = [{ id: 'cf1', value: 'Delta Dental' }];
  const [record] = await deliver(trigger, 'marketplace-contact-create', { customFields });
  expect(record).toMatchObject({
    firstName: 'Mara',
    customFields,
    warning: expect.stringContaining('The names of the custom fields could not be read: '),
  });
  expect(missingKeys(trigger, record)).toEqual([]);
  nock.cleanAll();
});

// ProductCreate, PriceCreate, RecordCreate, AssociationCreate and RelationCreate are documented so.
test('a signed webhook that the documents show without a type does not fire', async () => {
  const product = JSON.stringify({ _id: 'p1', locationId, name: 'Whitening kit' });
  expect(await hookedTo(trigger).post(product, { headers: signed(product) })).toEqual([]);
  const other = signed('other');
  expect(await failure(hookedTo(trigger).post(product, { headers: other }))).toContain(
    'The signature of this app webhook does not fit its body.',
  );
});

test.each([
  ['workflow-appointment-booked', 'an appointment'],
  ['workflow-opportunity-stage-changed', 'an opportunity'],
  ['workflow-invoice-DOCONLY', 'an invoice'],
  ['workflow-note-DOCONLY', 'a note'],
])('%s is refused', async (name, what) => {
  expect(await failure(deliver(trigger, name))).toContain(`This post is about ${what}`);
});

test('the editor’s test shows the newest contacts', async () => {
  highlevel()
    .post('/contacts/search', {
      locationId,
      pageLimit: 3,
      page: 1,
      sort: [{ field: 'dateAdded', direction: 'desc' }],
    })
    .reply(200, { contacts: [{ id: 'c1', firstName: 'Mara' }] });
  expect(await hookedTo(trigger).test()).toMatchObject([{ id: 'c1', revision: 'new' }]);
});
