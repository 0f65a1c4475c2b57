import * as zod from 'zod';
import { fail } from '../../gateway/errors.ts';
import type { Contact } from '../../seed/contact.ts';
import type { ContactIndex, IndexedContact } from '../../seed/contactIndex.ts';
import { readerOf } from './fields.ts';

const condition = zod.looseObject({
  field: zod.string(),
  operator: zod.string(),
  value: zod.unknown().optional(),
});

type Condition = zod.output<typeof condition>;
type Group = { group: 'AND' | 'OR'; filters: Filter[] };

/** A condition, or conditions of which all or one must hold. */
export type Filter = Condition | Group;

export const filterSchema: zod.ZodType<Filter> = zod.lazy(() =>
  zod.union(
    [
      zod.strictObject({ group: zod.enum(['AND', 'OR']), filters: zod.array(filterSchema) }),
      condition,
    ],
    { error: 'must be a filter or a group of filters' },
  ),
);

const isGroup = (filter: Filter): filter is Group =>
  'filters' in filter && Array.isArray(filter.filters);

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
  const { field, operator, value } = filter;
  if (operator !== 'eq' || (field !== 'email' && field !== 'phone')) return undefined;
  return index.having(field, [value].flat().map(lowerCased));
}

type Test = (contact: Contact) => boolean;

/** A filter or a group of filters as a test; an operator the search does not know is a 422 (api#search-operators). */
export function testOf(filter: Filter): Test {
  if (!isGroup(filter)) return conditionTest(filter);
  const inner = filter.filters.map(testOf);
  return filter.group === 'OR'
    ? (contact) => inner.some((test) => test(contact))
    : (contact) => inner.every((test) => test(contact));
}

function conditionTest({ field, operator, value }: Condition): Test {
  const read = readerOf(field);
  // Several values in one filter mean any of them (api#several-values).
  const wanted = [value].flat().map(lowerCased);
  const isWanted = (part: unknown) => wanted.includes(lowerCased(part));
  const holdsWanted = (part: unknown) => holdsOneOf(lowerCased(part), wanted);
  const equals: Test = (contact) => anyOf(read(contact), isWanted);
  const contains: Test = (contact) => anyOf(read(contact), holdsWanted);
  const exists: Test = (contact) => anyOf(read(contact), () => true);
  switch (operator) {
    case 'eq':
      return equals;
    case 'not_eq':
      return (contact) => !equals(contact);
    case 'contains':
      return contains;
    case 'not_contains':
      return (contact) => !contains(contact);
    case 'exists':
      return exists;
    case 'not_exists':
      return (contact) => !exists(contact);
    case 'range': {
      const isWithin = rangeTest(value);
      return (contact) => anyOf(read(contact), isWithin);
    }
    default:
      throw fail(422, ['Invalid Operator']);
  }
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
