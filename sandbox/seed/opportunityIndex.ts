import { compareIds, SortedList } from '../state/sortedList.ts';
import type { Location } from '../state/state.ts';
import type { SearchIndex } from '../state/store.ts';
import { type Contact, nameOf } from './contact.ts';
import { contacts } from './contacts.ts';
import type { Opportunity } from './opportunity.ts';

/** An opportunity with its contact as that was when the text was made. */
type IndexedOpportunity = {
  readonly opportunity: Opportunity;
  contact: Contact | undefined;
  text: string;
};

/** The text that a search looks through: name of the opportunity, name, e-mail and phone of its contact. */
const textOf = ({ name }: Opportunity, contact: Contact | undefined) =>
  [name, contact && nameOf(contact), contact?.email, contact?.phone].join('\n').toLowerCase();

/** The contact of an opportunity, right at once. */
export const contactOf = ({ contactId }: Opportunity, location: Location): Contact | undefined =>
  contactId ? contacts(location).get(contactId) : undefined;

/** What a search sees of the opportunities, by age. */
export class OpportunityIndex implements SearchIndex<Opportunity> {
  readonly #location: Location;
  readonly #entries: Map<string, IndexedOpportunity>;
  readonly #byAge: SortedList<IndexedOpportunity>;

  constructor(opportunities: Opportunity[], location: Location) {
    this.#location = location;
    this.#entries = new Map(opportunities.map((one) => [one.id, this.#entryOf(one)]));
    this.#byAge = new SortedList(
      this.#entries.values(),
      ({ opportunity }) => opportunity.createdAt,
      (a, b) => compareIds(a.opportunity, b.opportunity),
    );
  }

  add(opportunity: Opportunity): void {
    const entry = this.#entryOf(opportunity);
    this.#entries.set(opportunity.id, entry);
    this.#byAge.add(entry);
  }

  remove({ id }: Opportunity): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#byAge.remove(entry);
  }

  /** Those whose text holds the words, oldest first; a changed contact counts at once. */
  matching(words: string): Opportunity[] {
    const wanted = words.trim().toLowerCase();
    return this.#byAge.items
      .filter((entry) => wanted === '' || this.#freshTextOf(entry).includes(wanted))
      .map(({ opportunity }) => opportunity);
  }

  #entryOf(opportunity: Opportunity): IndexedOpportunity {
    const contact = contactOf(opportunity, this.#location);
    return { opportunity, contact, text: textOf(opportunity, contact) };
  }

  #freshTextOf(entry: IndexedOpportunity): string {
    const contact = contactOf(entry.opportunity, this.#location);
    if (contact !== entry.contact) {
      entry.contact = contact;
      entry.text = textOf(entry.opportunity, contact);
    }
    return entry.text;
  }
}
