import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { limit, skip, text } from '../gateway/schemas.ts';
import { type Business, businesses as businessesOf } from '../seed/businesses.ts';
import { contacts } from '../seed/contacts.ts';
import type { Location } from '../state/state.ts';
import { withoutNulls } from './contactRecord.ts';

const version = '2021-07-28' as const;
const reading = { version, scopes: ['businesses.readonly'] };
const writing = { version, scopes: ['businesses.write'] };
const maybe = zod.string().optional();

const written = {
  phone: maybe,
  email: zod.email().optional(),
  website: maybe,
  address: maybe,
  city: maybe,
  state: maybe,
  postalCode: maybe,
  country: maybe,
  description: maybe,
};

/** What was sent; the rest stays as it is. */
const given = (write: object) =>
  Object.fromEntries(Object.entries(write).filter(([, value]) => value !== undefined));

const integration = { source: 'INTEGRATION', channel: 'OAUTH' };

export const businesses = [
  endpoint(
    'GET /businesses/',
    {
      ...reading,
      query: zod.strictObject({ locationId: text, limit: limit(100, 100), skip }),
    },
    ({ query, location }) => ({
      businesses: [...businessesOf(location).values()]
        .slice(query.skip, query.skip + query.limit)
        .map(withoutNulls),
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
      const at = new Date(now).toISOString();
      const business: Business = {
        id: state.newId('hex'),
        locationId: location.id,
        ...empty,
        ...given(body),
        name: body.name,
        createdBy: integration,
        updatedBy: integration,
        createdAt: at,
        updatedAt: at,
      };
      businessesOf(location).set(business.id, business);
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
        ...given(body),
        updatedBy: integration,
        updatedAt: new Date(now).toISOString(),
      };
      businessesOf(location).set(business.id, business);
      return { success: true, buiseness: withoutNulls(business) };
    },
  ),

  /** Its contacts stay, without a business. */
  endpoint('DELETE /businesses/{businessId}', writing, ({ path, location }) => {
    const { id } = businessOf(location, path.businessId);
    const store = contacts(location);
    for (const contact of [...store.untouched(), ...store.written()]) {
      if (contact.businessId === id) store.set({ ...contact, businessId: null });
    }
    businessesOf(location).delete(id);
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

function businessOf(location: Location, id: string): Business {
  const business = businessesOf(location).get(id);
  if (!business) throw fail(400, `Business with id ${id} not found`);
  return business;
}
