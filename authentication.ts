import type { Authentication, Bundle, ZObject } from 'zapier-platform-core';
import { connectionLabel, testConnection } from './connectionTest.ts';
import { marketplaceUrl } from './lib/api/endpoints.ts';
import { HighLevelError, kindOf } from './lib/api/errors.ts';
import { refreshAccessToken } from './lib/connection/refresh.ts';
import { signIn } from './lib/connection/signIn.ts';
import { requestToken, toAuthData, userTypeOf } from './lib/connection/tokenEndpoint.ts';
import { withRun } from './lib/perform.ts';
import type { Run } from './lib/run.ts';
import { privateToken } from './privateToken.ts';
import { scopes } from './scopes.ts';

/** Where the person grants access. HIGHLEVEL_SCOPES narrows the scopes, because one that the app lacks makes the page a dead end. */
const authorizeUrl = async (_z: ZObject, { inputData }: Bundle): Promise<string> => {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: process.env.CLIENT_ID ?? '',
    redirect_uri: String(inputData.redirect_uri ?? ''),
    state: String(inputData.state ?? ''),
    scope: process.env.HIGHLEVEL_SCOPES || scopes.join(' '),
  });
  return `${marketplaceUrl()}/oauth/chooselocation?${query}`;
};

const getAccessToken = async (run: Run) => {
  const { code, redirect_uri, account } = run.bundle.inputData;
  const grant = {
    grant_type: 'authorization_code',
    user_type: userTypeOf(account === 'agency'),
    code: String(code ?? ''),
    redirect_uri: String(redirect_uri ?? ''),
  };
  const asked = requestToken(run, grant, 'Please connect again.');
  const { response, data, fault } = await asked.catch((error: unknown) => {
    if (kindOf(error) !== 'token') throw error;
    throw new HighLevelError(
      'client',
      'HighLevel does not know this app: its client ID or client secret is wrong. Tell the owner of the app.',
      { status: 401 },
    );
  });
  const isWhole = data.access_token && data.refresh_token && (data.locationId || data.companyId);
  if (response.status >= 400 || !isWhole) {
    throw new HighLevelError(
      'connect',
      `HighLevel did not complete the connection: ${fault}. Please connect again.`,
      { status: response.status },
    );
  }
  return toAuthData(data);
};

/** People grant access on HighLevel’s permission page, to the owner’s marketplace app. */
export const oauth = {
  type: 'oauth2',
  test: withRun(testConnection),
  connectionLabel,
  fields: [
    {
      key: 'account',
      label: 'What do you want to connect?',
      type: 'string',
      required: true,
      default: 'sub_account',
      choices: {
        sub_account: 'One sub-account',
        agency: 'A whole agency, with all its sub-accounts',
      },
      helpText:
        'With an agency connection, each step asks which sub-account to work in. Only an agency admin can connect an agency.',
    },
  ],
  oauth2Config: {
    authorizeUrl,
    getAccessToken: withRun(getAccessToken),
    refreshAccessToken: withRun(refreshAccessToken),
    autoRefresh: true,
    scope: scopes.join(' '),
  },
} satisfies Authentication;

/** How people sign in to this build of the app. */
const authentication: Authentication = signIn === 'private-token' ? privateToken : oauth;

export default authentication;
