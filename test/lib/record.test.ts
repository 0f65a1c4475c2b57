import { finish, type Raw, record, titleOf } from '../../lib/record.ts';
import { within } from '../support/within.ts';

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

const finished = (records: Raw[], of = type) =>
  within((z, bundle) => finish(records, of, { z, bundle, input: {} }));

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

test('`complete` works on them before what is missing is filled in', async () => {
  const completed = record({
    noun: 'x',
    sample: { id: 'x1', name: 'N', more: 'M' },
    complete: (records) => records.map((raw) => ({ ...raw, name: String(raw.id) })),
  });
  expect(await finished([{ id: 'a' }], completed)).toEqual([{ id: 'a', name: 'a', more: null }]);
});

test.each([
  ['locationId', 'Location ID'],
  ['dndSettings__SMS__status', 'DND Settings SMS Status'],
  ['utm_source', 'UTM Source'],
  ['items[]avatarUrl', 'Items Avatar URL'],
])('%s reads %s', (key, title) => {
  expect(titleOf(key)).toBe(title);
});
