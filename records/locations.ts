import { record } from '../lib/record.ts';
import type { JsonObject } from '../lib/values.ts';
import { deleted } from './outcomes.ts';

/** A sub-account without its credentials for other services: no later step of a Zap should read them. */
const complete = (records: JsonObject[]): JsonObject[] =>
  records.map(({ twilio: _, mailgun: __, apiKey: ___, ...rest }) => rest);

const written = {
  id: 've9EPM428h8vShlRW1KT',
  name: 'Alvarez Landscaping',
  phone: '+14155550100',
  email: 'office@alvarez.example.com',
  address: '410 Hayes Street',
  city: 'San Francisco',
  state: 'CA',
  country: 'US',
  postalCode: '94102',
  website: 'https://alvarez.example.com',
  timezone: 'America/Los_Angeles',
  settings: {
    allowDuplicateContact: false,
    allowDuplicateOpportunity: false,
    allowFacebookNameMerge: false,
    disableContactTimezone: false,
    contactUniqueIdentifiers: ['email', 'phone'],
  },
  social: {
    facebookUrl: 'https://www.facebook.com/alvarez.example',
    googlePlus: '',
    linkedIn: 'https://www.linkedin.com/company/alvarez-example',
    foursquare: '',
    twitter: 'https://twitter.com/alvarez_example',
    yelp: 'https://www.yelp.com/biz/alvarez-example',
    instagram: 'https://www.instagram.com/alvarez.example',
    youtube: '',
    pinterest: '',
    blogRss: 'https://alvarez.example.com/rss',
    googlePlacesId: 'ChIJJGPdVbQTrjsRGUkefteUeFk',
  },
  companyId: '5DP41231LkQsiKESj6rh',
  domain: 'app.alvarez.example.com',
};

const whole = {
  ...written,
  logoUrl: 'https://alvarez.example.com/logo.png',
  firstName: 'Maria',
  lastName: 'Alvarez',
  business: {
    name: 'Alvarez Landscaping',
    address: '410 Hayes Street',
    city: 'San Francisco',
    state: 'CA',
    country: 'US',
    postalCode: '94102',
    website: 'https://alvarez.example.com',
    timezone: 'America/Los_Angeles',
    email: 'office@alvarez.example.com',
    logoUrl: 'https://alvarez.example.com/logo.png',
  },
  permissions: { contactsEnabled: true, appointmentsEnabled: true, workflowsEnabled: true },
  automaticMobileAppInvite: false,
  currency: 'USD',
  snapshotId: '1eM2UgkfaECOYyUdCo9P',
  dateAdded: '2026-03-02T16:04:11.000Z',
};

const labels = {
  id: 'Sub-Account ID',
  companyId: 'Agency ID',
  address: 'Street Address',
  state: 'State or Region',
  timezone: 'Time Zone',
  firstName: 'Owner First Name',
  lastName: 'Owner Last Name',
  business__address: 'Business Street Address',
  business__state: 'Business State or Region',
  business__timezone: 'Business Time Zone',
};

/** A sub-account as `GET /locations/{locationId}` gives it (locations.json, GetLocationByIdSchema). */
export const location = record({
  noun: 'sub-account',
  one: 'location',
  sample: whole,
  labels,
  complete,
});

/** The sub-accounts of an agency as the search gives them (locations.json, GetLocationSchema), a sub-account's own one as `location`; no change date. */
export const locations = record({
  noun: 'sub-account',
  many: 'locations',
  sample: whole,
  labels,
  complete,
});

/** A sub-account after a create or an update (locations.json, CreateLocationSuccessfulResponseDto). */
export const writtenLocation = record({
  noun: 'sub-account',
  one: 'location',
  sample: written,
  labels,
  complete,
});

/** What a delete says of a sub-account. */
export const deletedLocation = deleted('sub-account', 'locationId', {
  message: 'Deleted location with id: ocQHyuzHvysMo5N5VsXc',
});
