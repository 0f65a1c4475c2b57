import { compareIds, SortedList } from '../state/sortedList.ts';
import type { Location } from '../state/state.ts';
import { type SearchIndex, ValueIndex } from '../state/store.ts';
import { type Contact, nameOf } from './contact.ts';
import { contacts } from './contacts.ts';
import type { Opportunity } from './opportunity.ts';

/** An opportunity with the text that a search looks through: its name; name, email and phone of its contact. */
export type IndexedOpportunity = { readonly opportunity: Opportunity; text: string };

/** The contact of an opportunity, right at once. */
export const contactOf = ({ contactId }: Opportunity, location: Location): Contact | undefined =>
  contactId ? contacts(location).get(contactId) : undefined;

function textOf(opportunity: Opportunity, location: Location): string {
  const contact = contactOf(opportunity, location);
  return [opportunity.name, contact && nameOf(contact), contact?.email, contact?.phone]
    .join('\n')
    .toLowerCase();
}

/** The dates by which the index is in order. */
export type IndexedDate = 'createdAt' | 'updatedAt' | 'lastStatusChangeAt' | 'lastStageChangeAt';

const listBy = (entries: Iterable<IndexedOpportunity>, date: IndexedDate) =>
  new SortedList(
    entries,
    ({ opportunity }) => opportunity[date],
    (a, b) => compareIds(a.opportunity, b.opportunity),
  );

/** What a search sees of the opportunities, by date. */
export class OpportunityIndex implements SearchIndex<Opportunity> {
  readonly #location: Location;
  readonly #entries = new Map<string, IndexedOpportunity>();
  readonly #byContact = new ValueIndex();
  /** The lists that somebody has asked for. */
  readonly #byDate = new Map<IndexedDate, SortedList<IndexedOpportunity>>();
  /** How many changes of contacts are in the texts. */
  #contactsSeen: number;

  constructor(opportunities: Opportunity[], location: Location) {
    this.#location = location;
    this.#contactsSeen = contacts(location).changedIds.length;
    for (const one of opportunities) this.#enter(one);
  }

  get size(): number {
    return this.#entries.size;
  }

  add(opportunity: Opportunity): void {
    const entry = this.#enter(opportunity);
    for (const list of this.#byDate.values()) list.add(entry);
  }

  remove({ id, contactId }: Opportunity): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#byContact.remove(contactId, id);
    for (const list of this.#byDate.values()) list.remove(entry);
  }

  /** All by a date, from a moment on in the direction; two of the same moment by id, in the same direction. */
  inOrder(
    direction: 'asc' | 'desc',
    date: IndexedDate = 'createdAt',
    from?: number,
  ): Iterable<IndexedOpportunity> {
    this.#followContacts();
    const list = this.#byDate.get(date) ?? listBy(this.#entries.values(), date);
    this.#byDate.set(date, list);
    return direction === 'desc' ? list.reversed(from) : list.ascending(from);
  }

  #enter(opportunity: Opportunity): IndexedOpportunity {
    const entry = { opportunity, text: textOf(opportunity, this.#location) };
    this.#entries.set(opportunity.id, entry);
    this.#byContact.add(opportunity.contactId, opportunity.id);
    return entry;
  }

  /** A changed contact counts at once. */
  #followContacts(): void {
    const { changedIds } = contacts(this.#location);
    for (const id of new Set(changedIds.slice(this.#contactsSeen))) {
      for (const opportunityId of this.#byContact.idsOf(id)) {
        const entry = this.#entries.get(opportunityId);
        if (entry) entry.text = textOf(entry.opportunity, this.#location);
      }
    }
    this.#contactsSeen = changedIds.length;
  }
}
