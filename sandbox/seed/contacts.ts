import { base, en, Faker } from '@faker-js/faker';
import { collection, perPlace } from '../state/collection.ts';
import { hash, mix, numberedId, numberOf } from '../state/ids.ts';
import { Indexed, type Seeded } from '../state/indexed.ts';
import type { Location } from '../state/state.ts';
import { businesses } from './businesses.ts';
import { type CustomField, customFields } from './customFields.ts';
import { users } from './users.ts';

export type CustomValue = { id: string; value: unknown };

type Channel = { status: 'active' | 'inactive' | 'permanent'; message?: string; code?: string };

/** A contact as kept; each endpoint shows it in its own way. */
export type Contact = {
  id: string;
  locationId: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  additionalEmails: string[];
  phone: string | null;
  companyName: string | null;
  address1: string | null;
  city: string | null;
  state: string | null;
  country: string | null;
  postalCode: string | null;
  website: string | null;
  timezone: string | null;
  source: string | null;
  type: string;
  gender: string | null;
  keyword: string | null;
  ssn: string | null;
  /** Date only: 1990-09-25. */
  dateOfBirth: string | null;
  dnd: boolean;
  dndSettings: Record<string, Channel>;
  inboundDndSettings: Record<string, unknown>;
  tags: string[];
  customFields: CustomValue[];
  assignedTo: string | null;
  followers: string[];
  businessId: string | null;
  createdBy: 'INTEGRATION' | 'WEB_USER';
  dateAdded: number;
  dateUpdated: number;
};

export const TAGS = [
  'new patient',
  'recall',
  'whitening',
  'implants',
  'insurance',
  'vip',
  'no show',
  'referral',
  'newsletter',
  'follow-up',
];

const SOURCES = ['website form', 'google ads', 'facebook', 'walk-in', 'referral'];
const DAY = 86_400_000;

function words() {
  const faker = new Faker({ locale: [en, base], seed: 7 });
  const many = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
  return {
    firstNames: many(300, () => faker.person.firstName()),
    lastNames: many(500, () => faker.person.lastName()),
    streets: many(200, () => faker.location.streetAddress()),
    places: many(60, () => ({
      city: faker.location.city(),
      state: faker.location.state({ abbreviated: true }),
      postalCode: faker.location.zipCode('#####'),
    })),
    companies: many(80, () => faker.company.name()),
    sentences: many(40, () => faker.lorem.sentence()),
  };
}

let vocabulary: ReturnType<typeof words> | undefined;

/**
 * The contacts of a sub-account: 250 (or as many as asked for) of the dental practice, 5 elsewhere,
 * spread evenly over 400 days. Each is made from its index when it is looked at, so 100,000 of them
 * take neither time nor memory; id, e-mail and phone hold the index.
 */
export const contacts = perPlace((location: Location) => new Contacts(location));

export class Contacts extends Indexed<Contact> {
  readonly #seed: ContactSeed;

  constructor(location: Location) {
    const seed = new ContactSeed(location);
    super(seed, location.state);
    this.#seed = seed;
  }

