import type { Contact } from '../../seed/contact.ts';
import type { ContactIndex, IndexedContact, IndexedDate } from '../../seed/contactIndex.ts';
import { sortedSlice } from '../../state/slice.ts';
import { readerOf } from './fields.ts';

export type Sort = { field: string; direction: 'asc' | 'desc' };
export type Key = string | number;

/** The order of every list that nobody sorts. */
export const NEWEST: Sort[] = [{ field: 'dateAdded', direction: 'desc' }];

/** What passes the test; `among`: the only contacts that can. */
export type Wanted = {
  test: (entry: IndexedContact) => boolean;
  among?: Iterable<IndexedContact> | undefined;
};

/** `after`: the cursor of the contact before the page. */
export type Page = { after?: Key[] | undefined; skip: number; take: number };

type Found = { contacts: Contact[]; total: number };

/** What a contact is sorted by, and the cursor of its page: [1784272317939, id] (reality d.3, NG). */
export function keysBy(sort: Sort[]): (contact: Contact) => Key[] {
  const readers = sort.map(({ field }) => readerOf(field));
  return (contact) => [...readers.map((read) => sortable(read(contact))), contact.id];
}

const sortable = (value: unknown): Key =>
  typeof value === 'number' ? value : String(value ?? '').toLowerCase();

function compareBy(sort: Sort[]): (a: Key[], b: Key[]) => number {
  const ascends = [...sort.map(({ direction }) => direction === 'asc'), true];
  return (a, b) => {
    for (let i = 0; i < ascends.length; i++) {
      const left = a[i] ?? '';
      const right = b[i] ?? '';
      if (left !== right) return left < right === ascends[i] ? -1 : 1;
    }
    return 0;
  };
}

/** A page of the contacts that pass, in order, and how many pass in all. */
export function findPage(
  index: ContactIndex,
  sort: Sort[],
  wanted: Wanted | undefined,
  page: Page,
): Found {
  const date = dateOf(sort);
  if (date === undefined || wanted?.among) return selectPage(index, sort, wanted, page);
  return wanted ? filterPage(index, sort, wanted, page) : walkPage(index, sort, page);
}

/** The date that alone decides the order, if one does: the index is in order of both. */
function dateOf([first, second]: Sort[]): IndexedDate | undefined {
  if (second) return undefined;
  return first?.field === 'dateAdded' || first?.field === 'dateUpdated' ? first.field : undefined;
}

function isAfterCursor(sort: Sort[], after: Key[] | undefined): (contact: Contact) => boolean {
  if (!after) return () => true;
  const keysOf = keysBy(sort);
  const compare = compareBy(sort);
  return (contact) => compare(keysOf(contact), after) > 0;
}

/** Of contacts in any order. */
function selectPage(
  index: ContactIndex,
  sort: Sort[],
  wanted: Wanted | undefined,
  { after, skip, take }: Page,
): Found {
  const keysOf = keysBy(sort);
  const compare = compareBy(sort);
  const keyed: { contact: Contact; keys: Key[] }[] = [];
  let total = 0;
  for (const entry of wanted?.among ?? index.entries()) {
    if (wanted && !wanted.test(entry)) continue;
    total++;
    const keys = keysOf(entry.contact);
    if (!after || compare(keys, after) > 0) keyed.push({ contact: entry.contact, keys });
  }
  const found = sortedSlice(keyed, (a, b) => compare(a.keys, b.keys), skip, skip + take);
  return { contacts: found.map(({ contact }) => contact), total };
}

const inOrder = (index: ContactIndex, [first]: Sort[], from?: Key) =>
  index.inOrder(
    first?.field === 'dateUpdated' ? 'dateUpdated' : 'dateAdded',
    first?.direction ?? 'desc',
    typeof from === 'number' ? from : undefined,
  );

/** Of contacts that are in order and have to be tested, every one of them for the total. */
function filterPage(
  index: ContactIndex,
  sort: Sort[],
  { test }: Wanted,
  { after, skip, take }: Page,
): Found {
  const isAfter = isAfterCursor(sort, after);
  const contacts: Contact[] = [];
  let total = 0;
  let left = skip;
  for (const entry of inOrder(index, sort)) {
    if (!test(entry)) continue;
    total++;
    if (contacts.length >= take || !isAfter(entry.contact) || left-- > 0) continue;
    contacts.push(entry.contact);
  }
  return { contacts, total };
}

/** Of all contacts, in order: from the cursor to the end of the page. */
function walkPage(index: ContactIndex, sort: Sort[], { after, skip, take }: Page): Found {
  const isAfter = isAfterCursor(sort, after);
  const contacts: Contact[] = [];
  let left = skip;
  for (const { contact } of inOrder(index, sort, after?.[0])) {
    if (!isAfter(contact) || left-- > 0) continue;
    contacts.push(contact);
    if (contacts.length >= take) break;
  }
  return { contacts, total: index.size };
}
