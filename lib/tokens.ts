import * as zod from 'zod';
import { type Endpoint, endpointOf } from './api/endpoints.ts';
import { HighLevelError, type Kind } from './api/errors.ts';
import { assertSuccess } from './api/explain.ts';
import { postSecretForm } from './api/forms.ts';
import { redact } from './api/redact.ts';
import { networkError, noAccess } from './api/thrown.ts';
import type { LocationToken, Run } from './run.ts';
import { asObject } from './values.ts';
import { refuse } from './zapier.ts';

/** A sub-account’s token, as it is kept. */
export const locationToken = zod.object({
  access_token: zod.string(),
  /** Epoch milliseconds until which it is used: the cache alone is not trusted to forget in time. */
  until: zod.number(),
});

// Seconds. A token lives 86,399 s (api#token-lifetime); a run that begins in the last of them must not outlive it.
const margin = 45;

/** Seconds for which a token may still be used. */
export const secondsLeft = ({ until }: LocationToken): number =>
  Math.ceil((until - Date.now()) / 1000);

const route = 'POST /oauth/locationToken';

/** What HighLevel says if an agency cannot work in a sub-account: the app is not installed there, or it is gone. */
const closed = new Set<Kind>(['not_found', 'no_location', 'forbidden', 'invalid']);

/** Exchanges the agency's token for one of the chosen sub-account (oauth.json, get-location-access-token). */
export const exchangeToken = async (run: Run): Promise<LocationToken> => {
  const { path, version } = endpointOf(route);
  const form = { companyId: run.bundle.authData.companyId ?? '', locationId: run.locationId };
  const timeout = run.deadline.timeFor(10_000);
  try {
    const headers = { Version: version };
    const response = await postSecretForm(run, { path, form, headers, timeout });
    const hide = (text: string) => redact(text, run.bundle);
    const connected = { isAgency: true, hasPrivateToken: false };
    assertSuccess(response, { method: 'POST', reads: true, ...connected, labels: {}, hide });
    const { access_token, expires_in } = asObject(response.data);
    if (!access_token) throw new HighLevelError('forbidden', noAccess, { status: 403 });
    const seconds = Math.max(1, Number(expires_in ?? 3_600) - margin);
    return { access_token: String(access_token), until: Date.now() + seconds * 1000 };
  } catch (thrown) {
    const error = networkError(thrown);
    // A search must not take a sub-account that was not found for a record that does not exist.
    if (!(error instanceof HighLevelError) || !closed.has(error.kind)) throw error;
    const said = error.kind === 'invalid' && error.facts.said;
    const why = said ? ` HighLevel says: ${said}.` : '';
    throw error.reworded(`${noAccess}${why}`, 'forbidden', 403);
  }
};

/** Why a step works in no sub-account with the private token of an agency, which nothing exchanges (api#private-tokens). */
export const needsOwnToken =
  'This works in a sub-account, but the token of this connection belongs to the agency, and HighLevel does not let it into sub-accounts. Make a Private Integration Token in the sub-account, add a connection with it, and choose that connection in this step.';

/** Refuses at once what the kind of connection cannot do, and an agency’s step without a sub-account. */
export const assertConnection = (
  {
    isAgency,
    hasPrivateToken,
    locationId,
  }: Pick<Run, 'isAgency' | 'hasPrivateToken' | 'locationId'>,
  { token }: Pick<Endpoint, 'token'>,
): void => {
  if (token === 'agency' && !isAgency) {
    refuse(
      'This needs an agency connection, but this Zap is connected to one sub-account. Add a connection to your agency and choose it in this step.',
    );
  }
  if (token === 'sub-account' && isAgency && hasPrivateToken) refuse(needsOwnToken);
  if (token === 'sub-account' && isAgency && !locationId)
    refuse('“Sub-Account” is required: choose the sub-account to work in.');
};
