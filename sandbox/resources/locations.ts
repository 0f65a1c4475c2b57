import * as zod from 'zod';
import { endpoint, fail, limit, skip } from '../endpoint.ts';
import { tags } from '../seed/contacts.ts';
import { customFields } from '../seed/customFields.ts';
import type { Location } from '../state.ts';

const social = {
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

/** As recorded live (NG get-location), without the long list of permissions. */
function wholeLocation({ record }: Location): object {
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
    snapshotId: '',
  };
}

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
        locations: found.slice(query.skip, query.skip + query.limit).map(({ record }) => {
          const { companyId: _, dateAdded: __, ...shown } = record;
          return { ...shown, social };
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