  /** The contact that has the e-mail or phone now; not the index, so right at once (reality d.3). */
  holderOf(field: 'email' | 'phone', value: string): Contact | undefined {
    const seeded = this.seededAt(this.#seed.indexOfValue(field, value));
    if (seeded?.[field] === value) return seeded;
    for (const contact of this.written()) if (contact[field] === value) return contact;
    return undefined;
  }

  /** Every seeded index whose contact may have one of the values, which are in lower case. */
  indexesOf(field: 'email' | 'phone', values: string[]): number[] {
    return values
      .map((value) => this.#seed.indexOfValue(field, value))
      .filter((index) => index >= 0 && index < this.#seed.size);
  }
}

class ContactSeed implements Seeded<Contact> {
  readonly size: number;
  readonly #location: Location;
  readonly #salt: number;
  readonly #base: number;
  readonly #fields: CustomField[];
  readonly #staff: string[];
  readonly #businesses: string[];

  constructor(location: Location) {
    const { state } = location;
    this.size = location.isMain ? state.settings.contacts : 5;
    this.#location = location;
    this.#salt = hash(location.id);
    this.#base = state.now() - 3_600_000;
    this.#fields = [...customFields(location).values()].filter(({ model }) => model === 'contact');
    this.#staff = [...users(state.company).values()]
      .filter(({ roles }) => roles.locationIds.includes(location.id))
      .map(({ id }) => id);
    this.#businesses = [...businesses(location).keys()];
  }

  at(index: number): Contact {
    vocabulary ??= words();
    const { firstNames, lastNames, streets, places, companies } = vocabulary;
    const chance = (salt: number) => mix(index, this.#salt + salt);
    const pick = <T>(list: T[], salt: number) => list[chance(salt) % list.length] ?? null;
    const firstName = pick(firstNames, 1);
    const lastName = pick(lastNames, 2);
    const hasEmail = chance(3) % 13 !== 0;
    const hasPhone = !hasEmail || chance(4) % 11 !== 0;
    const place = pick(places, 5);
    const step = (400 * DAY) / this.size;
    const dateAdded = Math.floor(this.#base - index * step);
    return {
      id: numberedId(index, this.#salt),
      locationId: this.#location.id,
      firstName,
      lastName,
      email: hasEmail ? emailOf(firstName, lastName, index) : null,
      additionalEmails: [],
      phone: hasPhone ? phoneOf(index) : null,
      companyName: chance(6) % 4 === 0 ? pick(companies, 7) : null,
      address1: pick(streets, 8),
      city: place?.city ?? null,
      state: place?.state ?? null,
      country: 'US',
      postalCode: place?.postalCode ?? null,
      website: null,
      timezone: chance(9) % 3 === 0 ? this.#location.record.timezone : null,
      source: pick(SOURCES, 10),
      type: chance(11) % 3 === 0 ? 'customer' : 'lead',
      gender: null,
      keyword: null,
      ssn: null,
      dateOfBirth: chance(12) % 2 === 0 ? birthday(chance(13)) : null,
      dnd: false,
      dndSettings: {},
      inboundDndSettings: {},
      tags: TAGS.filter((_, i) => chance(20 + i) % 5 === 0),
      customFields: this.#customValues(index),
      assignedTo: chance(14) % 2 === 0 ? pick(this.#staff, 15) : null,
      followers: [],
      businessId: chance(16) % 8 === 0 ? pick(this.#businesses, 17) : null,
      createdBy: 'WEB_USER',
      dateAdded,
      dateUpdated: dateAdded + (chance(18) % Math.max(1, Math.min(Math.floor(step), DAY / 48))),
    };
  }

  indexOf(id: string): number {
    const index = numberOf(id, this.#salt);
    return index < this.size ? index : -1;
  }

  indexOfValue(field: 'email' | 'phone', value: string): number {
    const found = field === 'email' ? /(\d+)@/.exec(value)?.[1] : value.slice(5);
    const index = Number(found ?? Number.NaN) - (field === 'phone' ? FIRST_NUMBER : 0);
    return Number.isInteger(index) ? index : -1;
  }

  #customValues(index: number): CustomValue[] {
    return this.#fields
      .filter(({ dataType }, i) => dataType !== 'FILE_UPLOAD' && mix(index, i + 40) % 3 === 0)
      .map((field, i) => ({ id: field.id, value: sampleValue(field, mix(index, i + 60)) }));
  }
}

const FIRST_NUMBER = 2_000_000;

const phoneOf = (index: number) => `+1646${FIRST_NUMBER + index}`;

const emailOf = (firstName: string | null, lastName: string | null, index: number) =>
  `${firstName}.${lastName}${index}@example.com`.toLowerCase().replaceAll(/[^a-z0-9.@]/g, '');

const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const birthday = (chance: number) =>
  isoDay(Date.UTC(1945 + (chance % 65), chance % 12, chance % 28));

/** A plausible value of the field's type, in the shape in which contacts hold it. */
function sampleValue({ dataType, picklistOptions = [] }: CustomField, chance: number): unknown {
  const option = picklistOptions[chance % picklistOptions.length];
  switch (dataType) {
    case 'NUMERICAL':
      return chance % 40;
    case 'MONETORY':
      return (chance % 200_000) / 100;
    case 'PHONE':
      return `+1646555${1000 + (chance % 9000)}`;
    case 'CHECKBOX':
    case 'MULTIPLE_OPTIONS':
      return [option];
    case 'SINGLE_OPTIONS':
    case 'RADIO':
      return option;
    case 'DATE':
      return isoDay(Date.UTC(2024, chance % 24, 1 + (chance % 28)));
    case 'LARGE_TEXT':
      return vocabulary?.sentences[chance % 40];
    default:
      return `INS-${100_000 + (chance % 900_000)}`;
  }
}

/** The tags of a sub-account: once used on a contact they stay for ever (reality d.3). */
export const tags = collection('tags', ({ place, id }) =>
  TAGS.map((name) => ({ id: id(name), name, locationId: place.id })),
);

/** Note as `{note}` holds it (reality d.8, recorded live). */
export type Note = {
  id: string;
  body: string;
  bodyText: string;
  userId: string | null;
  dateAdded: string;
  contactId: string;
  title?: string;
  color?: string;
  pinned: boolean;
  relations: unknown[];
};

export const notes = collection<Note>('notes', ({ place, faker, id, ago }) =>
  Array.from({ length: place.isMain ? 60 : 2 }, (_, i) => {
    const body = faker.lorem.sentence();
    return {
      id: id(i),
      body,
      bodyText: body,
      userId: null,
      dateAdded: new Date(ago(i / 4 + 0.2)).toISOString(),
      contactId: contacts(place).seededAt(i % 20)?.id ?? '',
      pinned: i % 9 === 0,
      relations: [],
    };
  }),
);

/** A task; empty fields are left out when it is shown (reality d.8). */
export type Task = {
  id: string;
  title: string;
  body?: string;
  assignedTo?: string;
  dueDate: string;
  completed: boolean;
  contactId: string;
};

const ERRANDS = ['Call about results', 'Send treatment plan', 'Check insurance', 'Book recall'];

export const tasks = collection<Task>('tasks', ({ place, faker, id, ago }) =>
  Array.from({ length: place.isMain ? 40 : 1 }, (_, i) => ({
    id: id(i),
    title: ERRANDS[i % ERRANDS.length] ?? '',
    ...(i % 3 > 0 && { body: faker.lorem.sentence() }),
    dueDate: new Date(ago(i / 2 - 10)).toISOString(),
    completed: i % 4 === 0,
    contactId: contacts(place).seededAt(i % 15)?.id ?? '',
  })),
);

/** Who is in which campaign: campaign ids by contact id. */
export const campaignMembers = perPlace((_: Location) => new Map<string, Set<string>>());
