import * as zod from 'zod';
import {
  choice,
  date,
  dateTime,
  integer,
  money,
  number,
  text,
  yesNo,
} from '../../fields/common.ts';
import { buildForm } from '../../lib/form/form.ts';
import type { JsonObject } from '../../lib/values.ts';
import { problem, withinRun } from '../support/within.ts';

type Shape = Record<string, zod.core.SomeType>;

const refusal = async (shape: Shape, inputData: JsonObject) => {
  const reading = withinRun((run) => buildForm(zod.object(shape)).read(run), { inputData });
  return (await problem(reading)).message;
};

describe('messages, by label', () => {
  test.each<[Shape, JsonObject, string]>([
    [{ a: text('Title') }, {}, '“Title” is required.'],
    [{ a: choice('Type', { x: 'X', y: 'Y' }) }, {}, '“Type” is required.'],
    [{ a: choice('Type', { x: 'X', y: 'Y' }) }, { a: 'z' }, '“Type” must be one of: “X”, “Y”.'],
    [{ a: number('Price') }, { a: 'much' }, '“Price” must be a number, for example 1500.50.'],
    [{ a: number('Price') }, { a: '1,5' }, '“Price” must be a number, for example 1500.50.'],
    // A half, as half of Europe writes it: no thousands begin with a zero.
    ...['0,500', '-0,125', '$00,500', '01,500'].map((a): [Shape, JsonObject, string] => [
      { a: number('Price') },
      { a },
      '“Price” must be a number, for example 1500.50.',
    ]),
    [{ a: number('Price') }, { a: '1,23,456' }, '“Price” must be a number, for example 1500.50.'],
    [{ a: number('Price') }, { a: '50¢' }, '“Price” must be a number, for example 1500.50.'],
    [
      { a: money('Price') },
      { a: '1.500' },
      '“Price” must be 1500 or 1.50: “1.500” could mean both.',
    ],
    [
      { a: money('Price') },
      { a: '-€1.234' },
      '“Price” must be -1234 or -1.23: “-€1.234” could mean both.',
    ],
    [{ a: money('Price') }, { a: '1,5' }, '“Price” must be a number, for example 1500.50.'],
    [{ a: integer('Count') }, { a: 'ten' }, '“Count” must be a whole number, for example 15.'],
    [
      { a: zod.object({ n: integer('Count').min(1) }) },
      { a__n: '10 %' },
      '“Count” must be a whole number, for example 15.',
    ],
    [
      { a: zod.array(zod.object({ b: zod.object({ c: zod.object({ n: integer('Count') }) }) })) },
      { a: [{ b__c__n: '1' }, { b__c__n: '10 %' }] },
      '“Count” (item 2) must be a whole number, for example 15.',
    ],
    [
      { a: zod.array(zod.object({ b: zod.object({ c: choice('Type', { x: 'X' }) }) })) },
      { a: [{ b__c: 'z' }] },
      '“Type” (item 1) must be one of: “X”.',
    ],
    [
      { a: integer('Count') },
      { a: '1.000' },
      '“Count” must be 1000 or 1: “1.000” could mean both.',
    ],
    [{ a: integer('Count') }, { a: '1.440' }, '“Count” must be a whole number, for example 15.'],
    [{ a: money('Price') }, { a: '1.000' }, '“Price” must be 1000 or 1: “1.000” could mean both.'],
    [{ a: integer('Count') }, { a: '1.5' }, '“Count” must be a whole number, for example 15.'],
    [{ a: yesNo('Open') }, { a: 'perhaps' }, '“Open” must be yes or no.'],
    [{ a: yesNo('Open') }, { a: '1.500' }, '“Open” must be yes or no.'],
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
      '“Quantity” (item 2) must be a whole number, for example 15.',
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

  test.each<[unknown[], string]>([
    [[{ q: 1 }, { q: '' }, { q: null }, { q: 'x' }], '“Quantity” (item 4) must be a whole number'],
    [[{}, '', { p: 'y' }], '“Quantity” (item 3) is required.'],
    [[null, { q: 'x' }, [], { q: 'y' }], '“Quantity” (item 4) must be'],
  ])('rows that are left empty count: %j', async (rows, expected) => {
    const row = zod.object({ q: integer('Quantity'), p: text('P').optional() });
    const shape = { part: zod.object({ rows: zod.array(row).meta({ label: 'Rows' }) }) };
    expect(await refusal(shape, { part__rows: rows })).toContain(expected);
    expect(
      await refusal({ l: zod.array(integer('N')).meta({ label: 'List' }) }, { l: ['', 2, 'x'] }),
    ).toBe('“List” (item 3) must be a whole number, for example 15.');
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
