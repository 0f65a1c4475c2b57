import * as zod from 'zod';
import {
  choice,
  customInputs,
  date,
  dateTime,
  epochMilliseconds,
  integer,
  locationId,
  longText,
  note,
  number,
  text,
  yesNo,
} from '../../fields/common.ts';
import { fieldsToEmpty } from '../../fields/empty.ts';
import { chosen, contactId } from '../../fields/ids.ts';
import { buildForm } from '../../lib/form/form.ts';
import type { JsonObject } from '../../lib/values.ts';
import { problem, withinRun } from '../support/within.ts';

type Shape = Record<string, zod.core.SomeType>;

const fieldsOf = (shape: Shape) => buildForm(zod.object(shape)).inputFields;
const read = (shape: Shape, inputData: JsonObject, authData: Record<string, string> = {}) =>
  withinRun((run) => buildForm(zod.object(shape)).read(run), { inputData, authData });
const refusal = async (shape: Shape, inputData: JsonObject) =>
  (await problem(read(shape, inputData))).message;

describe('the form', () => {
  test.each<[string, zod.core.SomeType, object]>([
    ['a text', text('A', 'Helps to fill it in.'), { helpText: 'Helps to fill it in.' }],
    ['a long text', longText('A'), { type: 'text' }],
    ['an e-mail', zod.email().meta({ label: 'A' }), {}],
    ['a switch', yesNo('A'), { type: 'boolean' }],
    ['a number', number('A'), { type: 'number' }],
    ['a whole number', integer('A'), { type: 'integer' }],
    ['a moment', dateTime('A'), { type: 'datetime' }],
    ['a day', date('A'), { type: 'datetime' }],
    ['epoch milliseconds', epochMilliseconds('A'), { type: 'datetime' }],
    ['a password', text('A').meta({ type: 'password' }), { type: 'password' }],
    ['a choice', choice('A', { x: 'X' }), { choices: { x: 'X' } }],
    ['a list', zod.array(zod.string()).meta({ label: 'A' }), { list: true }],
    ['numbers', zod.array(zod.number()).meta({ label: 'A' }), { type: 'number', list: true }],
  ])('%s', (_what, schema, expected) => {
    expect(fieldsOf({ a: schema })).toEqual([
      { key: 'a', label: 'A', required: true, ...expected },
    ]);
  });

  test('optional and defaults: no `required`, defaults as text', () => {
    expect(
      fieldsOf({
        a: text('A').optional(),
        b: yesNo('B').default(false),
        c: integer('C').default(5),
        d: choice('D', { x: 'X' }).default('x'),
        e: zod.array(zod.string()).default([]).meta({ label: 'E' }),
      }),
    ).toEqual([
      { key: 'a', label: 'A' },
      { key: 'b', label: 'B', type: 'boolean', default: 'false' },
      { key: 'c', label: 'C', type: 'integer', default: '5' },
      { key: 'd', label: 'D', default: 'x', choices: { x: 'X' } },
      { key: 'e', label: 'E', list: true },
    ]);
  });

  test('a note takes no input', () => {
    expect(fieldsOf({ n: note('Deleting is final.') })).toEqual([
      { key: 'n', label: 'Please Note', type: 'copy', helpText: 'Deleting is final.' },
    ]);
  });

  test('a dropdown; in a list it cannot offer a search step (D014)', () => {
    expect(fieldsOf({ c: contactId })).toMatchObject([
      { dynamic: 'list_contact_choices.id.name', search: 'find_contact.id', required: true },
    ]);
    const [list] = fieldsOf({ c: zod.array(contactId).meta({ label: 'Contacts' }) });
    expect(list).toMatchObject({
      label: 'Contacts',
      dynamic: 'list_contact_choices.id.name',
      list: true,
    });
    expect(list).not.toHaveProperty('search');
  });

  test('fields to empty', () => {
    expect(fieldsOf({ clear: fieldsToEmpty({ email: 'Email' }) })).toMatchObject([
      { key: 'clear', label: 'Fields to Empty', list: true, choices: { email: 'Email' } },
    ]);
  });

  test('nothing for what the connection or something else fills', () => {
    expect(fieldsOf({ locationId, customField: customInputs.optional() })).toEqual([]);
  });

  test('objects become their members, line items become children', () => {
    const shape = {
      a: zod.object({ b: text('B'), c: zod.object({ d: yesNo('D').optional() }).optional() }),
      rows: zod
        .array(zod.object({ e: text('E'), f: integer('F').optional() }))
        .meta({ label: 'Rows' })
        .optional(),
    };
    expect(fieldsOf(shape)).toEqual([
      { key: 'a__b', label: 'B', required: true },
      { key: 'a__c__d', label: 'D', type: 'boolean' },
      {
        key: 'rows',
        label: 'Rows',
        children: [
          { key: 'e', label: 'E', required: true },
          { key: 'f', label: 'F', type: 'integer' },
        ],
      },
    ]);
  });

  test('sections, also of members of objects', () => {
    const { inputFields, inputFieldGroups } = buildForm(
      zod.object({
        a: text('A').meta({ group: 'Do Not Disturb', emphasize: true }),
        b: zod.object({ c: text('C') }).meta({ group: 'More & More' }),
        d: text('D').meta({ group: 'Do Not Disturb' }).optional(),
      }),
    );
    expect(inputFields.map(({ group }) => group)).toEqual([
      'do_not_disturb',
      'more_more',
      'do_not_disturb',
    ]);
    expect(inputFieldGroups).toEqual([
      { key: 'do_not_disturb', label: 'Do Not Disturb', emphasize: true },
      { key: 'more_more', label: 'More & More' },
    ]);
  });

  test('a transform changes the request, not the form', async () => {
    const form = buildForm(
      zod.object({ a: text('A') }).transform(({ a }) => ({ sent: a.toUpperCase() })),
    );
    expect(form.inputFields).toMatchObject([{ key: 'a' }]);
    expect(await withinRun((run) => form.read(run), { inputData: { a: 'x' } })).toEqual({
      sent: 'X',
    });
  });
});

