import contactCreated from '../../triggers/instant/contact_created_instant.ts';
import tagChanged from '../../triggers/instant/contact_tag_changed_instant.ts';
import { highlevel } from '../support/api.ts';
import { HookedZap, type Shared, signed, testKey } from '../support/hooked.ts';
import { bodyOf } from './bodies.ts';

const authData = {
  access_token: 'token-of-the-test',
  locationId: 'LocAAAAAAAAAAAAAAA01',
  companyId: '',
  userId: '',
};
const shared = (): Shared => ({ cache: {}, authData });
const tagged = bodyOf('workflow-contact-tag-added');
const app = (change: object = {}) => {
  const text = JSON.stringify({ ...bodyOf('marketplace-contact-create'), ...change });
  return [text, { headers: signed(text) }] as const;
};

const minutes = 60_000;
let now = Date.parse('2026-11-28T09:00:00Z');

beforeEach(() => {
  process.env.HIGHLEVEL_WEBHOOK_KEY = testKey;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => {
  jest.restoreAllMocks();
  delete process.env.HIGHLEVEL_WEBHOOK_KEY;
});

test('a workflow’s post that comes twice within minutes fires once', async () => {
  const zap = new HookedZap(tagChanged, shared());
  expect(await zap.post(tagged)).toHaveLength(1);
  now += 3 * minutes;
  expect(await zap.post(tagged)).toEqual([]);
});

test('the order of the members does not make it another post', async () => {
  const zap = new HookedZap(tagChanged, shared());
  const custom = { ...tagged, customData: { a: '1', b: ['x', 'y'] } };
  const reversed = Object.fromEntries(Object.entries(custom).reverse());
  expect(await zap.post(custom)).toHaveLength(1);
  expect(await zap.post({ ...reversed, customData: { b: ['x', 'y'], a: '1' } })).toEqual([]);
  for (const customData of [{ a: 1, b: ['x', 'y'] }, { a: '1', b: ['y', 'x'] }, { a: '1' }])
    expect(await zap.post({ ...custom, customData })).toHaveLength(1);
});

test('two true events with the same content an hour apart fire twice', async () => {
  const zap = new HookedZap(tagChanged, shared());
  const [first] = await zap.post(tagged);
  now += 59 * minutes;
  const [second] = await zap.post(tagged);
  expect([first?.id, second?.id]).toEqual([tagged.contact_id, tagged.contact_id]);
  // Should Zapier itself compare, it sees two.
  expect(first?.revision).not.toBe(second?.revision);
});

test('another content fires at once', async () => {
  const zap = new HookedZap(tagChanged, shared());
  await zap.post(tagged);
  expect(await zap.post({ ...tagged, tags: 'capture-tag,vip' })).toHaveLength(1);
});

test('the same event reaches every Zap of the connection', async () => {
  const connection = shared();
  const zaps = [new HookedZap(tagChanged, connection), new HookedZap(tagChanged, connection)];
  for (const zap of zaps) expect(await zap.post(tagged)).toHaveLength(1);
  for (const zap of zaps) expect(await zap.post(tagged)).toEqual([]);
});

test('an app webhook that came already is dropped by its id, hours later and with another body too', async () => {
  const zap = new HookedZap(contactCreated, shared());
  expect(await zap.post(...app())).toHaveLength(1);
  now += 50 * minutes;
  expect(await zap.post(...app({ timestamp: '2026-03-29T14:52:04.212Z' }))).toEqual([]);
  now += 50 * minutes;
  expect(await zap.post(...app())).toEqual([]);
});

test('a late retry that is new still fires, however old its timestamp is', async () => {
  const zap = new HookedZap(contactCreated, shared());
  const late = app({ webhookId: 'new', timestamp: '2026-01-01T00:00:00.000Z' });
  expect(await zap.post(...late)).toHaveLength(1);
});

test('two webhooks that say the same under two ids are two events', async () => {
  const zap = new HookedZap(contactCreated, shared());
  expect(await zap.post(...app({ webhookId: 'a' }))).toHaveLength(1);
  expect(await zap.post(...app({ webhookId: 'b' }))).toHaveLength(1);
});

test('without a cursor nothing tells the Zaps apart, so an event rather comes twice than never', async () => {
  const connection = shared();
  const zap = new HookedZap(tagChanged, connection);
  await zap.post(tagged);
  zap.forgetCursor();
  expect(await zap.post(tagged)).toHaveLength(1);
});

test('an event that could not be read to the end may come again', async () => {
  const zap = new HookedZap(tagChanged, shared());
  const onlyId = { contact_id: 'c1', location_id: 'LocAAAAAAAAAAAAAAA01' };
  highlevel().get('/contacts/c1').reply(429, {}, { 'x-ratelimit-interval-milliseconds': '10000' });
  await expect(zap.post(onlyId)).rejects.toThrow('rate limit');
  highlevel()
    .get('/contacts/c1')
    .reply(200, { contact: { id: 'c1', firstName: 'Mara' } });
  expect(await zap.post(onlyId)).toMatchObject([{ firstName: 'Mara' }]);
});
