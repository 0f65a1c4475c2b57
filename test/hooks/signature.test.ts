import { createPublicKey } from 'node:crypto';
import contactCreated from '../../triggers/instant/contact_created_instant.ts';
import { HookedZap, signed, testKey } from '../support/hooked.ts';
import { failure } from '../support/run.ts';
import { bodyOf } from './bodies.ts';

const authData = {
  access_token: 't',
  locationId: 'LocAAAAAAAAAAAAAAA01',
  companyId: '',
  userId: '',
};
const text = JSON.stringify(bodyOf('marketplace-contact-create'));
const zap = () => new HookedZap(contactCreated, { cache: {}, authData });

beforeEach(() => {
  process.env.HIGHLEVEL_WEBHOOK_KEY = testKey;
});
afterAll(() => {
  delete process.env.HIGHLEVEL_WEBHOOK_KEY;
});

test('what is signed fires, with its type and its moment', async () => {
  expect(await zap().post(text, { headers: signed(text) })).toMatchObject([
    {
      id: 'ConAAAAAAAAAAAAAAA20',
      revision: '22222222-3333-4444-8555-666666666601',
      eventType: 'ContactCreate',
      sentAt: '2026-03-29T13:52:04.212Z',
      firstName: 'Mara',
      tags: [],
    },
  ]);
});

test('the body counts as it came, to the byte: blanks and letters that are no ASCII', async () => {
  const spaced = `${JSON.stringify({ ...bodyOf('marketplace-contact-create'), firstName: 'Márä 🦷' }, null, 2)}\n`;
  expect(await zap().post(spaced, { headers: signed(spaced) })).toMatchObject([
    { firstName: 'Márä 🦷' },
  ]);
});

test.each([
  ['another body', signed(`${text} `), /does not fit its body/],
  ['another key', { 'X-GHL-Signature': Buffer.alloc(64).toString('base64') }, /does not fit/],
  ['no base64', { 'X-GHL-Signature': 'secret' }, /does not fit/],
  ['“N/A”', { 'X-GHL-Signature': 'N/A' }, /no signature/],
  ['only the old signature', { 'X-WH-Signature': 'abc' }, /“x-wh-signature”.*retired/],
  ['no signature', {}, /no signature/],
])('the signature of %s is refused', async (_, headers, said) => {
  expect(await failure(zap().post(text, { headers }))).toMatch(said);
});

test('without the body as it came, nothing can be checked', async () => {
  const post = zap().post(bodyOf('marketplace-contact-create'), { isCleanedOnly: true });
  expect(await failure(post)).toMatch(/no signature/);
});

test('by itself the app takes HighLevel’s own key, and so refuses what tests sign', async () => {
  delete process.env.HIGHLEVEL_WEBHOOK_KEY;
  expect(await failure(zap().post(text, { headers: signed(text) }))).toMatch(/does not fit/);
});

test('the key may stand in one line, as PEM or without its frame', async () => {
  const [, body = ''] = /-----\n([\s\S]+?)\n-----/.exec(testKey) ?? [];
  for (const key of [body, testKey.replaceAll('\n', '\\n')]) {
    process.env.HIGHLEVEL_WEBHOOK_KEY = key;
    expect(await zap().post(text, { headers: signed(text) })).toHaveLength(1);
  }
});

test('HighLevel’s published key is an Ed25519 key', () => {
  // Its guide “Webhook Integration”, as copied in 2026 (api#webhook-signatures).
  const der = 'MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=';
  const key = createPublicKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'spki' });
  expect(key.asymmetricKeyType).toBe('ed25519');
});
