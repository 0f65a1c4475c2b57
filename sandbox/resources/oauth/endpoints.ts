import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail, forbidden } from '../../gateway/errors.ts';
import type { Generation } from '../../gateway/generations.ts';
import { limit, optionalText, skip, text } from '../../gateway/schemas.ts';
import { app as marketplaceApp } from '../../seed/agency.ts';
import type { Token } from '../../state/grants.ts';
import type { Location, State } from '../../state/state.ts';
import { tokenAnswer } from './tokens.ts';

const version = '2021-07-28' as const;
const agency = 'agency' as const;
const writing = { version, scopes: ['oauth.write'], token: agency };
const reading = { version, scopes: ['oauth.readonly'], token: agency };

const exchangeForm = {
  form: 'plain' as const,
  body: zod.strictObject({ companyId: text, locationId: text }),
};

type Exchange = {
  body: { companyId: string; locationId: string };
  token: Token;
  state: State;
  generation: Generation;
};

/** A sub-account's token; the real answer holds a refresh_token (api#sub-account-token). */
const exchangeToken = ({ body, token, state, generation }: Exchange) => {
  const location = state.locations.get(body.locationId);
  if (body.companyId !== token.companyId || !location) {
    throw fail(400, 'Location does not belong to the company');
  }
  if (!location.installedAt) throw fail(400, 'App is not installed on this location');
  if (!location.active) throw fail(400, 'Location is not active');
  const { companyId, userId, scopes } = token;
  const grant = { companyId, userId, scopes, locationId: location.id };
  return tokenAnswer(state.grants.issue(grant), generation);
};

const filters = {
  companyId: text,
  appId: text,
  query: optionalText,
  isInstalled: zod.stringbool().optional(),
  versionId: optionalText,
  onTrial: zod.stringbool().optional(),
  planId: optionalText,
  locationId: optionalText,
};

type Filters = {
  query?: string | undefined;
  isInstalled?: boolean | undefined;
  locationId?: string | undefined;
};

const findInstallations = (state: State, { query = '', isInstalled, locationId }: Filters) =>
  [...state.locations.values()].filter(
    ({ id, record, installedAt }) =>
      (isInstalled === undefined || isInstalled === Boolean(installedAt)) &&
      (locationId === undefined || locationId === id) &&
      record.name.toLowerCase().includes(query.toLowerCase()),
  );

/** An error as v3's newest endpoints have it (oauth-v3.json, AipErrorBodyDto). */
const aipError = (status: number, code: string, message: string, resolution: string) =>
  fail(status, { error: { code, message, details: {}, resolution } });

/** A page token says where to go on; HighLevel calls it opaque (oauth-v3.json, pageToken). */
const tokenAt = (at: number) => Buffer.from(JSON.stringify({ skip: at })).toString('base64url');

function placeOf(pageToken: string | undefined): number {
  if (!pageToken) return 0;
  const [, at] = /^\{"skip":(\d+)\}$/.exec(Buffer.from(pageToken, 'base64url').toString()) ?? [];
  if (at === undefined) {
    throw aipError(400, 'INVALID_ARGUMENT', 'Invalid pageToken', 'Use the token of the last page.');
  }
  return Number(at);
}

/** Endpoints for the agency's token. */
export const oauth = [
  endpoint(
    'POST /oauth/locationToken',
    { ...writing, ...exchangeForm, until: 'renamed' },
    exchangeToken,
  ),
  endpoint(
    'POST /oauth/location-token',
    { ...writing, ...exchangeForm, since: 'v3' },
    exchangeToken,
  ),

  endpoint(
    'GET /oauth/installedLocations',
    {
      ...reading,
      until: 'renamed',
      query: zod.strictObject({ ...filters, skip, limit: limit(100, 20) }),
    },
    ({ query, token, state }) => {
      if (query.companyId !== token.companyId) throw forbidden();
      const found = findInstallations(state, query);
      return {
        locations: found.slice(query.skip, query.skip + query.limit).map(installation),
        count: found.length,
        installToFutureLocations: false,
      };
    },
  ),

  endpoint(
    'GET /oauth/installed-locations',
    {
      ...reading,
      since: 'v3',
      query: zod.strictObject({
        ...filters,
        pageSize: limit(100, 20),
        pageToken: optionalText,
        restrictToUserLocations: zod.stringbool().optional(),
      }),
    },
    ({ query, token, state }) => {
      if (query.companyId !== token.companyId) throw forbidden();
      const found = findInstallations(state, query);
      const start = placeOf(query.pageToken);
      const end = start + query.pageSize;
      const items = found.slice(start, end).map(installation);
      return {
        items,
        pagination: {
          totalRecords: found.length,
          hasNextPage: end < found.length,
          hasPrevPage: start > 0,
          ...(end < found.length && { nextPageToken: tokenAt(end) }),
          ...(start > 0 && { prevPageToken: tokenAt(Math.max(0, start - query.pageSize)) }),
          currentPageSize: items.length,
        },
        metadata: { filterApplied: { companyId: query.companyId } },
        installToFutureLocations: false,
      };
    },
  ),
];

const installation = ({ id, record, installedAt }: Location) => ({
  _id: id,
  name: record.name,
  address: `${record.address}, ${record.city}, ${record.state} ${record.postalCode}`,
  isInstalled: Boolean(installedAt),
  ...(installedAt && { versionId: marketplaceApp.versionId, installedAt }),
});
