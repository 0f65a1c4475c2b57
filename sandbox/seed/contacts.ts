import { perPlace } from '../state/collection.ts';
import type { Location } from '../state/state.ts';
import { Store, ValueIndex } from '../state/store.ts';
import type { Contact } from './contact.ts';
import { ContactIndex } from './contactIndex.ts';
import { ContactSeed } from './contactSeed.ts';

type Unique = 'email' | 'phone';

/** The contacts of a sub-account as they are, and who has which email and phone. */
class Contacts extends Store<Contact, ContactIndex> {
  readonly #seed: ContactSeed;
  readonly #holders = { email: new ValueIndex(), phone: new ValueIndex() };

  constructor(location: Location) {
    const seed = new ContactSeed(location);
    const all = Array.from({ length: seed.size }, (_, index) => seed.at(index));
    super(all, new ContactIndex(all), location.state);
    this.#seed = seed;
    for (const contact of all) this.#hold(contact);
  }

  override set(contact: Contact): Contact {
    this.#release(contact.id);
    this.#hold(contact);
    return super.set(contact);
  }

  override delete(id: string): void {
    this.#release(id);
    super.delete(id);
  }

  /** The contact that has the email or phone now; not the search index, so right at once (api#duplicate-contact). */
  holderOf(field: Unique, value: string): Contact | undefined {
    const seeded = this.seededAt(this.#seed.indexOfValue(field, value));
    if (seeded?.[field] === value) return seeded;
    const [first, ...others] = this.#holders[field].idsOf(value);
    if (first === undefined || others.length === 0) return this.get(first ?? '');
    for (const contact of this.written()) if (contact[field] === value) return contact;
    return undefined;
  }

  #hold({ id, email, phone }: Contact): void {
    this.#holders.email.add(email, id);
    this.#holders.phone.add(phone, id);
  }

  #release(id: string): void {
    const { email = null, phone = null } = this.get(id) ?? {};
    this.#holders.email.remove(email, id);
    this.#holders.phone.remove(phone, id);
  }
}

/** 250 contacts (or as many as asked for) of the dental practice, 5 elsewhere; searches lag behind writes (api#search-index-lag). */
export const contacts = perPlace((location: Location) => new Contacts(location));
