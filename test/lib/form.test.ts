import * as zod from 'zod';
import {
  choice,
  customInputs,
  date,
  dateTime,
  email,
  from,
  integer,
  locationId,
  longText,
  note,
  number,
  text,
  yesNo,
} from '../../fields/common.ts';
import { fieldsToEmpty } from '../../fields/empty.ts';
import { contactId } from '../../fields/ids.ts';
import { buildForm } from '../../lib/form/form.ts';
import type { JsonObject } from '../../lib/values.ts';
import { withinRun } from '../support/within.ts';

type Shape = Record<string, zod.core.SomeType>;

const fieldsOf = (shape: Shape) => buildForm(zod.object(shape)).inputFields;
const read = (shape: Shape, inputData: JsonObject, authData: Record<string, string> = {}) =>
  withinRun((run) => buildForm(zod.object(shape)).read(run), { inputData, authData });

describe('the form', () => {
  test.each<[string, zod.core.SomeType, object]>([
    ['a text', text('A', 'Helps to fill it in.'), { helpText: 'Helps to fill it in.' }],
    ['a long text', longText('A'), { type: 'text' }],
    ['an email', zod.email().meta({ label: 'A' }), {}],
    ['a switch, as a list', yesNo('A'), { choices: ['Yes', 'No'] }],
    ['a number, as text', number('A'), { placeholder: '10' }],
    ['a whole number, as text', integer('A'), { placeholder: '10' }],
    ['a number of 15 or more', integer('A').min(15), { placeholder: '15' }],
    ['a number up to 5', number('A').min(0).max(5), { placeholder: '5' }],
    [
      'a number to choose',
      number('A').meta({ choices: { 0: 'None', 1: 'One' } }),
      { choices: { 0: 'None', 1: 'One' } },
    ],
    ['a moment', dateTime('A'), { type: 'datetime' }],
    ['a day', date('A'), { type: 'datetime' }],
    ['epoch milliseconds', from('A'), { type: 'datetime' }],
    ['a password', text('A').meta({ type: 'password' }), { type: 'password' }],
    ['a choice', choice('A', { x: 'X' }), { choices: { x: 'X' } }],
    ['a list', zod.array(zod.string()).meta({ label: 'A' }), { list: true }],
    ['numbers', zod.array(zod.number()).meta({ label: 'A' }), { placeholder: '10', list: true }],
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
      { key: 'b', label: 'B', choices: ['Yes', 'No'], default: 'No' },
      { key: 'c', label: 'C', placeholder: '10', default: '5' },
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
    expect(fieldsOf({ clear: fieldsToEmpty({ email: email('Email').optional() }) })).toMatchObject([
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
      { key: 'a__c__d', label: 'D', choices: ['Yes', 'No'] },
      {
        key: 'rows',
        label: 'Rows',
        children: [
          { key: 'e', label: 'E', required: true },
          { key: 'f', label: 'F', placeholder: '10' },
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

test('a text of a million digits that is no number is refused at once', async () => {
  const start = process.cpuUsage();
  await expect(read({ a: number('Price') }, { a: `${'1'.repeat(1e6)}x` })).rejects.toThrow(
    '“Price” must be a number, for example 1500.50.',
  );
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(1_000);
});
