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

/** What a search sees of the opportunities, by age. */
export class OpportunityIndex implements SearchIndex<Opportunity> {
  readonly #location: Location;
  readonly #entries = new Map<string, IndexedOpportunity>();
  readonly #byContact = new ValueIndex();
  readonly #byAge: SortedList<IndexedOpportunity>;
  /** How many changes of contacts are in the texts. */
  #contactsSeen: number;

  constructor(opportunities: Opportunity[], location: Location) {
    this.#location = location;
    this.#contactsSeen = contacts(location).changedIds.length;
    this.#byAge = new SortedList(
      opportunities.map((one) => this.#enter(one)),
      ({ opportunity }) => opportunity.createdAt,
      (a, b) => compareIds(a.opportunity, b.opportunity),
    );
  }

  get size(): number {
    return this.#entries.size;
  }

  add(opportunity: Opportunity): void {
    this.#byAge.add(this.#enter(opportunity));
  }

  remove({ id, contactId }: Opportunity): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#byContact.remove(contactId, id);
    this.#byAge.remove(entry);
  }

  /** All by age; two of the same moment by id, in the same direction. */
  inOrder(direction: 'asc' | 'desc'): Iterable<IndexedOpportunity> {
    this.#followContacts();
    return direction === 'desc' ? this.#byAge.reversed() : this.#byAge.items;
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
