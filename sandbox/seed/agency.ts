import { base, en, Faker } from '@faker-js/faker';
import { hexIdFor, idFor } from '../state/ids.ts';
import type { AgencySeed, CompanyRecord, LocationRecord } from '../state/state.ts';
import { documentedScopes } from './scopes.ts';

/** The marketplace app that connects: "HighLevel for Zapier" itself. */
export const app = {
  name: 'HighLevel for Zapier',
  id: hexIdFor('app'),
  versionId: hexIdFor('app version'),
  clientId: `${hexIdFor('app')}-sandbox1`,
  clientSecret: 'sandbox-secret-0f6d3c1e-2b7a-4a55-9c1d-8e4f70b2a913',
  /** All of them, so that whatever is tried can be tried. */
  scopes: documentedScopes,
};

const COMPANY_ID = idFor('company', 'Northstar Marketing');

const seedCompany = (): CompanyRecord => ({
  id: COMPANY_ID,
  ownerId: idFor('user', 'Nora North'),
  name: 'Northstar Marketing',
  email: 'hello@northstar.example',
  phone: '+13125550100',
  website: 'https://northstar.example',
  domain: 'app.northstar.example',
  address: '233 South Wacker Drive',
  city: 'Chicago',
  state: 'IL',
  country: 'US',
  postalCode: '60606',
  timezone: 'America/Chicago',
});

const SUB_ACCOUNTS = 120;

const KINDS = ['Dental', 'Fitness', 'Roofing', 'Legal', 'Realty', 'Med Spa', 'Plumbing', 'Solar'];
const ZONES = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'];

/** The switches of a sub-account that nobody has touched. */
export const newLocationSettings = (): LocationRecord['settings'] => ({
  allowDuplicateContact: false,
  allowDuplicateOpportunity: false,
  allowFacebookNameMerge: false,
  disableContactTimezone: false,
  contactUniqueIdentifiers: ['email', 'phone'],
});

/** What never varies about the sub-accounts: all but when. */
function inventLocations() {
  const faker = new Faker({ locale: [en, base], seed: 120 });
  return Array.from({ length: SUB_ACCOUNTS }, (_, i) => {
    const firstName = faker.person.firstName();
    const lastName = faker.person.lastName();
    const madeUp = `${faker.location.city()} ${KINDS[i % KINDS.length]}`;
    const name = i === 0 ? 'Bright Smile Dental' : madeUp;
    const domain = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '')}.example`;
    return {
      id: idFor('location', i),
      companyId: COMPANY_ID,
      name,
      address: i === 0 ? '350 Fifth Avenue' : faker.location.streetAddress(),
      city: i === 0 ? 'New York' : faker.location.city(),
      state: i === 0 ? 'NY' : faker.location.state({ abbreviated: true }),
      country: 'US',
      postalCode: i === 0 ? '10118' : faker.location.zipCode('#####'),
      website: `https://www.${domain}`,
      timezone: ZONES[i % ZONES.length] ?? 'America/New_York',
      firstName,
      lastName,
      email: `office@${domain}`,
      phone: `+1646555${String(1000 + i)}`,
    };
  });
}

/** Made when first needed. */
let invented: ReturnType<typeof inventLocations> | undefined;

/** 120 sub-accounts, the main one first; in every twelfth of the others the app is not installed. */
function seedLocations(now: number) {
  invented ??= inventLocations();
  return invented.map((location, i) => {
    const record: LocationRecord = {
      ...location,
      dateAdded: new Date(now - (500 + i) * 86_400_000).toISOString(),
      settings: newLocationSettings(),
    };
    const installedAt = new Date(now - (60 - (i % 60)) * 86_400_000).toISOString();
    return { record, installedAt: i % 12 === 11 ? undefined : installedAt };
  });
}

/** The agency with its sub-accounts. */
export const seedAgency: AgencySeed = (now) => {
  return { company: seedCompany(), locations: seedLocations(now) };
};
