import type { Endpoint } from './api/endpoints.ts';
import { HighLevelError } from './api/errors.ts';
import { scopeIsMissing } from './api/thrown.ts';
import { locationBearer } from './bearer.ts';
import type { Run } from './run.ts';

/** The scopes of the token that a request goes out with; none if HighLevel did not name them. */
const grantedScopes = async (run: Run, { token }: Endpoint): Promise<string[]> => {
  const isExchanged = run.isAgency && token === 'sub-account' && !run.hasPrivateToken;
  // If there is no token, the request itself says why.
  if (isExchanged) await locationBearer(run).catch(() => undefined);
  const { scope } = isExchanged ? (run.locationToken ?? {}) : run.bundle.authData;
  return (scope ?? '').split(' ').filter(Boolean);
};

/**
 * Refuses a request before it goes out if the token is known to lack its scope. An answer with a token names the scopes
 * (oauth.json); a private token and a connection from before they were kept do not, and HighLevel’s refusal says it.
 */
export const assertScope = async (run: Run, endpoint: Endpoint): Promise<void> => {
  if (endpoint.scope === '') return;
  const granted = await grantedScopes(run, endpoint);
  if (granted.length === 0 || granted.includes(endpoint.scope)) return;
  throw new HighLevelError('scope', scopeIsMissing(endpoint, run), {
    status: 401,
    reached: 'nothing',
  });
};
