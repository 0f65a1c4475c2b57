import { newLocationSettings } from '../../seed/agency.ts';
import { perPlace } from '../../state/collection.ts';
import type { Location, LocationRecord } from '../../state/state.ts';
import { definedOnly, iso } from '../records.ts';
import type { Write } from './schema.ts';

const noSocial = {
  facebookUrl: '',
  googlePlus: '',
  linkedIn: '',
  foursquare: '',
  twitter: '',
  yelp: '',
  instagram: '',
  youtube: '',
  pinterest: '',
  blogRss: '',
  googlePlacesId: '',
};

/** What a sub-account has outside its record: the links, and the snapshot that it was made from. */
export const extrasOf = perPlace((_: Location) => ({ social: noSocial, snapshotId: '' }));

/** As recorded live (api#sub-account-record), without the long list of permissions. */
export function wholeLocation(location: Location): object {
  const { record } = location;
  const { social, snapshotId } = extrasOf(location);
  const { name, address, city, state, country, postalCode, website, timezone, email } = record;
  const business = { name, address, city, state, country, postalCode, website, timezone, email };
  return {
    ...record,
    logoUrl: '',
    automaticMobileAppInvite: false,
    business,
    social,
    domain: '',
    currency: '',
    permissions: { contactsEnabled: true, appointmentsEnabled: true, workflowsEnabled: true },
    snapshotId,
  };
}

/** As create and update answer it: short of what only the single read shows (locations.json). */
export function writtenLocation(location: Location): object {
  const { firstName: _, lastName: __, dateAdded: ___, ...record } = location.record;
  return { ...record, domain: '', social: extrasOf(location).social };
}

/** Writes what is named; Twilio and Mailgun credentials go nowhere and are never shown again. */
export function writeLocation(location: Location, body: Write): void {
  const { prospectInfo, settings, social, twilio: _, mailgun: __, companyId: ___, ...rest } = body;
  Object.assign(location.record, definedOnly(rest), prospectInfo);
  Object.assign(location.record.settings, definedOnly(settings ?? {}));
  const extra = extrasOf(location);
  extra.social = { ...extra.social, ...definedOnly(social ?? {}) };
}

/** A sub-account of which nothing is said. */
export const emptyRecord = (id: string, companyId: string, now: number): LocationRecord => ({
  id,
  companyId,
  name: '',
  address: '',
  city: '',
  state: '',
  country: 'US',
  postalCode: '',
  website: '',
  timezone: 'America/New_York',
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  dateAdded: iso(now),
  settings: newLocationSettings(),
});
