import type { Contact } from '../../seed/contact.ts';
import type { ContactIndex, IndexedContact, IndexedDate } from '../../seed/contactIndex.ts';
import { FirstItems } from '../../state/firstItems.ts';
import { findPage, type Page } from '../../state/page.ts';
import { readerOf } from './fields.ts';

type Sort = { field: string; direction: 'asc' | 'desc' };
type Key = string | number;

/** The order of every list that nobody sorts. */
export const NEWEST: Sort[] = [{ field: 'dateAdded', direction: 'desc' }];

/** The order of the contacts of a business in v3, whose cursor is a name and an ID (api#contacts-of-a-business). */
export const BY_NAME: Sort[] = [{ field: 'contactName', direction: 'asc' }];

/** What passes the test; `among`: the only contacts that can. */
export type Wanted = {
  test: (entry: IndexedContact) => boolean;
  among?: Iterable<IndexedContact> | undefined;
};

/** `after`: the cursor of the contact before the page. */
type Range = { after?: Key[] | undefined; skip: number; take: number };

type Found = { contacts: Contact[]; total: number };

type Reader = (contact: Contact) => Key;

const sortable = (value: unknown): Key =>
  typeof value === 'number' ? value : String(value ?? '').toLowerCase();

/** By what a sort compares, one thing after the other; ids decide in the end. */
const readersOf = (sort: Sort[]): Reader[] => [
  ...sort.map(({ field }) => {
    const read = readerOf(field);
    return (contact: Contact) => sortable(read(contact));
  }),
  ({ id }) => id,
];

/** What a contact is sorted by, and the cursor of its page: [1784272317939, id] (api#contact-search-cursor). */
export function keysBy(sort: Sort[]): (contact: Contact) => Key[] {
  const readers = readersOf(sort);
  return (contact) => readers.map((read) => read(contact));
}

const ascendsOf = (sort: Sort[]) => [...sort.map(({ direction }) => direction === 'asc'), true];

const compareKeys = (left: Key, right: Key, ascends: boolean | undefined): number =>
  left === right ? 0 : left < right === ascends ? -1 : 1;

function isAfterCursor(sort: Sort[], after: Key[]): (contact: Contact) => boolean {
  const readers = readersOf(sort);
  const ascends = ascendsOf(sort);
  return (contact) => {
    let order = 0;
    for (let i = 0; order === 0 && i < readers.length; i++) {
      order = compareKeys(readers[i]?.(contact) ?? '', after[i] ?? '', ascends[i]);
    }
    return order > 0;
  };
}

/** A contact with the first of its keys; the others are only read where that is the same. */
type Keyed = { contact: Contact; first: Key; others?: Key[] };

function orderBy(sort: Sort[]): (a: Keyed, b: Keyed) => number {
  const [, ...readers] = readersOf(sort);
  const [ascends, ...othersAscend] = ascendsOf(sort);
  const othersOf = (keyed: Keyed): Key[] => {
    keyed.others ??= readers.map((read) => read(keyed.contact));
    return keyed.others;
  };
  return (a, b) => {
    let order = compareKeys(a.first, b.first, ascends);
    for (let i = 0; order === 0 && i < readers.length; i++) {
      order = compareKeys(othersOf(a)[i] ?? '', othersOf(b)[i] ?? '', othersAscend[i]);
    }
    return order;
  };
}

/** The date that alone decides the order, if one does: the index is in order of both. */
function dateOf([first, second]: Sort[]): IndexedDate | undefined {
  if (second) return undefined;
  return first?.field === 'dateAdded' || first?.field === 'dateUpdated' ? first.field : undefined;
}

/** A page of the contacts that pass, in order, and how many pass in all. */
export function findContacts(
  index: ContactIndex,
  sort: Sort[],
  wanted: Wanted | undefined,
  range: Range,
): Found {
  const { after, skip, take } = range;
  const isAfter = after && isAfterCursor(sort, after);
  const isOnPage = isAfter && (({ contact }: IndexedContact) => isAfter(contact));
  const date = dateOf(sort);
  if (date === undefined || wanted?.among) {
    return selectContacts(wanted?.among ?? index.entries(), sort, wanted?.test, {
      isAfter: isOnPage,
      skip,
      take,
    });
  }
  // A test has to see every contact, for the total; without one the page starts at the cursor.
  const from = !wanted && typeof after?.[0] === 'number' ? after[0] : undefined;
  const inOrder = index.inOrder(date, sort[0]?.direction ?? 'desc', from);
  const { page, total } = findPage(
    inOrder,
    wanted?.test,
    { isAfter: isOnPage, skip, take },
    index.size,
  );
  return { contacts: page.map(({ contact }) => contact), total };
}

/** The same of contacts in any order. */
function selectContacts(
  entries: Iterable<IndexedContact>,
  sort: Sort[],
  passes: ((entry: IndexedContact) => boolean) | undefined,
  { isAfter, skip, take }: Page<IndexedContact>,
): Found {
  const [readFirst = ({ id }) => id] = readersOf(sort);
  const found = new FirstItems<Keyed>(skip + take, orderBy(sort));
  let total = 0;
  for (const entry of entries) {
    if (passes && !passes(entry)) continue;
    total++;
    if (isAfter && !isAfter(entry)) continue;
    found.add({ contact: entry.contact, first: readFirst(entry.contact) });
  }
  return { contacts: found.from(skip).map(({ contact }) => contact), total };
}
