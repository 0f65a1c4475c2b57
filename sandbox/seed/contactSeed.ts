import { base, en, Faker } from '@faker-js/faker';
import { hash, mix, numberedId } from '../state/ids.ts';
import type { Location } from '../state/state.ts';
import { businesses } from './businesses.ts';
import { type Contact, type CustomValue, emptyContact } from './contact.ts';
import { type CustomField, customFields, optionsOf } from './customFields.ts';
import { TAGS } from './tags.ts';
import { staffOf } from './users.ts';

const SOURCES = ['website form', 'google ads', 'facebook', 'walk-in', 'referral'];
const DAY = 86_400_000;

/** What names, addresses and texts are put together from. */
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

/** Made when first needed. */
let vocabulary: ReturnType<typeof words> | undefined;

/**
 * Makes the contacts of a sub-account, 5 but in the main one, spread evenly over 400 days. Email and phone hold the
 * index.
 */
export class ContactSeed {
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
    this.#staff = staffOf(location);
    this.#businesses = [...businesses(location).keys()];
  }

  /** The contact of an index; 0 is the newest. */
  at(index: number): Contact {
    vocabulary ??= words();
    const { firstNames, lastNames, streets, places, companies } = vocabulary;
    const chance = (salt: number) => mix(index, this.#salt + salt);
    const pick = <T>(list: T[], salt: number) => list[chance(salt) % list.length] ?? null;
    const firstName = pick(firstNames, 1);
    const lastName = pick(lastNames, 2);
    const hasEmail = chance(3) % 13 !== 0;
    const hasPhone = !hasEmail || chance(4) % 11 !== 0;
    const step = (400 * DAY) / this.size;
    const dateAdded = Math.floor(this.#base - index * step);
    return {
      ...emptyContact(this.#location, numberedId(index, this.#salt), dateAdded),
      firstName,
      lastName,
      email: hasEmail ? emailOf(firstName, lastName, index) : null,
      phone: hasPhone ? phoneOf(index) : null,
      companyName: chance(6) % 4 === 0 ? pick(companies, 7) : null,
      address1: pick(streets, 8),
      ...pick(places, 5),
      country: 'US',
      timezone: chance(9) % 3 === 0 ? this.#location.record.timezone : null,
      source: pick(SOURCES, 10),
      type: chance(11) % 3 === 0 ? 'customer' : 'lead',
      dateOfBirth: chance(12) % 2 === 0 ? birthday(chance(13)) : null,
      tags: TAGS.filter((_, i) => chance(20 + i) % 5 === 0),
      customFields: this.#customValues(index),
      assignedTo: chance(14) % 2 === 0 ? pick(this.#staff, 15) : null,
      businessId: chance(16) % 8 === 0 ? pick(this.#businesses, 17) : null,
      createdBy: 'WEB_USER',
      dateUpdated: dateAdded + (chance(18) % Math.max(1, Math.min(Math.floor(step), DAY / 48))),
    };
  }

  /** The index whose contact was made with the email or phone, or -1. */
  indexOfValue(field: 'email' | 'phone', value: string): number {
    const found = field === 'email' ? /(\d+)@/.exec(value)?.[1] : value.slice(5);
    const index = Number(found ?? Number.NaN) - (field === 'phone' ? FIRST_NUMBER : 0);
    return Number.isInteger(index) ? index : -1;
  }

  #customValues(index: number): CustomValue[] {
    return this.#fields
      .filter((_, i) => mix(index, i + 40) % 3 === 0)
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

/** A file as a contact holds it: under a random ID (api#file-and-list-values). */
const fileValue = (id: string, chance: number) => ({
  [`${id.slice(0, 8)}-${chance % 10_000}`]: {
    meta: { originalname: 'card.png', mimetype: 'image/png', size: 1_024 },
    url: `https://files.example.com/${id}/${chance % 10_000}.png`,
    documentId: `${id}${chance % 10_000}`,
  },
});

/** A plausible value of the field's type, in the shape in which contacts hold it. */
function sampleValue(field: CustomField, chance: number): unknown {
  const { id, dataType, picklistOptions = [] } = field;
  const options = optionsOf(field);
  const option = options[chance % options.length];
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
    case 'FILE_UPLOAD':
      return fileValue(id, chance);
    case 'TEXTBOX_LIST':
      return Object.fromEntries(
        picklistOptions.map((box, i) => [
          typeof box === 'string' ? box : box.id,
          vocabulary?.firstNames[(chance + i) % 300],
        ]),
      );
    case 'LARGE_TEXT':
      return vocabulary?.sentences[chance % 40];
    default:
      return `INS-${100_000 + (chance % 900_000)}`;
  }
}
