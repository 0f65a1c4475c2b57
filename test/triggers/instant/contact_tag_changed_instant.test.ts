import trigger from '../../../triggers/instant/contact_tag_changed_instant.ts';
import { highlevel } from '../../support/api.ts';
import { testKey } from '../../support/hooked.ts';
import { failure } from '../../support/run.ts';
import { deliver, hookedTo, locationId } from './stage.ts';

beforeEach(() => {
  process.env.HIGHLEVEL_WEBHOOK_KEY = testKey;
});
afterEach(() => {
  delete process.env.HIGHLEVEL_WEBHOOK_KEY;
});

test('the tags of the contact as a list', async () => {
  expect(await deliver(trigger, 'workflow-contact-tag-added')).toMatchObject([
    { id: 'ConAAAAAAAAAAAAAAA01', tags: ['capture-tag'] },
  ]);
});

test('an app webhook', async () => {
  const change = { type: 'ContactTagUpdate', tags: ['vip'] };
  expect(await deliver(trigger, 'marketplace-contact-create', change)).toMatchObject([
    { eventType: 'ContactTagUpdate', tags: ['vip'] },
  ]);
  expect(await deliver(trigger, 'marketplace-contact-create')).toEqual([]);
});

test('a payment is refused', async () => {
  expect(await failure(deliver(trigger, 'workflow-payment-received-form'))).toContain(
    'This post is about a payment',
  );
});

test('the editor’s test shows the contacts that changed last', async () => {
  const sort = [{ field: 'dateUpdated', direction: 'desc' }];
  highlevel()
    .post('/contacts/search', { locationId, pageLimit: 3, page: 1, sort })
    .reply(200, { contacts: [{ id: 'c1', tags: ['vip'] }] });
  expect(await hookedTo(trigger).test()).toMatchObject([{ id: 'c1', tags: ['vip'] }]);
});
