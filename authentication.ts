import {
  type Authentication,
  type Bundle,
  errors,
  type HttpResponse,
  type ZObject,
} from 'zapier-platform-core';
import { recordIn } from './lib/api/answers.ts';
import { apiUrl, marketplaceUrl } from './lib/api/endpoints.ts';
import { HighLevelError } from './lib/api/errors.ts';
import type { Response } from './lib/api/explain.ts';
import { postSecretForm } from './lib/api/forms.ts';
import { redact } from './lib/api/redact.ts';
import { isUnauthorized, networkError } from './lib/api/thrown.ts';
import { withRun } from './lib/perform.ts';
import type { Run } from './lib/run.ts';
import { asObject, type JsonObject, withoutBlanks } from './lib/values.ts';
import { company } from './records/companies.ts';
import { location } from './records/locations.ts';
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

const userTypeOf = ({ inputData, authData }: Bundle): 'Company' | 'Location' =>
  (inputData.account ?? authData.account) === 'agency' ? 'Company' : 'Location';

/** Asks the token endpoint. What it says of a fault comes back without secrets. */
const requestToken = async (
  run: Run,
  grant: Record<string, string>,
): Promise<{ response: Response; data: JsonObject; fault: string }> => {
  const form = {
    client_id: process.env.CLIENT_ID ?? '',
    client_secret: process.env.CLIENT_SECRET ?? '',
    user_type: userTypeOf(run.bundle),
    ...grant,
  };
  const response = await postSecretForm(run, { path: '/oauth/token', form, timeout: 20_000 });
  const data = asObject(response.data);
  const words = [data.error_description, data.message, data.error].find(
    (one) => typeof one === 'string' && one !== '',
  );
  const fault = redact(String(words ?? `status ${response.status}`), run.bundle);
  return { response, data, fault };
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a connection keeps: the tokens and whom they belong to, and no more. A company token has no location. */
const toAuthData = (data: JsonObject) => ({
  access_token: text(data.access_token),
  refresh_token: text(data.refresh_token),
  locationId: data.userType === 'Company' ? '' : text(data.locationId),
  companyId: text(data.companyId),
  userId: text(data.userId),
});

const getAccessToken = async (run: Run) => {
  const { code, redirect_uri } = run.bundle.inputData;
  const grant = {
    grant_type: 'authorization_code',
    code: String(code ?? ''),
    redirect_uri: String(redirect_uri ?? ''),
  };
  const { response, data, fault } = await requestToken(run, grant).catch((error: unknown) => {
    if (!isUnauthorized(error)) throw networkError(error, 'Please connect again.');
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

/** Zapier’s own error of an answer that is not a success, without what the answer may repeat. */
const responseError = (url: string, { status, header }: Response, content: string): Error => {
  const headers = { get: (name: string) => header(name) ?? null };
  return new errors.ResponseError({ status, headers, request: { url }, content } as HttpResponse);
};

// Errors keep their status: Zapier tries 408, 409, 423, 425, 429 and 5xx again and asks for a new connection on
// other 4xx (zapier#refresh-errors). Only core's RefreshAuthError for a 401 would ask for the very refresh that just
// failed (zapier#refresh-401).
const refreshAccessToken = async (run: Run) => {
  const { authData } = run.bundle;
  const grant = { grant_type: 'refresh_token', refresh_token: authData.refresh_token ?? '' };
  const { response, data, fault } = await requestToken(run, grant).catch((error: unknown) => {
    if (!isUnauthorized(error)) throw networkError(error, 'Zapier will try again.');
    throw new HighLevelError(
      'ended',
      'HighLevel has ended this connection. Please reconnect your account.',
    );
  });
  if (response.status >= 400) throw responseError(`${apiUrl()}/oauth/token`, response, fault);
  if (!data.access_token)
    throw new HighLevelError(
      'unavailable',
      'HighLevel’s answer contained no token. Zapier will try again.',
    );
  // What the answer lacks or leaves empty stays as it is: above all the refresh token, which nothing brings back.
  const fresh = toAuthData({ ...authData, ...withoutBlanks(data) });
  return { ...fresh, locationId: authData.locationId ?? fresh.locationId };
};

const assertAccount = (account: JsonObject | undefined): JsonObject => {
  if (account && ('id' in account || 'name' in account)) return account;
  throw new HighLevelError(
    'unavailable',
    'HighLevel did not return the connected account. Please try again, or reconnect it.',
  );
};

/** Asks for the sub-account or the agency that the token belongs to; its name becomes the connection’s label. */
const testConnection = async (run: Run) => {
  const { locationId = '', companyId = '' } = run.bundle.authData;
  if (run.isAgency) {
    const answer = await run.call('GET /companies/{companyId}', { companyId });
    const { name } = assertAccount(recordIn(answer, company));
    return { name: name || companyId, kind: 'agency', companyId };
  }
  const answer = await run.call('GET /locations/{locationId}', { locationId });
  const { name } = assertAccount(recordIn(answer, location));
  return { name: name || locationId, kind: 'sub-account', locationId };
};

export default {
  type: 'oauth2',
  test: withRun(testConnection),
  connectionLabel: '{{name}} ({{kind}})',
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