describe('reading', () => {
  test.each<[zod.core.SomeType, unknown, unknown]>([
    [text('A'), 5, '5'],
    [text('A'), true, 'true'],
    [text('A'), ' as it is\n', ' as it is\n'],
    [zod.email(), ' maria@example.com ', 'maria@example.com'],
    [chosen('A', 'list_users.id.name'), ' u1 ', 'u1'],
    [number('A'), ' 5.5 ', 5.5],
    [integer('A'), '0', 0],
    [yesNo('A'), 'Yes', true],
    [yesNo('A'), 'off', false],
    [yesNo('A'), '0', false],
    [yesNo('A'), 1, true],
    [yesNo('A'), 0, false],
    [zod.array(zod.string()), 'one', ['one']],
    [zod.array(zod.string()), ['one', '', 2], ['one', '2']],
    [zod.array(zod.number()), '7', [7]],
    [zod.array(zod.object({ n: integer('N').optional() })), { n: '7', none: '' }, [{ n: 7 }]],
    [dateTime('A'), '2026-03-05T09:00:00-08:00', '2026-03-05T17:00:00.000Z'],
    [date('A'), '2026-03-05T23:30:00-08:00', '2026-03-05'],
    [epochMilliseconds('A'), '2026-03-05T09:00:00-08:00', 1772730000000],
    [zod.unknown(), 7, 7],
    [zod.unknown(), 'x', 'x'],
  ])('%#: %j becomes what is asked for', async (schema, value, expected) => {
    expect(await read({ a: schema }, { a: value })).toEqual({ a: expected });
  });

  test.each(['', null, undefined, [], {}, [''], [null]])('%j is left out', async (value) => {
    const shape = { a: text('A').optional(), list: zod.array(zod.string()).optional() };
    expect(await read(shape, { a: Array.isArray(value) ? '' : value, list: value })).toEqual({});
  });

  test('zero and no are values', async () => {
    const shape = { n: number('N').optional(), b: yesNo('B').optional() };
    expect(await read(shape, { n: 0, b: false })).toEqual({ n: 0, b: false });
  });

  test('a default counts where nothing is filled in', async () => {
    expect(await read({ b: yesNo('B').default(true) }, { b: '' })).toEqual({ b: true });
  });

  test('members of objects, by form key or nested', async () => {
    const shape = {
      a: zod
        .object({ b: text('B').optional(), c: zod.object({ d: yesNo('D') }).optional() })
        .optional(),
    };
    const expected = { a: { b: 'x', c: { d: true } } };
    expect(await read(shape, { a__b: 'x', a__c__d: 'yes' })).toEqual(expected);
    expect(await read(shape, { a: { b: 'x', c: { d: 'yes' } } })).toEqual(expected);
    expect(await read(shape, { a__b: '', a__c__d: null })).toEqual({});
  });

  test('what the connection fills wins over what came in; an agency’s choice counts', async () => {
    expect(await read({ locationId }, { locationId: 'other' }, { locationId: 'loc1' })).toEqual({
      locationId: 'loc1',
    });
    expect(await read({ locationId }, { locationId: ' sub1\n' }, { locationId: '' })).toEqual({
      locationId: 'sub1',
    });
  });

  test('fields that the form does not have are not sent', async () => {
    expect(await read({ a: text('A') }, { a: 'x', b: 'y', __proto__: { c: 1 } })).toEqual({
      a: 'x',
    });
  });
});

