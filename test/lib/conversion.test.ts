import * as zod from 'zod';
import {
  choice,
  date,
  dateTime,
  email,
  from,
  integer,
  locationId,
  money,
  number,
  text,
  until,
  yesNo,
} from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { buildForm } from '../../lib/form/form.ts';
import type { JsonObject } from '../../lib/values.ts';
import { withinRun } from '../support/within.ts';

type Shape = Record<string, zod.core.SomeType>;

const read = (shape: Shape, inputData: JsonObject, authData: Record<string, string> = {}) =>
  withinRun((run) => buildForm(zod.object(shape)).read(run), { inputData, authData });

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
    [from('A'), '2026-03-05T09:30:00-08:00', 1772731800000],
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

  test.each<[string, number]>([
    ['0.125', 0.125],
    ['12.50', 12.5],
    ['1500.000', 1500],
    ['1,234.500', 1234.5],
    ['$1500.5', 1500.5],
  ])('the amount %j means one thing', async (value, expected) => {
    expect(await read({ a: money('A') }, { a: value })).toEqual({ a: expected });
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

describe('what Zapier converts', () => {
  const timezone = 'America/New_York';
  const readIn = (schema: zod.core.SomeType, a: unknown, typed?: unknown, zone = timezone) =>
    withinRun((run) => buildForm(zod.object({ a: schema })).read(run), {
      inputData: { a },
      ...(typed === undefined
        ? {}
        : { inputDataRaw: { a: Array.isArray(typed) ? (typed as never) : String(typed) } }),
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
    ...[
      'December 3 at 9',
      'December 3 @ 9',
      '9 o’clock on December 3',
      "Thursday 9 o'clock",
      '2026-12-03T09',
      '2026-12-03 09.00',
      'December 3 in the morning',
      'this evening',
      'tonight',
      'midday',
      'in 1h',
      'in 15m',
      'in 90 seconds',
      'an hour from now',
      'now',
    ].map((typed): [string, string, number, number] => [
      '2026-12-03T09:00:00-05:00',
      typed,
      nine,
      nine,
    ]),
    ...['5 days from now', 'a week from now', 'second of December', '03.12.2026', 'on 03.12'].map(
      (typed): [string, string, number, number] => ['2026-12-03T09:00:00-05:00', typed, begin, end],
    ),
  ])('a span of %j, typed as %j', async (value, typed, first, last) => {
    expect(await readIn(from('A'), value, typed)).toEqual({ a: first });
    expect(await readIn(until('A'), value, typed)).toEqual({ a: last });
  });

  test.each(['', 'Eastern'])('days are UTC if the zone is %j', async (zone) => {
    expect(await readIn(until('A'), '2026-12-03', undefined, zone)).toEqual({
      a: Date.UTC(2026, 11, 4) - 1,
    });
  });

  test.each<[zod.core.SomeType, unknown, unknown, object]>([
    [number('A'), '1,234.50', '{{1__price}}', { a: 1234.5 }],
    [number('A').optional(), '', '{{1__price}}', {}],
    [yesNo('A'), 'off', '{{1__dnd}}', { a: false }],
    [yesNo('A').optional(), '', '{{1__dnd}}', {}],
  ])('%#: %j, mapped as %j, is what came', async (schema, value, typed, expected) => {
    expect(await readIn(schema, value, typed)).toEqual(expected);
  });

  test('rows that one mapped list has become are not what was typed into other rows', async () => {
    const rows = zod.array(zod.object({ start: from('Start') }));
    const typed = [{ start: '{{1__starts}}' }, { start: '2026-12-03' }];
    const hours = ['10', '11', '09'].map((hour) => `2026-12-03T${hour}:00:00-05:00`);
    const value = hours.map((start) => ({ start }));
    const [ten, eleven] = hours.map((moment) => ({ start: Date.parse(moment) }));
    expect(await readIn(rows, value, typed)).toEqual({ a: [ten, eleven, { start: begin }] });
  });

  test('“maybe” is not yes', async () => {
    await expect(readIn(yesNo('A'), 'maybe', '{{1__dnd}}')).rejects.toThrow('must be yes or no.');
  });
});
