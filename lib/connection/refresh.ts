import { createHash } from 'node:crypto';
import { errors, type HttpResponse } from 'zapier-platform-core';
import * as zod from 'zod';
import { apiUrl } from '../api/endpoints.ts';
import { HighLevelError, kindOf } from '../api/errors.ts';
import type { Response } from '../api/explain.ts';
import { OwnCache } from '../cache.ts';
import type { Run } from '../run.ts';
import { withoutBlanks } from '../values.ts';
import {
  type AuthData,
  authDataShape,
  requestToken,
  toAuthData,
  userTypeOf,
} from './tokenEndpoint.ts';

/** HighLevel takes the refresh token no more; the cause is what Zapier gets if that is so. */
class Refused extends Error {
  constructor(cause: unknown) {
    super('refused', { cause });
  }
}

/** Zapier’s own error of an answer that is not a success, without what the answer may repeat. */
const responseError = (url: string, { status, header }: Response, content: string): Error => {
  const headers = { get: (name: string) => header(name) ?? null };
  return new errors.ResponseError({ status, headers, request: { url }, content } as HttpResponse);
};

const tryLater = 'Zapier will try again.';

/** Whether Zapier would ask for a new connection for a status. HighLevel’s document has 400, 401 and 422. */
const endsConnection = (status: number): boolean =>
  status < 500 && ![408, 409, 423, 425, 429].includes(status);

// Errors keep their status: Zapier tries 408, 409, 423, 425, 429 and 5xx again and asks for a new connection on
// other 4xx (zapier#refresh-errors). Only core's RefreshAuthError for a 401 would ask for the very refresh that just
// failed (zapier#refresh-401).
const requestRefresh = async (run: Run): Promise<AuthData> => {
  const { authData } = run.bundle;
  const grant = {
    grant_type: 'refresh_token',
    // That of the token that is held, whatever was chosen in the form (api#company-token-for-one-sub-account).
    user_type: userTypeOf(run.isAgency),
    refresh_token: authData.refresh_token ?? '',
  };
  const asked = requestToken(run, grant, tryLater);
  const { response, data, fault } = await asked.catch((error: unknown) => {
    if (kindOf(error) !== 'token') throw error;
    throw new Refused(
      new HighLevelError(
        'ended',
        'HighLevel has ended this connection. Please reconnect your account.',
      ),
    );
  });
  if (response.status >= 400) {
    const error = responseError(`${apiUrl()}/oauth/token`, response, fault);
    throw endsConnection(response.status) ? new Refused(error) : error;
  }
  if (!data.access_token)
    throw new HighLevelError('unavailable', 'HighLevel’s answer contained no token.', {
      advice: tryLater,
    });
  // What the answer lacks or leaves empty stays as it is: above all the refresh token, which nothing brings back.
  const fresh = toAuthData({ ...authData, ...withoutBlanks(data) });
  return { ...fresh, locationId: authData.locationId ?? fresh.locationId };
};

/** Seconds for which the tokens of a refresh wait for another one that began with the same refresh token. */
const raceTime = 600;

/** Milliseconds in which the refresh that won may still be about to keep its tokens. */
const timeToWin = 1_500;

/** Where the tokens of a refresh are kept: only who holds the refresh token before them finds it. */
const placeOf = ({ z, bundle: { authData } }: Run) => ({
  cache: new OwnCache(z, 'refreshed'),
  name: createHash('sha256')
    .update(authData.refresh_token ?? '')
    .digest('hex'),
});

/** The tokens that another refresh with the same refresh token has got; undefined if there was none. */
const tokensOfWinner = async (run: Run): Promise<AuthData | undefined> => {
  const { cache, name } = placeOf(run);
  const read = async () => zod.safeParse(authDataShape, await cache.read(name)).data;
  const found = await read();
  if (found) return found;
  await new Promise((resolve) => setTimeout(resolve, timeToWin));
  return read();
};

/**
 * New tokens. Each refresh token works once (api#refresh-tokens), and Zapier may refresh a connection twice at the same
 * time (zapier#parallel-refreshes): the one that comes too late takes the tokens of the other, or its refusal would
 * end a connection that has fresh ones.
 */
export const refreshAccessToken = async (run: Run): Promise<AuthData> => {
  try {
    const fresh = await requestRefresh(run);
    const { cache, name } = placeOf(run);
    await cache.write(name, fresh, raceTime);
    return fresh;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const found = await tokensOfWinner(run);
    if (found) return found;
    throw error.cause;
  }
};
