import { calls, manyOf, oneOf } from '../../lib/operation.ts';
import { record } from '../../lib/record.ts';
import { problem, within } from '../support/within.ts';

const sample = { id: 'x1', name: 'N' };
const contact = record({ noun: 'contact', one: 'contact', many: 'contacts', sample });
/** A kind that no document wraps. */
const thing = record({ noun: 'thing', sample });
const [a, b] = [{ id: 'a' }, { id: 'b' }];

describe('the one record of an answer', () => {
  test.each([
    ['in its wrapper', contact, { contact: a, traceId: 't' }, [a]],
    ['none in it', contact, { contact: null }, []],
    ['a list of it in it', contact, { contact: [a] }, [a]],
    ['a list of it', thing, [a, null], [a]],
    ['under “data”', thing, { data: a }, [a]],
    ['under a name that nobody knows yet', thing, { novelty: a, traceId: 't' }, [a]],
    ['the same beside what it says of it', contact, { novelty: a, name: 'N' }, [a]],
  ])('%s', (_, type, answer, expected) => {
    expect(oneOf(answer, type)).toEqual(expected);
  });

  test.each([
    ['has an id, whatever else it holds', contact, { ...a, data: b, owner: b }],
    ['has an id of another spelling', thing, { _id: 'a', data: b }],
    ['has a part of the record', thing, { name: 'N', data: b }],
    ['holds two of which nobody knows which', thing, { first: a, second: b }],
  ])('the answer itself, where it %s', (_, type, answer) => {
    expect(oneOf(answer, type)).toEqual([answer]);
  });
});

describe('the list of an answer', () => {
  test.each([
    ['under its name', { contacts: [a, null, b], total: 2 }, [a, b]],
    ['as it is', [a, b], [a, b]],
    ['under “data”', { data: [a] }, [a]],
    ['under “data” and its name', { data: { contacts: [a] } }, [a]],
    ['under “items”', { items: [a] }, [a]],
    ['under “results”', { results: [] }, []],
    ['under a name that nobody knows yet', { people: [a], total: 1 }, [a]],
    ['its one record, which holds a list itself', { ...a, friends: [b] }, [{ ...a, friends: [b] }]],
  ])('%s', (_, answer, expected) => {
    expect(manyOf(answer, contact)).toEqual(expected);
  });

  test.each([
    ['null in its place', contact, { contacts: null, ...a }],
    ['a list of what are no records', thing, { errors: [], codes: [1, 2] }],
    ['two lists of which nobody knows which', thing, { first: [a], second: [b] }],
  ])('%s is none', (_, type, answer) => {
    expect(() => manyOf(answer, type)).toThrow('held no');
  });
});

test('a mistake of ours is told without the inputs of the step', async () => {
  const perform = calls([], async () => {
    throw new TypeError('mistake');
  });
  const told = await problem(within(perform, { inputData: { password: 'Never-Show-Me' } }));
  expect(told).toEqual({ name: 'TypeError', message: 'mistake' });
});
