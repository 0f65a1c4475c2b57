import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { forbidden } from '../../gateway/errors.ts';
import { limit, optionalText, skip, text } from '../../gateway/schemas.ts';
import { snapshots } from '../../seed/workflows.ts';
import { Location, type State } from '../../state/state.ts';
import { existing, pageOf } from '../records.ts';
import { written } from './schema.ts';
import { emptyRecord, extrasOf, wholeLocation, writeLocation, writtenLocation } from './write.ts';

const version = '2021-07-28' as const;
const reading = { version, scopes: ['locations.readonly'] };
const writing = { version, scopes: ['locations.write'], token: 'agency' as const };

export const locationRecords = [
  /** Agency only, and neither total nor snapshotId (api#agency-only, api#sub-account-search). */
  endpoint(
    'GET /locations/search',
    {
      ...reading,
      token: 'agency',
      query: zod.strictObject({
        companyId: optionalText,
        skip,
        limit: limit(100, 10),
        order: zod.enum(['asc', 'desc']).default('asc'),
        email: optionalText,
      }),
    },
    ({ query, token, state }) => {
      if (query.companyId && query.companyId !== token.companyId) {
        throw forbidden();
      }
      const found = [...state.locations.values()].filter(
        ({ record }) => !query.email || record.email === query.email,
      );
      if (query.order === 'desc') found.reverse();
      return {
        locations: pageOf(found, query.skip, query.limit).map((location) => {
          const { companyId: _, dateAdded: __, ...shown } = location.record;
          return { ...shown, social: extrasOf(location).social };
        }),
      };
    },
  ),

  endpoint('GET /locations/{locationId}', { ...reading, token: 'either' }, ({ path, state }) => {
    const location = locationOf(state, path.locationId);
    return { location: wholeLocation(location) };
  }),

  /** The app is not installed in what it makes. */
  endpoint(
    'POST /locations/',
    { ...writing, body: zod.strictObject({ ...written, name: text, snapshotId: optionalText }) },
    ({ body: { snapshotId, ...body }, state, now }) => {
      checkAgency(body.companyId, state);
      checkSnapshot(snapshotId, state);
      const record = emptyRecord(state.newId(), state.company.id, now);
      const location = new Location(state, record, undefined);
      writeLocation(location, body);
      extrasOf(location).snapshotId = snapshotId ?? '';
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
        name: optionalText,
        snapshot: zod.strictObject({ id: text, override: zod.boolean().optional() }).optional(),
      }),
    },
    ({ path, body: { snapshot, ...body }, state }) => {
      checkAgency(body.companyId, state);
      checkSnapshot(snapshot?.id, state);
      const location = locationOf(state, path.locationId);
      writeLocation(location, body);
      if (snapshot) extrasOf(location).snapshotId = snapshot.id;
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
      state.locations.delete(locationOf(state, path.locationId).id);
      return { success: true, message: `Deleted location with id: ${path.locationId}` };
    },
  ),
];

/** The sub-account of the path. */
const locationOf = (state: State, id: string): Location =>
  existing(state.locations.get(id), 'Location', id);

function checkAgency(companyId: string, state: State): void {
  if (companyId !== state.company.id) throw forbidden();
}

function checkSnapshot(id: string | undefined, state: State): void {
  if (id) existing(snapshots(state.company).get(id), 'Snapshot', id);
}
