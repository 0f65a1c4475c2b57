import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail, forbidden } from '../../gateway/errors.ts';
import { limit, optionalText, skip, text } from '../../gateway/schemas.ts';
import { app as marketplaceApp } from '../../seed/agency.ts';
import type { Location } from '../../state/state.ts';
import { tokenAnswer } from './tokens.ts';

/** Endpoints for the agency's token. */
export const oauth = [
  /** Gives a sub-account's token; the real answer holds a refresh_token (api#sub-account-token). */
  endpoint(
    'POST /oauth/locationToken',
    {
      version: '2021-07-28',
      scopes: ['oauth.write'],
      token: 'agency',
      form: true,
      body: zod.strictObject({ companyId: text, locationId: text }),
    },
    ({ body, token, state }) => {
      const location = state.locations.get(body.locationId);
      if (body.companyId !== token.companyId || !location) {
        throw fail(400, 'Location does not belong to the company');
      }
      if (!location.installedAt) throw fail(400, 'App is not installed on this location');
      if (!location.active) throw fail(400, 'Location is not active');
      const { companyId, userId, scopes } = token;
      return tokenAnswer(
        state.grants.issue({ companyId, userId, scopes, locationId: location.id }),
      );
    },
  ),

  endpoint(
    'GET /oauth/installedLocations',
    {
      version: '2021-07-28',
      scopes: ['oauth.readonly'],
      token: 'agency',
      query: zod.strictObject({
        companyId: text,
        appId: text,
        skip,
        limit: limit(100, 20),
        query: optionalText,
        isInstalled: zod.stringbool().optional(),
        versionId: optionalText,
        onTrial: zod.stringbool().optional(),
        planId: optionalText,
        locationId: optionalText,
      }),
    },
    ({ query, token, state }) => {
      if (query.companyId !== token.companyId) throw forbidden();
      const found = [...state.locations.values()].filter(
        ({ id, record, installedAt }) =>
          (query.isInstalled === undefined || query.isInstalled === Boolean(installedAt)) &&
          (query.locationId === undefined || query.locationId === id) &&
          record.name.toLowerCase().includes((query.query ?? '').toLowerCase()),
      );
      return {
        locations: found.slice(query.skip, query.skip + query.limit).map(installation),
        count: found.length,
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
