import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { limit, skip, text } from '../gateway/schemas.ts';
import { tags } from '../seed/contacts.ts';
import { customFields } from '../seed/customFields.ts';
import { snapshots } from '../seed/workflows.ts';
import { perPlace } from '../state/collection.ts';
import type { LocationRecord } from '../state/state.ts';
import { Location, type State } from '../state/state.ts';

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

/** What a sub-account has beside its record: the links, and the snapshot that it was made from. */
const extras = perPlace((_: Location) => ({ social: noSocial, snapshotId: '' }));

/** As recorded live (NG get-location), without the long list of permissions. */
function wholeLocation(location: Location): object {
  const { record } = location;
  const { social, snapshotId } = extras(location);
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
function writtenLocation(location: Location): object {
  const { firstName: _, lastName: __, dateAdded: ___, ...record } = location.record;
  return { ...record, domain: '', social: extras(location).social };
}

const some = zod.string().optional();
const flag = zod.boolean().optional();

/** What create and update have in common (locations.json, CreateLocationDto). */
const written = {
  companyId: text,
  phone: some,
  address: some,
  city: some,
  state: some,
  country: zod
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a valid country code')
    .optional(),
  postalCode: some,
  website: some,
  timezone: some,
  prospectInfo: zod
    .strictObject({ firstName: text, lastName: text, email: zod.email() })
    .optional(),
  settings: zod
    .strictObject({
      allowDuplicateContact: flag,
      allowDuplicateOpportunity: flag,
      allowFacebookNameMerge: flag,
      disableContactTimezone: flag,
    })
    .optional(),
  social: zod
    .strictObject({
      facebookUrl: some,
      googlePlus: some,
      linkedIn: some,
      foursquare: some,
      twitter: some,
      yelp: some,
      instagram: some,
      youtube: some,
      pinterest: some,
      blogRss: some,
      googlePlacesId: some,
    })
    .optional(),
  twilio: zod.strictObject({ sid: text, authToken: text }).optional(),
  mailgun: zod.strictObject({ apiKey: text, domain: text }).optional(),
};

type Write = zod.output<zod.ZodObject<typeof written>> & { name?: string | undefined };

const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Writes what is named; Twilio and Mailgun credentials go nowhere and are never shown again. */
function write(location: Location, body: Write): void {
  const { prospectInfo, settings, social, twilio: _, mailgun: __, companyId: ___, ...rest } = body;
  Object.assign(location.record, given(rest), prospectInfo);
  Object.assign(location.record.settings, given(settings ?? {}));
  const extra = extras(location);
  extra.social = { ...extra.social, ...given(social ?? {}) };
}

function checkAgency(companyId: string, state: State): void {
  if (companyId !== state.company.id) throw fail(403, 'Forbidden resource');
}

function checkSnapshot(id: string | undefined, state: State): void {
  if (id && !snapshots(state.company).has(id)) throw fail(400, `Snapshot with id ${id} not found`);
}

const emptyRecord = (id: string, companyId: string, now: number): LocationRecord => ({
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
  dateAdded: new Date(now).toISOString(),
  settings: {
    allowDuplicateContact: false,
    allowDuplicateOpportunity: false,
    allowFacebookNameMerge: false,
    disableContactTimezone: false,
    contactUniqueIdentifiers: ['email', 'phone'],
  },
});

const writing = {
  version: '2021-07-28' as const,
  scopes: ['locations.write'],
  token: 'agency' as const,
};

export const locations = [
  /** Agency only, and neither total nor snapshotId (reality d.1, d.11 #164 #199). */
  endpoint(
    'GET /locations/search',
    {
      version: '2021-07-28',
      scopes: ['locations.readonly'],
      token: 'agency',
      query: zod.strictObject({
        companyId: zod.string().optional(),
        skip,
        limit: limit(100, 10),
        order: zod.enum(['asc', 'desc']).default('asc'),
        email: zod.string().optional(),
      }),
    },
    ({ query, token, state }) => {
      if (query.companyId && query.companyId !== token.companyId) {
        throw fail(403, 'Forbidden resource');
      }
      const found = [...state.locations.values()].filter(
        ({ record }) => !query.email || record.email === query.email,
      );
      if (query.order === 'desc') found.reverse();
      return {
        locations: found.slice(query.skip, query.skip + query.limit).map((location) => {
          const { companyId: _, dateAdded: __, ...shown } = location.record;
          return { ...shown, social: extras(location).social };
        }),
      };
    },
  ),

  endpoint(
    'GET /locations/{locationId}',
    { version: '2021-07-28', scopes: ['locations.readonly'], token: 'either' },
    ({ path, state }) => {
      const location = state.locations.get(path.locationId);
      if (!location) throw fail(400, `Location with id ${path.locationId} not found`);
      return { location: wholeLocation(location) };
    },
  ),

  /** The app is not installed in what it makes. */
  endpoint(
    'POST /locations/',
    { ...writing, body: zod.strictObject({ ...written, name: text, snapshotId: some }) },
    ({ body: { snapshotId, ...body }, state, now }) => {
      checkAgency(body.companyId, state);
      checkSnapshot(snapshotId, state);
      const record = emptyRecord(state.newId(), state.company.id, now);
      const location = new Location(state, record, undefined);
      write(location, body);
      extras(location).snapshotId = snapshotId ?? '';
      state.locations.set(location.id, location);
      return writtenLocation(location);
    },
  ),

  endpoint(
    'PUT /locations/{locationId}',
    {
      ...writing,
      body: zod.strictObject({
        ...written,
        name: some,
        snapshot: zod.strictObject({ id: text, override: flag }).optional(),
      }),
    },
    ({ path, body: { snapshot, ...body }, state }) => {
      checkAgency(body.companyId, state);
      checkSnapshot(snapshot?.id, state);
      const location = state.locations.get(path.locationId);
      if (!location) throw fail(400, `Location with id ${path.locationId} not found`);
      write(location, body);
      if (snapshot) extras(location).snapshotId = snapshot.id;
      return writtenLocation(location);
    },
  ),

  endpoint(
    'DELETE /locations/{locationId}',
    {
      ...writing,
      query: zod.strictObject({ deleteTwilioAccount: zod.enum(['true', 'false']) }),
    },
    ({ path, state }) => {
      if (!state.locations.delete(path.locationId)) {
        throw fail(400, `Location with id ${path.locationId} not found`);
      }
      return { success: true, message: `Deleted location with id: ${path.locationId}` };
    },
  ),

  endpoint(
    'GET /locations/{locationId}/tags',
    { version: '2021-07-28', scopes: ['locations/tags.readonly'] },
    ({ location }) => ({ tags: [...tags(location).values()] }),
  ),

  endpoint(
    'GET /locations/{locationId}/customFields',
    {
      version: '2021-07-28',
      scopes: ['locations/customFields.readonly'],
      query: zod.strictObject({
        model: zod.enum(['contact', 'opportunity', 'all']).default('contact'),
      }),
    },
    ({ query, location }) => ({
      customFields: [...customFields(location).values()].filter(
        ({ model }) => query.model === 'all' || query.model === model,
      ),
    }),
  ),

  /** The documents give no shape for the answer. */
  endpoint(
    'GET /locations/{locationId}/timezones',
    { version: '2021-07-28', scopes: ['locations.readonly'] },
    () => ({ timeZones: Intl.supportedValuesOf('timeZone') }),
  ),
];
