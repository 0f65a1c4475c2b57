import { Faults } from './faults.ts';
import { Grants } from './grants.ts';
import { Hooks } from './hooks.ts';
import { hexIdFor, idFor } from './ids.ts';
import { RateLimits } from './rateLimits.ts';

/** How many records the main sub-account is seeded with. */
export type Sizes = {
  contacts: number;
  opportunities: number;
  conversations: number;
  appointments: number;
};

type Settings = Sizes & {
  rateLimit: { burst: number; daily: number };
  /** Milliseconds until a search sees a write (api#search-index-lag). */
  indexLag: number;
  now: () => number;
};

/** The agency, as `GET /companies/{companyId}` shows it (companies.json). */
export type CompanyRecord = {
  id: string;
  /** Who installs the app. */
  ownerId: string;
  name: string;
  email: string;
  phone: string;
  website: string;
  domain: string;
  address: string;
  city: string;
  state: string;
  country: string;
  postalCode: string;
  timezone: string;
};

/** A sub-account, as `GET /locations/{locationId}` shows it, short of what never varies. */
export type LocationRecord = {
  id: string;
  companyId: string;
  name: string;
  address: string;
  city: string;
  state: string;
  country: string;
  postalCode: string;
  website: string;
  timezone: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  dateAdded: string;
  settings: {
    allowDuplicateContact: boolean;
    allowDuplicateOpportunity: boolean;
    allowFacebookNameMerge: boolean;
    disableContactTimezone: boolean;
    contactUniqueIdentifiers: string[];
  };
};

/** A sub-account or the agency: the owner of collections. */
export type Place = { readonly id: string; readonly state: State };

export class Company implements Place {
  readonly state: State;
  readonly record: CompanyRecord;

  constructor(state: State, record: CompanyRecord) {
    this.state = state;
    this.record = record;
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
  /** A deactivated sub-account cannot refresh its token (api#inactive-sub-account). */
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

/** The agency and its sub-accounts, the main one first. */
export type AgencySeed = (now: number) => {
  company: CompanyRecord;
  locations: { record: LocationRecord; installedAt: string | undefined }[];
};

/** Everything the sandbox knows. The records themselves are in collections, by sub-account. */
export class State {
  readonly settings: Settings;
  readonly grants: Grants;
  readonly faults = new Faults();
  readonly hooks = new Hooks();
  readonly requests: LoggedRequest[] = [];
  readonly #seedAgency: AgencySeed;
  /** When HighLevel retires all versions before v3, in epoch ms. */
  classicEnds = Number.POSITIVE_INFINITY;
  limits: RateLimits;
  company: Company;
  locations = new Map<string, Location>();
  main: Location;
  #made = 0;

  constructor(settings: Settings, seedAgency: AgencySeed) {
    this.settings = settings;
    this.#seedAgency = seedAgency;
    this.grants = new Grants(() => this.now());
    this.limits = new RateLimits(settings);
    [this.company, this.main] = this.#seed();
  }

  now(): number {
    return this.settings.now();
  }

  /** A fresh id for a record made by a request; the same requests make the same ids. */
  newId(kind: 'short' | 'hex' = 'short'): string {
    const make = { short: idFor, hex: hexIdFor }[kind];
    return make('made', ++this.#made);
  }

  /** Seeds everything from the start. Connections stay valid, faults and the log are cleared. */
  reset(): void {
    this.#made = 0;
    this.faults.clear();
    this.requests.length = 0;
    this.limits = new RateLimits(this.settings);
    [this.company, this.main] = this.#seed();
  }

  #seed(): [Company, Location] {
    const { company, locations } = this.#seedAgency(this.now());
    const all = locations.map(({ record, installedAt }) => new Location(this, record, installedAt));
    const [main] = all;
    if (!main) throw new Error('The seed holds no sub-account.');
    this.locations = new Map(all.map((location) => [location.id, location]));
    return [new Company(this, company), main];
  }
}
