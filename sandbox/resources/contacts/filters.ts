import * as zod from 'zod';
import { fail } from '../../gateway/errors.ts';
import type { Contact } from '../../seed/contact.ts';
import type { ContactIndex, IndexedContact } from '../../seed/contactIndex.ts';
import type { Location } from '../../state/state.ts';
import { fieldOf, OPPORTUNITY_OPERATORS, opportunitiesOf, opportunityField } from './fields.ts';

const condition = zod.looseObject({
  field: zod.string(),
  operator: zod.string(),
  value: zod.unknown().optional(),
});

type Condition = zod.output<typeof condition>;
type Group = { group: 'AND' | 'OR'; filters: Filter[] };
type Nested = { field: 'opportunities'; operator: 'nested'; filters: Condition[] };

/** A condition, conditions of which all or one must hold, or conditions on one and the same opportunity. */
export type Filter = Condition | Group | Nested;

export const filterSchema: zod.ZodType<Filter> = zod.lazy(() =>
  zod.union(
    [
      zod.strictObject({ group: zod.enum(['AND', 'OR']), filters: zod.array(filterSchema) }),
      zod.strictObject({
        field: zod.literal('opportunities'),
        operator: zod.literal('nested'),
        filters: zod.array(condition),
      }),
      condition,
    ],
    { error: 'must be a filter or a group of filters' },
  ),
);

const isGroup = (filter: Filter): filter is Group => 'group' in filter;
const isNested = (filter: Filter): filter is Nested =>
  'operator' in filter && filter.operator === 'nested';

const lowerCased = (value: unknown) =>
  (typeof value === 'string' ? value : String(value)).toLowerCase();

/**
 * The contacts that a filter leaves, where emails or phones tell without testing all of them; undefined where
 * nothing but a test does.
 */
export function candidatesFor(index: ContactIndex, filter: Filter): IndexedContact[] | undefined {
  if (isGroup(filter)) {
    const inner = filter.filters.map((one) => candidatesFor(index, one));
    if (filter.group !== 'OR') return inner.find((found) => found !== undefined);
    return inner.every((found) => found !== undefined) ? inner.flat() : undefined;
  }
  if (isNested(filter)) return undefined;
  const { field, operator, value } = filter;
  if (operator !== 'eq' || (field !== 'email' && field !== 'phone')) return undefined;
  return index.having(field, [value].flat().map(lowerCased));
}

type Test = (contact: Contact) => boolean;

const noOperator = () => fail(422, ['Invalid Operator']);

/** A filter or a group of filters as a test; an operator that a field does not take is a 422 (api#search-operators). */
export function testOf(filter: Filter, location: Location): Test {
  if (isNested(filter)) return nestedTest(filter, location);
  if (!isGroup(filter)) {
    const field = fieldOf(filter.field, location);
    if (!field) return filter.operator.startsWith('not_') ? () => true : () => false;
    if (!field.operators.has(filter.operator)) throw noOperator();
    const passes = valueTest(filter, field.isExact);
    return (contact) => passes(field.read(contact));
  }
  const inner = filter.filters.map((one) => testOf(one, location));
  return filter.group === 'OR'
    ? (contact) => inner.some((test) => test(contact))
    : (contact) => inner.every((test) => test(contact));
}

/** Whether one of a contact's opportunities passes all conditions (api#nested-filters). */
function nestedTest({ filters }: Nested, location: Location): Test {
  const ofContact = opportunitiesOf(location);
  const tests = filters.map((condition) => {
    const read = opportunityField(condition.field);
    if (!read || !OPPORTUNITY_OPERATORS.has(condition.operator)) throw noOperator();
    return { read, passes: valueTest(condition, true) };
  });
  return (contact) =>
    ofContact(contact).some((one) => tests.every(({ read, passes }) => passes(read(one))));
}

/** A condition as a test of the value of its field. Numbers and texts are never equal. */
function valueTest({ operator, value }: Condition, isExact = false): (held: unknown) => boolean {
  const plain = (one: unknown) => (typeof one === 'string' && !isExact ? one.toLowerCase() : one);
  // Several values in one filter mean any of them (api#several-values).
  const wanted = [value].flat().map(plain);
  const texts = wanted.map(String);
  const equals = (held: unknown) => anyOf(held, (part) => wanted.includes(plain(part)));
  const contains = (held: unknown) => anyOf(held, (part) => holdsOneOf(String(plain(part)), texts));
  const exists = (held: unknown) => anyOf(held, () => true);
  const tests: Record<string, (held: unknown) => boolean> = {
    eq: equals,
    not_eq: (held) => !equals(held),
    contains,
    not_contains: (held) => !contains(held),
    exists,
    not_exists: (held) => !exists(held),
    range: (held) => anyOf(held, rangeTest(value)),
  };
  const test = Object.hasOwn(tests, operator) ? tests[operator] : undefined;
  if (!test) throw noOperator();
  return test;
}

function holdsOneOf(text: string, pieces: string[]): boolean {
  for (const piece of pieces) if (text.includes(piece)) return true;
  return false;
}

/** Whether a value, or one of a list of them, is there and passes. */
function anyOf(value: unknown, passes: (part: unknown) => boolean): boolean {
  if (Array.isArray(value)) return value.some((part) => isThere(part) && passes(part));
  return isThere(value) && passes(value);
}

const isThere = (value: unknown) => value !== null && value !== undefined && value !== '';

const BOUNDS: Record<string, (value: number, bound: number) => boolean> = {
  gte: (value, bound) => value >= bound,
  gt: (value, bound) => value > bound,
  lte: (value, bound) => value <= bound,
  lt: (value, bound) => value < bound,
};

/** Bounds are numbers, dates epoch ms; an ISO text silently matches nothing (api#dates-in-a-range). */
function rangeTest(range: unknown): (part: unknown) => boolean {
  const bounds = Object.entries(range ?? {}).map(([name, bound]) => {
    const isMet = Object.hasOwn(BOUNDS, name) ? BOUNDS[name] : undefined;
    return (value: number) => typeof bound === 'number' && isMet?.(value, bound) === true;
  });
  return (part) => {
    const isDate = typeof part === 'string' && /^\d{4}-\d{2}-\d{2}/.test(part);
    const value = isDate ? Date.parse(part) : Number(part);
    return bounds.length > 0 && bounds.every((isMet) => isMet(value));
  };
}

/** The text search looks at name, phone, email, tags and company name. */
export function textTest(query: string): (entry: IndexedContact) => boolean {
  const words = query.toLowerCase();
  return ({ text }) => text.includes(words);
}
