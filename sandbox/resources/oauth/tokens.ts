import { fail } from '../../gateway/errors.ts';
import type { Generation } from '../../gateway/generations.ts';
import { app as marketplaceApp } from '../../seed/agency.ts';
import { LIFE_IN_SECONDS, type Token } from '../../state/grants.ts';
import type { State } from '../../state/state.ts';

/** The tokens, in snake case; in camel case under v3. */
const spelled = ({ accessToken, refreshToken }: Token, generation: Generation) =>
  generation === 'v3'
    ? { accessToken, tokenType: 'Bearer', expiresIn: LIFE_IN_SECONDS, refreshToken }
    : {
        access_token: accessToken,
        token_type: 'Bearer',
        expires_in: LIFE_IN_SECONDS,
        refresh_token: refreshToken,
      };

/** The answer of `POST /oauth/token` (oauth.json and oauth-v3.json, GetAccessCodeSuccessfulResponseDto). */
export const tokenAnswer = (token: Token, generation: Generation) => ({
  ...spelled(token, generation),
  refreshTokenId: token.refreshToken.slice(0, 24),
  scope: token.scopes.join(' '),
  userType: token.locationId ? 'Location' : 'Company',
  companyId: token.companyId,
  ...(token.locationId
    ? { locationId: token.locationId }
    : { isBulkInstallation: false, installToFutureLocations: false, approveAllLocations: false }),
  userId: token.userId,
});

/** A refusal in the words of OAuth. */
export const refusal = (status: number, error: string, error_description: string) =>
  fail(status, { error, error_description, statusCode: status, message: error_description });

/** Trades a code or a refresh token for tokens. */
export function exchange(state: State, form: Record<string, string>): Token {
  const { clientId, clientSecret } = marketplaceApp;
  if (form.client_id !== clientId || form.client_secret !== clientSecret) {
    throw refusal(401, 'invalid_client', 'Invalid client: client is invalid');
  }
  switch (form.grant_type) {
    case 'authorization_code':
      return exchangeCode(state, form);
    case 'refresh_token':
      return refresh(state, form);
    default:
      throw refusal(
        400,
        'unsupported_grant_type',
        'Unsupported grant type: `grant_type` is invalid',
      );
  }
}

function exchangeCode(state: State, form: Record<string, string>): Token {
  const grant = state.grants.useCode(form.code ?? '');
  if (!grant) throw refusal(400, 'invalid_grant', 'Invalid grant: authorization code is invalid');
  // What was granted decides, not the asked user_type (api#company-token-for-one-sub-account).
  return state.grants.issue(grant);
}

function refresh(state: State, form: Record<string, string>): Token {
  const token = state.grants.findByRefresh(form.refresh_token ?? '');
  if (!token) throw refusal(400, 'invalid_grant', 'Invalid grant: refresh token is invalid');
  // A refresh must name the kind of the token that is held (api#company-token-for-one-sub-account).
  const userType = token.locationId ? 'Location' : 'Company';
  if (form.user_type && form.user_type !== userType) {
    throw refusal(400, 'invalid_grant', `Invalid grant: user type must be ${userType}`);
  }
  const location = token.locationId ? state.locations.get(token.locationId) : undefined;
  if (location && !location.active) {
    throw refusal(400, 'invalid_request', 'Location is not active'); // (api#inactive-sub-account)
  }
  return state.grants.refresh(token);
}

/** The members of the form that v3 has in camel case. */
const IN_V3 = {
  client_id: 'clientId',
  client_secret: 'clientSecret',
  grant_type: 'grantType',
  refresh_token: 'refreshToken',
  user_type: 'userType',
  redirect_uri: 'redirectUri',
};

/** The form of `POST /oauth/token` in snake case; what the other generation calls otherwise is not read. */
export const formIn = (
  generation: Generation,
  form: Record<string, string>,
): Record<string, string> => {
  if (generation === 'classic') return form;
  const read = Object.entries(IN_V3).map(([name, inV3]) => [name, form[inV3]]);
  const rest = Object.entries(form).filter(([name]) => !(name in IN_V3));
  return Object.fromEntries([...rest, ...read.filter(([, value]) => value !== undefined)]);
};
