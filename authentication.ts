import { type Authentication, type Bundle, errors, type ZObject } from 'zapier-platform-core';
import { apiUrl, marketplaceUrl } from './lib/api.ts';
import { isAgency } from './lib/connection.ts';
import { call } from './lib/request.ts';
import { networkTrouble } from './middleware.ts';
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
  access_token: string;
  refresh_token: string;
  userType?: string;
  locationId?: string;
  companyId?: string;
  userId?: string;
  error_description?: string;
  message?: string;
}

const token = (z: ZObject, bundle: Bundle, grant: Record<string, string>, tolerant: boolean) =>
  z.request<TokenAnswer>({
    method: 'POST',
    url: `${apiUrl()}/oauth/token`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    body: new URLSearchParams({
      client_id: process.env.CLIENT_ID ?? '',
      client_secret: process.env.CLIENT_SECRET ?? '',
      user_type: userType(bundle),
      ...grant,
    }).toString(),
    timeout: 20_000,
    skipThrowForStatus: tolerant,
  });

/** What a connection keeps: the tokens and whom they belong to, and no more. A company token has no location. */
const kept = ({
  access_token,
  refresh_token,
  userType: kind,
  locationId,
  companyId,
  userId,
}: TokenAnswer) => ({
  access_token,
  refresh_token,
  locationId: kind === 'Company' ? '' : (locationId ?? ''),
  companyId: companyId ?? '',
  userId: userId ?? '',
});

const getAccessToken = async (z: ZObject, bundle: Bundle) => {
  const { code, redirect_uri } = bundle.inputData as Record<string, string>;
  const grant = {
    grant_type: 'authorization_code',
    code: code ?? '',
    redirect_uri: redirect_uri ?? '',
  };
  const { status, data } = await token(z, bundle, grant, true).catch((error: Error) => {
    if (error.name !== 'RefreshAuthError') throw networkTrouble(z, error, true);
    throw new errors.Error(
      'HighLevel does not know this app: its client id or client secret is wrong. Tell the owner of the app.',
      'client',
      401,
    );
  });
  if (status >= 400 || !data?.access_token) {
    throw new errors.Error(
      `HighLevel did not complete the connection: ${data?.error_description ?? data?.message ?? `status ${status}`}. Please connect again.`,
      'connect',
      status,
    );
  }
  return kept(data);
};

// Errors keep their status: Zapier tries 408, 409, 423, 425, 429 and 5xx again and asks for a new connection on
// other 4xx. Only core's RefreshAuthError for a 401 would ask for the very refresh that just failed.
const refreshAccessToken = async (z: ZObject, bundle: Bundle) => {
  const grant = { grant_type: 'refresh_token', refresh_token: bundle.authData.refresh_token ?? '' };
  const { data } = await token(z, bundle, grant, false).catch((error: Error) => {
    if (error.name !== 'RefreshAuthError') throw networkTrouble(z, error, true);
    throw new errors.ExpiredAuthError(
      'HighLevel has ended this connection. Please reconnect your account.',
    );
  });
  if (!data?.access_token)
    throw new errors.Error(
      'HighLevel’s answer held no token. Zapier will try again.',
      'unavailable',
      502,
    );
  const fresh = kept({ ...(bundle.authData as Partial<TokenAnswer>), ...data });
  return { ...fresh, locationId: bundle.authData.locationId ?? fresh.locationId };
};

/** Asks for the sub-account or the agency that the token belongs to; its name becomes the connection's label. */
const test = async (z: ZObject, bundle: Bundle) => {
  const { locationId = '', companyId = '' } = bundle.authData;
  if (isAgency(bundle)) {
    const { company } = (await call({ z, bundle }, 'GET /companies/{companyId}', {
      companyId,
    })) as { company?: { name?: string } };
    return { name: company?.name ?? companyId, kind: 'agency', companyId };
  }
  const { location } = (await call({ z, bundle }, 'GET /locations/{locationId}', {
    locationId,
  })) as { location?: { name?: string } };
  return { name: location?.name ?? locationId, kind: 'sub-account', locationId };
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
