import type { BeforeRequestMiddleware } from 'zapier-platform-core';
import { apiUrl } from './lib/api/endpoints.ts';
import { tokenRefused } from './lib/api/thrown.ts';
import { pastedToken } from './lib/connection/pastedToken.ts';
import type { Run } from './lib/run.ts';

/** How core treats inputs and answers before the app sees them. */
export const flags = {
  // On Zapier's servers core would log each request once more from below z.request, where it knows less of what to
  // censor: a sub-account's token and an answer that repeats a password would stand in the log (zapier#logs).
  skipHttpPatch: true,
  // Empty inputs are left out in lib/form, because emptying a field is a choice of its own (zapier#empty-inputs).
  cleanInputData: false,
  // HighLevel's 429 has no Retry-After (api#no-retry-after, zapier#429); lib/api/rateLimits.ts reads the wait from
  // HighLevel's own headers.
  throwForThrottlingEarly: false,
};

/** What core knows of a request and its types leave out. */
interface Known {
  input?: { _zapier?: { whatHappened?: string[] } };
  middlewareData?: { run?: Run };
}

/** Refuses a token that no header can carry, as if HighLevel had: the error of fetch would repeat it. */
const assertSendable = (authorization: unknown, hasPrivateToken: boolean): void => {
  if (!/^[ -~]*$/.test(String(authorization ?? ''))) throw tokenRefused(hasPrivateToken);
};

/**
 * Origin and bearer, unless the request brings its own. The token endpoint takes no bearer. No request is sent on to
 * elsewhere: HighLevel documents no redirect (api#redirects), and the bearer would go along (zapier#redirects).
 */
export const beforeRequest: BeforeRequestMiddleware = (request, _z, bundle) => {
  if (request.url.startsWith('/')) request.url = `${apiUrl()}${request.url}`;
  const { input, middlewareData } = request as Known;
  if (middlewareData?.run) middlewareData.run.coreNotes = input?._zapier?.whatHappened ?? [];
  // core's own name for its requests, which it gives only those that it merges (lib/api/forms.ts, unmerged).
  request.headers = { 'User-Agent': 'Zapier', ...request.headers };
  const isToHighLevel = request.url.startsWith(`${apiUrl()}/`);
  if (isToHighLevel) request.redirect = 'manual';
  const { access_token, privateToken } = bundle.authData ?? {};
  const token = access_token || pastedToken(privateToken);
  if (token && isToHighLevel && !new URL(request.url).pathname.endsWith('/oauth/token'))
    request.headers = { Authorization: `Bearer ${token}`, ...request.headers };
  assertSendable(request.headers.Authorization, Boolean(privateToken));
  return request;
};
