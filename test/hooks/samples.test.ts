import { readEvent } from '../../lib/hooks/read.ts';
import type { JsonObject } from '../../lib/values.ts';
import { contact } from '../../records/contacts.ts';
import { instantTriggers } from '../../triggers/instant/index.ts';
import { signed, testKey } from '../support/hooked.ts';
import { bodies } from './bodies.ts';

/** What the documents show and no body that we know has (InvoicePaid, OrderCreate; the help page on workflows). */
const documented = ['order', 'otherFields', 'revision', 'warning', 'eventType'];

afterAll(() => {
  delete process.env.HIGHLEVEL_WEBHOOK_KEY;
});

const recordOf = (body: JsonObject): JsonObject => {
  const text = JSON.stringify(body);
  const { 'X-GHL-Signature': signature } = signed(text);
  return readEvent({
    body,
    text,
    header: (name) => (name === 'x-ghl-signature' ? signature : undefined),
  }).record;
};

test('the sample of each instant trigger holds what some post has, or a contact of the API', () => {
  process.env.HIGHLEVEL_WEBHOOK_KEY = testKey;
  const seen = new Set([
    ...documented,
    ...Object.keys(contact.sample),
    ...Object.values(bodies).flatMap((body) => Object.keys(recordOf(body))),
  ]);
  const invented = instantTriggers.flatMap(({ key, operation }) =>
    Object.keys((operation as { sample?: object }).sample ?? {})
      .filter((name) => !seen.has(name))
      .map((name) => `${key}: ${name}`),
  );
  expect(invented).toEqual([]);
});
