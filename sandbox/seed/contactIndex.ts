import { compareIds, SortedList } from '../state/sortedList.ts';
import { type SearchIndex, ValueIndex } from '../state/store.ts';
import { type Contact, nameOf } from './contact.ts';

/** A contact with the text that a search looks through: name, phone, email, company name and tags. */
export type IndexedContact = { contact: Contact; text: string };

/** The dates by which the index is in order. */
export type IndexedDate = 'dateAdded' | 'dateUpdated';

function indexed(contact: Contact): IndexedContact {
  const { email, phone, companyName, tags } = contact;
  const text = [nameOf(contact), email, phone, companyName, ...tags].join('\n').toLowerCase();
  return { contact, text };
}

const listBy = (entries: Iterable<IndexedContact>, date: IndexedDate) =>
  new SortedList(
    entries,
    ({ contact }) => contact[date],
    (a, b) => compareIds(a.contact, b.contact),
  );

/** What a search sees of the contacts. */
export class ContactIndex implements SearchIndex<Contact> {
  readonly #entries: Map<string, IndexedContact>;
  readonly #byDate: Record<IndexedDate, SortedList<IndexedContact>>;
  readonly #byValue = { email: new ValueIndex(), phone: new ValueIndex() };

  constructor(contacts: Contact[]) {
    this.#entries = new Map(contacts.map((contact) => [contact.id, indexed(contact)]));
    this.#byDate = {
      dateAdded: listBy(this.#entries.values(), 'dateAdded'),
      dateUpdated: listBy(this.#entries.values(), 'dateUpdated'),
    };
    for (const { id, email, phone } of contacts) {
      this.#byValue.email.add(email, id);
      this.#byValue.phone.add(phone, id);
    }
  }

  get size(): number {
    return this.#entries.size;
  }

  add(contact: Contact): void {
    const entry = indexed(contact);
    this.#entries.set(contact.id, entry);
    this.#byDate.dateAdded.add(entry);
    this.#byDate.dateUpdated.add(entry);
    this.#byValue.email.add(contact.email, contact.id);
    this.#byValue.phone.add(contact.phone, contact.id);
  }

  remove({ id, email, phone }: Contact): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#byDate.dateAdded.remove(entry);
    this.#byDate.dateUpdated.remove(entry);
    this.#byValue.email.remove(email, id);
    this.#byValue.phone.remove(phone, id);
  }

  entries(): Iterable<IndexedContact> {
    return this.#entries.values();
  }

  /** The contacts by a date, from a moment on in the direction; ids decide between two of the same moment. */
  inOrder(date: IndexedDate, direction: 'asc' | 'desc', from?: number): Iterable<IndexedContact> {
    const list = this.#byDate[date];
    return direction === 'desc' ? list.descending(from) : list.ascending(from);
  }

  /** The contacts that have one of the emails or phones. */
  having(field: 'email' | 'phone', values: string[]): IndexedContact[] {
    return values
      .flatMap((value) => [...this.#byValue[field].idsOf(value)])
      .flatMap((id) => this.#entries.get(id) ?? []);
  }
}
