import { titleOf } from '../../lib/outputFields.ts';
import { finishRecords, record, withLookUp } from '../../lib/record.ts';
import { pluralOf } from '../../lib/texts.ts';
import { isTrue, type JsonObject } from '../../lib/values.ts';
import { withinRun } from '../support/within.ts';

const type = record({
  noun: 'sales call',
  many: 'calls',
  sample: {
    id: 'x1',
    count: 2,
    open: true,
    day: '2026-03-05',
    startedAt: '2026-03-05T17:00:00.000Z',
    tags: ['a'],
    numbers: [1],
    none: [],
    contact: { firstName: 'Maria', url: 'https://example.com' },
    rows: [{ itemName: 'x', qty: 1 }],
  },
  labels: { count: 'Number of Calls', 'rows[]qty': 'Quantities' },
});

const finished = (records: JsonObject[], of = type) =>
  withinRun((run) => finishRecords(records, of, { run, input: {} }));

test('labelled output fields, types from the sample', () => {
  expect(type.outputFields).toEqual([
    { key: 'id', label: 'Sales Call ID' },
    { key: 'count', label: 'Number of Calls', type: 'number' },
    { key: 'open', label: 'Open', type: 'boolean' },
    { key: 'day', label: 'Day' },
    { key: 'startedAt', label: 'Started At', type: 'datetime' },
    { key: 'tags', label: 'Tags', list: true },
    { key: 'numbers', label: 'Numbers', type: 'number', list: true },
    { key: 'none', label: 'None', list: true },
    // Nested members whose key says it all (contact__firstName, rows[]itemName) are not declared.
    { key: 'rows[]qty', label: 'Quantities', type: 'number' },
  ]);
});

test('of a trigger: id and revision are the keys of dedupe', () => {
  expect(type.trigger.sample).toMatchObject({ id: 'x1', revision: 'new' });
  const primary = type.trigger.outputFields.filter((field) => 'primary' in field && field.primary);
  expect(primary).toMatchObject([{ key: 'id' }, { key: 'revision' }]);
});

test('records leave with every key of the sample, ids as text and dates as ISO 8601', async () => {
  const [one] = await finished([{ _id: 7, startedAt: 1772730000000, extra: 'kept' }]);
  expect(one).toMatchObject({
    id: '7',
    startedAt: '2026-03-05T17:00:00.000Z',
    extra: 'kept',
    count: null,
    contact: null,
    rows: null,
  });
});

test('nothing of the request stays, and a date that is not there is null', async () => {
  const [one] = await finished([{ id: 'a', traceId: 't1' }]);
  expect(one).not.toHaveProperty('traceId');
  expect(one).toMatchObject({ startedAt: null, day: null });
});

test('a date inside of a part is ISO 8601, too, where the part is there', async () => {
  const nested = record({
    noun: 'x',
    sample: { id: 'x1', createdBy: { at: '2026-03-05T17:00:00.000Z', by: 'u1' } },
  });
  const records = [
    { id: 'a', createdBy: { at: 1772730000000, by: 'u2' } },
    { id: 'b', createdBy: { by: 'u2' } },
    { id: 'c', createdBy: null },
  ];
  expect(await finished(records, nested)).toStrictEqual([
    { id: 'a', createdBy: { at: '2026-03-05T17:00:00.000Z', by: 'u2' } },
    { id: 'b', createdBy: { by: 'u2' } },
    { id: 'c', createdBy: null },
  ]);
});

test('an ID that `complete` brings is a text, too', async () => {
  const complete = (records: JsonObject[]) => records.map((raw) => ({ ...raw, id: 7 }));
  const completed = record({ noun: 'x', sample: { id: 'x1' }, complete });
  expect(await finished([{}], completed)).toEqual([{ id: '7' }]);
});

test('a switch says yes as a text, too', () => {
  expect([true, 'true', false, 'false', undefined, null, 1].map(isTrue)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('`complete` works on them before what is missing is filled in', async () => {
  const completed = record({
    noun: 'x',
    sample: { id: 'x1', name: 'N', more: 'M' },
    complete: (records) => records.map((raw) => ({ ...raw, name: String(raw.id) })),
  });
  expect(await finished([{ id: 'a' }], completed)).toEqual([{ id: 'a', name: 'a', more: null }]);
});

test('a look-up that fails fails a read, and leaves a write as it was', async () => {
  const fails = () => Promise.reject(new Error('no'));
  await withinRun(async (run) => {
    const reading = { run, input: {} };
    await expect(withLookUp([{ id: 'a' }], reading, fails)).rejects.toThrow('no');
    expect(await withLookUp([{ id: 'a' }], { ...reading, answer: {} }, fails)).toEqual([
      { id: 'a' },
    ]);
  });
});

test.each([
  ['locationId', 'Location ID'],
  ['dndSettings__SMS__status', 'DND Settings SMS Status'],
  ['utm_source', 'UTM Source'],
  ['items[]avatarUrl', 'Items Avatar URL'],
  ['termsOfServiceVersion', 'Terms of Service Version'],
  ['assignedTo', 'Assigned To'],
  ['accountIds', 'Account IDs'],
  ['saasPlan__apiKey', 'SaaS Plan API Key'],
  ['attachmentUrls', 'Attachment URLs'],
  ['linkedinPost[]postAsPdf', 'LinkedIn Post Post as PDF'],
  ['sub-account', 'Sub-Account'],
  ['linkedInAdAccount', 'LinkedIn Ad Account'],
  ['aTwoPCompliance__isA2POptInForm2', 'A2P Compliance Is A2P Opt in Form 2'],
  ['a2pOptInForm1PreChecked', 'A2P Opt in Form 1 Pre Checked'],
  ['enabled2waySync', 'Enabled 2way Sync'],
  ['dndSettings__WhatsApp__status', 'DND Settings WhatsApp Status'],
  ['isSaaSV2', 'Is SaaS V2'],
  ['addressLine1', 'Address Line 1'],
  ['qty', 'Quantity'],
])('%s reads %s', (key, title) => {
  expect(titleOf(key)).toBe(title);
});

test.each([
  ['contact', 'contacts'],
  ['Category', 'Categories'],
  ['survey', 'surveys'],
  ['business', 'businesses'],
  ['tax', 'taxes'],
])('several of %s are %s', (noun, several) => {
  expect(pluralOf(noun)).toBe(several);
});