test('a text of a million digits that is no number is refused at once', async () => {
  const start = performance.now();
  await expect(read({ a: number('Price') }, { a: `${'1'.repeat(1e6)}x` })).rejects.toThrow(
    '“Price” must be a number.',
  );
  expect(performance.now() - start).toBeLessThan(1_000);
});

describe('messages, by label', () => {
  test.each<[Shape, JsonObject, string]>([
    [{ a: text('Title') }, {}, '“Title” is required.'],
    [{ a: choice('Type', { x: 'X', y: 'Y' }) }, {}, '“Type” is required.'],
    [{ a: choice('Type', { x: 'X', y: 'Y' }) }, { a: 'z' }, '“Type” must be one of: x, y.'],
    [{ a: number('Price') }, { a: 'much' }, '“Price” must be a number.'],
    [{ a: integer('Count') }, { a: '1.5' }, '“Count” must be a whole number.'],
    [{ a: yesNo('Open') }, { a: 'perhaps' }, '“Open” must be yes or no.'],
    [{ a: zod.email().meta({ label: 'Email' }) }, { a: 'x@' }, '“Email” must be an email address.'],
    [{ a: zod.url().meta({ label: 'Website' }) }, { a: 'x' }, '“Website” must be a valid url.'],
    [{ a: dateTime('Start') }, { a: 'soon' }, '“Start” must be a date and time.'],
    [{ a: date('Birthday') }, { a: 'soon' }, '“Birthday” must be a date.'],
    [{ a: date('Birthday') }, { a: '2026-03-041' }, '“Birthday” must be a date.'],
    [{ a: date('Birthday') }, { a: '2026-03-04 to 05' }, '“Birthday” must be a date.'],
    [{ a: zod.object({ b: text('Name') }) }, {}, '“Name” is required.'],
    [
      { rows: zod.array(zod.object({ q: integer('Quantity') })).meta({ label: 'Rows' }) },
      { rows: [{ q: 1 }, { q: 'x' }] },
      '“Quantity” (item 2) must be a number.',
    ],
    [
      { rows: zod.array(zod.object({ q: integer('Quantity') })).meta({ label: 'Rows' }) },
      { rows: ['x'] },
      '“Rows” (item 1) must be a line item.',
    ],
    [{ a: text('A'), b: text('B') }, {}, '“A” is required. “B” is required.'],
  ])('%#', async (shape, input, expected) => {
    expect(await refusal(shape, input)).toBe(expected);
  });

  test('lengths and ranges say the limit', async () => {
    expect(await refusal({ a: text('Query').max(3) }, { a: 'long' })).toMatch(/^“Query” .*3 char/);
    expect(await refusal({ a: integer('Limit').min(1) }, { a: 0 })).toMatch(/^“Limit” .*1\.$/);
  });

  test('rules of the operation are shown as they are', async () => {
    const form = buildForm(
      zod
        .object({ a: text('A').optional() })
        .refine(({ a }) => a, 'Fill in A or B.')
        .refine(() => false, { path: ['a'], message: 'does not fit.' }),
    );
    const { name, message } = await problem(withinRun((run) => form.read(run)));
    expect(name).toBe('HaltedError');
    expect(message).toBe('Fill in A or B. “A” does not fit.');
  });

  test('labels of every field, children too', () => {
    const shape = {
      a: text('A'),
      o: zod.object({ b: text('B') }),
      l: zod.array(zod.object({ c: text('C') })),
    };
    expect(buildForm(zod.object(shape)).labels).toEqual({ a: 'A', o__b: 'B', l: 'l', c: 'C' });
  });
});
