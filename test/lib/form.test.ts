import * as zod from 'zod';
import {
  choice,
  customInputs,
  date,
  dateTime,
  email,
  epochMilliseconds,
  from,
  integer,
  locationId,
  longText,
  note,
  number,
  text,
  until,
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
    ['an email', zod.email().meta({ label: 'A' }), {}],
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
    [number('A'), '1,234.50', 1234.5],
    [number('A'), '$500', 500],
    [number('A'), '-€1,000', -1000],
    [number('A'), '1,000 €', 1000],
    [choice('A', { won: 'Won' }), ' Won ', 'won'],
    [choice('A', { noshow: 'No-show' }), 'NO-SHOW', 'noshow'],
    [choice('A', { b: 'a', a: 'b' }), 'a', 'a'],
    [zod.array(choice('A', { won: 'Won' })), ['WON'], ['won']],
    [email('A'), 'jürgen@müller.example', 'jürgen@müller.example'],
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

describe('what Zapier converts', () => {
  const timezone = 'America/New_York';
  const readIn = (schema: zod.core.SomeType, a: unknown, typed?: unknown, zone = timezone) =>
    withinRun((run) => buildForm(zod.object({ a: schema })).read(run), {
      inputData: { a },
      ...(typed === undefined ? {} : { inputDataRaw: { a: String(typed) } }),
      meta: { timezone: zone },
    });

  test.each<[unknown, unknown]>([
    ['2026-12-03T15:00:00-05:00', '2026-12-03T20:00:00.000Z'],
    ['2026-12-03 15:00', '2026-12-03T20:00:00.000Z'],
    ['2026-12-03 15:00:30', '2026-12-03T20:00:30.000Z'],
    ['2026-12-03 15:00:00 -0500', '2026-12-03T20:00:00.000Z'],
    ['2026-12-03 15:00:00 UTC', '2026-12-03T15:00:00.000Z'],
    [' 2026-12-03T15:00Z ', '2026-12-03T15:00:00.000Z'],
    // A day without a time begins at nine, as Zapier has it.
    ['2026-12-03', '2026-12-03T14:00:00.000Z'],
  ])('the moment %j', async (value, expected) => {
    expect(await readIn(dateTime('A'), value)).toEqual({ a: expected });
  });

  test.each(['tomorrow at noon', '12/15/2026 10:00', '2026-02-30 10:00', '2026-12-03 25:00', 'x'])(
    'the moment %j is refused with an example',
    async (value) => {
      await expect(readIn(dateTime('A'), value)).rejects.toThrow(
        '“A” must be a date and time, for example 2026-12-03 15:00.',
      );
    },
  );

  test('a time without an offset is refused if nobody knows the zone', async () => {
    await expect(readIn(dateTime('A'), '2026-12-03 15:00', undefined, '')).rejects.toThrow(
      'must be a date and time',
    );
  });

  test.each<[unknown, unknown]>([
    ['2026-12-03', '2026-12-03'],
    ['2026-12-03 15:00', '2026-12-03'],
    ['2026-12-03T23:30:00-05:00', '2026-12-03'],
  ])('the day %j', async (value, expected) => {
    expect(await readIn(date('A'), value)).toEqual({ a: expected });
  });

  // The last moment and the first of the third of December in New York.
  const [begin, end] = [Date.UTC(2026, 11, 3, 5), Date.UTC(2026, 11, 4, 5) - 1];
  const nine = Date.UTC(2026, 11, 3, 14);
  test.each<[unknown, unknown, number, number]>([
    // Midnight by Zapier’s older pages, nine o’clock in its newest code.
    ['2026-12-03', undefined, begin, end],
    ['2026-12-03T00:00:00-05:00', undefined, begin, end],
    ['2026-12-03T09:00:00-05:00', undefined, begin, end],
    ['2026-12-03T09:00:00-05:00', '2026-12-03', begin, end],
    ['2026-12-03T09:00:00-05:00', 'December 3', begin, end],
    ['2026-12-03T09:00:00-05:00', '{{1234__day}}', begin, end],
    ['2026-12-03T00:00:00-05:00', '2026-12-03', begin, end],
    ['2026-12-03T09:00:00-05:00', '2026-12-03 09:00', nine, nine],
    ['2026-12-03T09:00:00-05:00', '12/3/2026 9am', nine, nine],
    ['2026-12-03T14:00:00Z', '{{1234__day}}', nine, nine],
  ])('a span of %j, typed as %j', async (value, typed, first, last) => {
    expect(await readIn(from('A'), value, typed)).toEqual({ a: first });
    expect(await readIn(until('A'), value, typed)).toEqual({ a: last });
  });

  test('days are UTC if nobody knows the zone', async () => {
    expect(await readIn(until('A'), '2026-12-03', undefined, '')).toEqual({
      a: Date.UTC(2026, 11, 4) - 1,
    });
  });

  test.each<[zod.core.SomeType, unknown, unknown, object]>([
    [number('A'), 1, '1,234.50', { a: 1234.5 }],
    [number('A'), 5, '{{1__price}}', { a: 5 }],
    [yesNo('A'), true, 'off', { a: false }],
    [yesNo('A').optional(), false, '', {}],
    [number('A').optional(), 0, '', {}],
  ])('%#: %j, typed as %j, is what was typed', async (schema, value, typed, expected) => {
    expect(await readIn(schema, value, typed)).toEqual(expected);
  });

  test('“maybe” is not yes', async () => {
    await expect(readIn(yesNo('A'), true, 'maybe')).rejects.toThrow('must be yes or no.');
  });
});

describe('messages, by label', () => {
  test.each<[Shape, JsonObject, string]>([
    [{ a: text('Title') }, {}, '“Title” is required.'],
    [{ a: choice('Type', { x: 'X', y: 'Y' }) }, {}, '“Type” is required.'],
    [{ a: choice('Type', { x: 'X', y: 'Y' }) }, { a: 'z' }, '“Type” must be one of: x, y.'],
    [{ a: number('Price') }, { a: 'much' }, '“Price” must be a number.'],
    [{ a: number('Price') }, { a: '1,5' }, '“Price” must be a number.'],
    [{ a: number('Price') }, { a: '1,23,456' }, '“Price” must be a number.'],
    [{ a: integer('Count') }, { a: '1.5' }, '“Count” must be a whole number.'],
    [{ a: yesNo('Open') }, { a: 'perhaps' }, '“Open” must be yes or no.'],
    [{ a: zod.email().meta({ label: 'Email' }) }, { a: 'x@' }, '“Email” must be an email address.'],
    [{ a: zod.url().meta({ label: 'Website' }) }, { a: 'x' }, '“Website” must be a web address.'],
    [
      { a: dateTime('Start') },
      { a: 'soon' },
      '“Start” must be a date and time, for example 2026-12-03 15:00.',
    ],
    [{ a: date('Birthday') }, { a: 'soon' }, '“Birthday” must be a date, for example 2026-12-03.'],
    [
      { a: date('Birthday') },
      { a: '2026-03-041' },
      '“Birthday” must be a date, for example 2026-12-03.',
    ],
    [
      { a: date('Birthday') },
      { a: '2026-03-04 to 05' },
      '“Birthday” must be a date, for example 2026-12-03.',
    ],
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

  test.each<[zod.core.SomeType, unknown, string]>([
    [text('A').max(75), 'x'.repeat(76), 'must have 75 characters or fewer.'],
    [text('A').min(2), 'x', 'must have at least 2 characters.'],
    [text('A').max(1), 'xx', 'must have 1 character or fewer.'],
    [integer('A').min(1), 0, 'must be 1 or more.'],
    [integer('A').max(50), 51, 'must be 50 or less.'],
    [number('A').max(0.5), 1, 'must be 0.5 or less.'],
    [
      zod.array(zod.string()).max(2).meta({ label: 'A' }),
      ['a', 'b', 'c'],
      'must have 2 items or fewer.',
    ],
    [zod.array(zod.string()).min(2).meta({ label: 'A' }), ['a'], 'must have at least 2 items.'],
    [integer('A').min(1, 'is too small'), 0, 'is too small.'],
  ])('%#: a limit in people’s words', async (schema, value, expected) => {
    expect(await refusal({ a: schema }, { a: value })).toBe(`“A” ${expected}`);
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
