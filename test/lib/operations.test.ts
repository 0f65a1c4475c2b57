import * as zod from 'zod';
import { listIn, recordIn } from '../../lib/api/answers.ts';
import { create, search, trigger } from '../../lib/operations.ts';
import { tracked } from '../../lib/perform.ts';
import { type RecordType, record } from '../../lib/record.ts';
import { problem, within } from '../support/within.ts';
import { bundleOf, type Perform, plainZ } from '../support/zapier.ts';

const sample = { id: 'x1', name: 'N' };
const contact = record({ noun: 'contact', one: 'contact', many: 'contacts', sample });
/** A kind that no document wraps. */
const thing = record({ noun: 'thing', sample });
const [a, b] = [{ id: 'a' }, { id: 'b' }];

describe('the one record of an answer', () => {
  test.each([
    ['in its wrapper', contact, { contact: a, traceId: 't' }, a],
    ['none in it', contact, { contact: null }, undefined],
    ['a list of it in it', contact, { contact: [a] }, a],
    ['a list of it', thing, [a, null], a],
    ['under “data”', thing, { data: a }, a],
    ['under a name that nobody knows yet', thing, { novelty: a, traceId: 't' }, a],
    ['the same beside what it says of it', contact, { novelty: a, name: 'N' }, a],
  ])('%s', (_, type, answer, expected) => {
    expect(recordIn(answer, type)).toEqual(expected);
  });

  test.each([
    ['has an id, whatever else it holds', contact, { ...a, data: b, owner: b }],
    ['has an id of another spelling', thing, { _id: 'a', data: b }],
    ['has a part of the record', thing, { name: 'N', data: b }],
    ['holds two of which nobody knows which', thing, { first: a, second: b }],
  ])('the answer itself, where it %s', (_, type, answer) => {
    expect(recordIn(answer, type)).toEqual(answer);
  });
});

describe('the list of an answer', () => {
  test.each([
    ['under its name', { contacts: [a, null, b], total: 2 }, [a, b]],
    ['as it is', [a, b], [a, b]],
    ['under “data”, beside another', { data: [a], friends: [b] }, [a]],
    ['under “data” and its name', { data: { contacts: [a], friends: [b] }, more: [b] }, [a]],
    ['under “items”', { items: [a] }, [a]],
    ['under “results”', { results: [] }, []],
    ['under a name that nobody knows yet', { people: [a], total: 1 }, [a]],
    ['its one record, which holds a list itself', { ...a, friends: [b] }, [{ ...a, friends: [b] }]],
  ])('%s', (_, answer, expected) => {
    expect(listIn(answer, contact)).toEqual(expected);
  });

  test('under “data” where the kind is never shown alone', () => {
    expect(listIn({ data: [a], friends: [b] }, thing)).toEqual([a]);
  });

  test.each([
    ['null in its place', contact, { contacts: null, ...a }],
    ['a list of what are no records', thing, { codes: [1, 2] }],
    ['two lists of which nobody knows which', thing, { first: [a], second: [b] }],
  ])('%s is none', (_, type, answer) => {
    expect(() => listIn(answer, type)).toThrow('contained no');
  });
});

test('what has no id is no record of a list that holds one only', () => {
  expect(listIn({ contact: { name: 'N' } }, contact)).toEqual([]);
});

describe('a search', () => {
  const found = (type: RecordType, answer: object) => {
    const input = zod.object({ contactId: zod.string() });
    const { perform } = search('GET /contacts/{contactId}', { input, record: type });
    return (perform as Perform)(
      plainZ(() => answer),
      bundleOf({ contactId: 'c1' }),
    );
  };

  test('whose answer says nothing but its trace has found none', async () => {
    expect(await found(thing, { traceId: 't1' })).toEqual([]);
    expect(await found(thing, { ...a, traceId: 't1' })).toEqual([{ id: 'a', name: null }]);
  });

  test('fails where the one record has no id, unless its kind has none or it is one of a list', async () => {
    await expect(found(thing, { name: 'N' })).rejects.toThrow('contained no thing');
    const nameless = record({ noun: 'thing', sample: { name: 'N' } });
    expect(await found(nameless, { name: 'N' })).toEqual([{ name: 'N' }]);
    expect(await found(contact, { contacts: [a, { name: 'N' }] })).toHaveLength(2);
  });
});

test('a write that is done is told, though its record cannot be completed', async () => {
  const complete = () => Promise.reject(new Error('no'));
  const broken = record({ noun: 'thing', sample, complete });
  const { perform } = create('POST /contacts/', { input: zod.object({}), record: broken });
  const z = plainZ(() => a);
  expect(await (perform as Perform)(z, bundleOf({}))).toEqual({ id: 'a', name: null });
});

test('the wrong kind of connection is told before what is missing in the form', async () => {
  const input = zod.object({ companyId: zod.string() });
  for (const { perform } of [
    create('PUT /locations/{companyId}', { input, record: thing }),
    search('GET /companies/{companyId}', { input, record: thing }),
    trigger('GET /companies/{companyId}', { input, record: thing }),
  ]) {
    const run = (perform as Perform)(
      plainZ(() => a),
      bundleOf({}),
    );
    await expect(run).rejects.toThrow('This needs an agency connection');
  }
});

test('a dropdown takes over only what its list cannot do without', async () => {
  const urls: string[] = [];
  const z = plainZ(({ url }) => {
    urls.push(url);
    return { contacts: [a] };
  });
  const input = zod.object({ contactId: zod.string(), query: zod.string().optional() });
  const { perform } = trigger('GET /contacts/{contactId}/tasks', { input, record: contact });
  const list = perform as Perform;
  const inputData = { contactId: 'c1', query: 'of another step' };
  await list(z, bundleOf(inputData));
  await list(z, bundleOf(inputData, { isFillingDynamicDropdown: true }));
  expect(urls).toEqual(['/contacts/c1/tasks?query=of+another+step', '/contacts/c1/tasks']);
});

test('a trigger shows a record that an answer repeats once', async () => {
  const { perform } = trigger('GET /contacts/', { input: zod.object({}), record: contact });
  const poll = perform as Perform;
  const answer = { contacts: [a, b, { ...a, name: 'Again' }] };
  expect(
    await poll(
      plainZ(() => answer),
      bundleOf({}),
    ),
  ).toMatchObject([a, b]);
});

test('a mistake of ours is told without the inputs of the step', async () => {
  const perform = tracked([], async () => {
    throw new TypeError('mistake');
  });
  const told = await problem(within(perform, { inputData: { password: 'Never-Show-Me' } }));
  expect(told).toEqual({ name: 'TypeError', message: 'mistake' });
});
