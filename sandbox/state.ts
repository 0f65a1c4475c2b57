import { base, en, Faker } from '@faker-js/faker';
import { Faults } from './faults.ts';
import { hash, hexIdFor, idFor, uuidFor } from './ids.ts';
import { Grants } from './oauth.ts';
import { RateLimits } from './rateLimits.ts';
import { type LocationRecord, seedCompany, seedLocations } from './seed/agency.ts';

export type Settings = {
  /** Contacts of the main sub-account. */
  contacts: number;
  rateLimit: { burst: number; daily: number };
  /** Milliseconds until a search sees a write (reality d.3). */
  indexLag: number;
  now: () => number;
};

/** A sub-account or the agency: the owner of collections. */
export type Place = { readonly id: string; readonly state: State };

export class Company implements Place {
  readonly state: State;
  readonly record: ReturnType<typeof seedCompany>;

  constructor(state: State) {
    this.state = state;
    this.record = seedCompany();
  }

  get id(): string {
    return this.record.id;
  }
}

export class Location implements Place {
  readonly state: State;
  record: LocationRecord;
  /** Whether the app is installed here; only then does the agency get a token for it. */
  installedAt: string | undefined;
  /** A deactivated sub-account cannot refresh its token (reality d.1 #249). */
  active = true;

  constructor(state: State, record: LocationRecord, installedAt: string | undefined) {
    this.state = state;
    this.record = record;
    this.installedAt = installedAt;
  }

  get id(): string {
    return this.record.id;
  }

  get isMain(): boolean {
    return this.state.main === this;
  }
}

export type LoggedRequest = {
  method: string;
  path: string;
  /** A name that stands in the query more than once has a list. */
  query: Record<string, string | string[]>;
  status: number;
  version?: string;
  /** The scope the endpoint asks for. */
  scope?: string;
  /** The sub-account of the token; an agency token has none. */
  locationId?: string;
};

/** Everything the sandbox knows. Resource files keep their own records in `collection`s. */
export class State {
  readonly settings: Settings;
  readonly grants: Grants;
  readonly faults = new Faults();
  readonly requests: LoggedRequest[] = [];
  limits: RateLimits;
  company: Company;
  locations = new Map<string, Location>();
  main: Location;
  #made = 0;

  constructor(settings: Settings) {
    this.settings = settings;
    this.grants = new Grants(this);
    this.limits = new RateLimits(settings);
    this.company = new Company(this);
    this.main = this.#seed();
  }

  now(): number {
    return this.settings.now();
  }

  /** A fresh id for a record made by a request; the same requests make the same ids. */
  newId(kind: 'short' | 'hex' | 'uuid' = 'short'): string {
    const make = { short: idFor, hex: hexIdFor, uuid: uuidFor }[kind];
    return make('made', ++this.#made);
  }

  /** Seeds everything anew. Connections stay valid, faults and the log are cleared. */
  reset(): void {
    this.#made = 0;
    this.faults.clear();
    this.requests.length = 0;
    this.limits = new RateLimits(this.settings);
    this.company = new Company(this);
    this.main = this.#seed();
  }

  #seed(): Location {
    const locations = seedLocations(this.company.id, this.now()).map(
      ({ record, installedAt }) => new Location(this, record, installedAt),
    );
    this.locations = new Map(locations.map((location) => [location.id, location]));
    const [main] = locations;
    if (!main) throw new Error('The seed holds no sub-account.');
    return main;
  }
}

/** What a seed function works with; faker gives the same records for the same place and collection. */
export type Seeder<P extends Place> = {
  place: P;
  state: State;
  faker: Faker;
  id: (...parts: (string | number)[]) => string;
  hexId: (...parts: (string | number)[]) => string;
  uuid: (...parts: (string | number)[]) => string;
  /** Milliseconds so many days before now (negative: after). */
  ago: (days: number) => number;
};

/** One value per sub-account (or agency), made when first asked for and gone after a reset. */
export function perPlace<P extends Place, T>(make: (place: P) => T): (place: P) => T {
  const made = new WeakMap<P, T>();
  return (place) => {
    const known = made.get(place);
    if (known !== undefined) return known;
    const value = make(place);
    made.set(place, value);
    return value;
  };
}

/** Records by id, per sub-account, seeded when first asked for: `businesses(location).get(id)`. */
export function collection<T extends { id: string }, P extends Place = Location>(
  name: string,
  seed: (seeder: Seeder<P>) => T[],
): (place: P) => Map<string, T> {
  return perPlace((place: P) => {
    const records = seed({
      place,
      state: place.state,
      faker: new Faker({ locale: [en, base], seed: hash(`${name}/${place.id}`) }),
      id: (...parts) => idFor(name, place.id, ...parts),
      hexId: (...parts) => hexIdFor(name, place.id, ...parts),
      uuid: (...parts) => uuidFor(name, place.id, ...parts),
      ago: (days) => place.state.now() - Math.round(days * 86_400_000),
    });
    return new Map(records.map((record) => [record.id, record]));
  });
}
