import {
  type Authentication,
  type Bundle,
  errors,
  type HttpResponse,
  type ZObject,
} from 'zapier-platform-core';
import { marketplaceUrl } from './lib/api.ts';
import { isAgency } from './lib/connection.ts';
import { unadorned } from './lib/halted.ts';
import { oneOf } from './lib/operation.ts';
import { parsed, postSecretly } from './lib/raw.ts';
import type { Raw } from './lib/record.ts';
import { call } from './lib/request.ts';
import { discreet, networkTrouble } from './middleware.ts';
import { company } from './records/companies.ts';
import { location } from './records/locations.ts';
import { scopes } from './scopes.ts';

const userType = (bundle: Bundle): 'Company' | 'Location' =>
  (bundle.inputData.account ?? bundle.authData.account) === 'agency' ? 'Company' : 'Location';

/** Where the person grants access. HIGHLEVEL_SCOPES narrows the scopes, because one that the app lacks makes the page a dead end. */
const authorizeUrl = async (_z: ZObject, bundle: Bundle): Promise<string> => {
  const { redirect_uri, state } = bundle.inputData as Record<string, string>;
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: process.env.CLIENT_ID ?? '',
    redirect_uri: redirect_uri ?? '',
    state: state ?? '',
    scope: process.env.HIGHLEVEL_SCOPES || scopes.join(' '),
  });
  return `${marketplaceUrl()}/oauth/chooselocation?${query}`;
};

interface TokenAnswer {
  access_token?: string | null;
  refresh_token?: string | null;
  userType?: string | null;
  locationId?: string | null;
  companyId?: string | null;
  userId?: string | null;
  error?: unknown;
  error_description?: unknown;
  message?: unknown;
}

const token = async (z: ZObject, bundle: Bundle, grant: Record<string, string>) => {
  const form = {
    client_id: process.env.CLIENT_ID ?? '',
    client_secret: process.env.CLIENT_SECRET ?? '',
    user_type: userType(bundle),
    ...grant,
  };
  const { response, content } = await postSecretly(
    z,
    '/oauth/token',
    form,
    20_000,
    async (answer) => ({ response: answer, content: await answer.text() }),
  );
  const data: TokenAnswer = Object(parsed(content));
  const said = [data.error_description, data.message, data.error].find(
    (words) => typeof words === 'string' && words !== '',
  );
  return { response, data, said: discreet(String(said ?? `status ${response.status}`), bundle) };
};

/** What a connection keeps: the tokens and whom they belong to, and no more. A company token has no location. */
const kept = ({ access_token, refresh_token, userType: kind, ...ids }: TokenAnswer) => ({
  access_token: access_token ?? '',
  refresh_token: refresh_token ?? '',
  locationId: kind === 'Company' ? '' : (ids.locationId ?? ''),
  companyId: ids.companyId ?? '',
  userId: ids.userId ?? '',
});

const getAccessToken = async (z: ZObject, bundle: Bundle) => {
  const { code, redirect_uri } = bundle.inputData as Record<string, string>;
  const grant = {
    grant_type: 'authorization_code',
    code: code ?? '',
    redirect_uri: redirect_uri ?? '',
  };
  const { response, data, said } = await token(z, bundle, grant).catch((error: Error) => {
    if (error.name !== 'RefreshAuthError') throw networkTrouble(z, error, 'Please connect again.');
    throw new errors.Error(
      'HighLevel does not know this app: its client id or client secret is wrong. Tell the owner of the app.',
      'client',
      401,
    );
  });
  const isWhole = data.access_token && data.refresh_token && (data.locationId || data.companyId);
  if (response.status >= 400 || !isWhole) {
    throw new errors.Error(
      `HighLevel did not complete the connection: ${said}. Please connect again.`,
      'connect',
      response.status,
    );
  }
  return kept(data);
};

// Errors keep their status: Zapier tries 408, 409, 423, 425, 429 and 5xx again and asks for a new connection on
// other 4xx. Only core's RefreshAuthError for a 401 would ask for the very refresh that just failed.
const refreshAccessToken = async (z: ZObject, bundle: Bundle) => {
  const grant = { grant_type: 'refresh_token', refresh_token: bundle.authData.refresh_token ?? '' };
  const { response, data, said } = await token(z, bundle, grant).catch((error: Error) => {
    if (error.name !== 'RefreshAuthError') throw networkTrouble(z, error, 'Zapier will try again.');
    throw unadorned(
      new errors.ExpiredAuthError(
        'HighLevel has ended this connection. Please reconnect your account.',
      ),
    );
  });
  if (response.status >= 400) {
    const { status, headers, request } = response;
    throw new errors.ResponseError({ status, headers, request, content: said } as HttpResponse);
  }
  if (!data.access_token)
    throw new errors.Error(
      'HighLevel’s answer held no token. Zapier will try again.',
      'unavailable',
      502,
    );
  // What the answer lacks or leaves empty stays as it is: above all the refresh token, which nothing brings back.
  const filled = Object.fromEntries(Object.entries(data).filter(([, value]) => value));
  const fresh = kept({ ...bundle.authData, ...filled });
  return { ...fresh, locationId: bundle.authData.locationId ?? fresh.locationId };
};

const accountOf = (account: Raw | undefined): Raw => {
  if (account && ('id' in account || 'name' in account)) return account;
  throw new errors.Error(
    'HighLevel did not show the account that is connected. Please try again, or connect it anew.',
    'unavailable',
    502,
  );
};

/** Asks for the sub-account or the agency that the token belongs to; its name becomes the connection's label. */
const test = async (z: ZObject, bundle: Bundle) => {
  const { locationId = '', companyId = '' } = bundle.authData;
  if (isAgency(bundle)) {
    const [found] = oneOf(
      await call({ z, bundle }, 'GET /companies/{companyId}', { companyId }),
      company,
    );
    return { name: accountOf(found).name || companyId, kind: 'agency', companyId };
  }
  const [found] = oneOf(
    await call({ z, bundle }, 'GET /locations/{locationId}', { locationId }),
    location,
  );
  return { name: accountOf(found).name || locationId, kind: 'sub-account', locationId };
};

export default {
  type: 'oauth2',
  test,
  connectionLabel: '{{name}} ({{kind}})',
  fields: [
    {
      key: 'account',
      label: 'What do you connect?',
      type: 'string',
      required: true,
      default: 'sub_account',
      choices: {
        sub_account: 'One sub-account',
        agency: 'A whole agency, with all its sub-accounts',
      },
      helpText:
        'With an agency connection each step asks which sub-account to work in. Only an agency admin can connect an agency.',
    },
  ],
  oauth2Config: {
    authorizeUrl,
    getAccessToken,
    refreshAccessToken,
    autoRefresh: true,
    scope: scopes.join(' '),
  },
} satisfies Authentication;
