import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { limit, optionalText, skip, text } from '../gateway/schemas.ts';
import { type Business, businesses } from '../seed/businesses.ts';
import { contacts } from '../seed/contacts.ts';
import type { Location } from '../state/state.ts';
import { definedOnly, existing, iso, pageOf, withoutNulls } from './records.ts';

const version = '2021-07-28' as const;
const reading = { version, scopes: ['businesses.readonly'] };
const writing = { version, scopes: ['businesses.write'] };

const written = {
  phone: optionalText,
  email: optionalText,
  website: optionalText,
  address: optionalText,
  city: optionalText,
  state: optionalText,
  postalCode: optionalText,
  country: optionalText,
  description: optionalText,
};

const integration = { source: 'INTEGRATION', channel: 'OAUTH' };

export const businessRecords = [
  endpoint(
    'GET /businesses/',
    {
      ...reading,
      query: zod.strictObject({ locationId: text, limit: limit(100, 100), skip }),
    },
    ({ query, location }) => ({
      businesses: pageOf([...businesses(location).values()], query.skip, query.limit).map(
        withoutNulls,
      ),
    }),
  ),

  endpoint('GET /businesses/{businessId}', reading, ({ path, location }) => ({
    business: withoutNulls(businessOf(location, path.businessId)),
  })),

  /** The answer's key is misspelled: `buiseness` (businesses.json). */
  endpoint(
    'POST /businesses/',
    {
      ...writing,
      status: 201,
      body: zod.strictObject({ ...written, name: text, locationId: text }),
    },
    ({ body: { locationId: _, ...body }, location, state, now }) => {
      const at = iso(now);
      const business: Business = {
        id: state.newId('hex'),
        locationId: location.id,
        ...empty,
        ...definedOnly(body),
        name: body.name,
        createdBy: integration,
        updatedBy: integration,
        createdAt: at,
        updatedAt: at,
      };
      businesses(location).set(business.id, business);
      return { success: true, buiseness: withoutNulls(business) };
    },
  ),

  endpoint(
    'PUT /businesses/{businessId}',
    { ...writing, body: zod.strictObject({ ...written, name: text.optional() }) },
    ({ path, body, location, now }) => {
      const known = businessOf(location, path.businessId);
      const business: Business = {
        ...known,
        ...definedOnly(body),
        updatedBy: integration,
        updatedAt: iso(now),
      };
      businesses(location).set(business.id, business);
      return { success: true, buiseness: withoutNulls(business) };
    },
  ),

  /** Its contacts stay, without a business. */
  endpoint('DELETE /businesses/{businessId}', writing, ({ path, location }) => {
    const { id } = businessOf(location, path.businessId);
    const store = contacts(location);
    const members = [...store.values()].filter(({ businessId }) => businessId === id);
    for (const contact of members) store.set({ ...contact, businessId: null });
    businesses(location).delete(id);
    return { success: true };
  }),
];

const empty = {
  phone: null,
  email: null,
  website: null,
  address: null,
  city: null,
  state: null,
  postalCode: null,
  country: null,
  description: null,
};

const businessOf = (location: Location, id: string): Business =>
  existing(businesses(location).get(id), 'Business', id);
