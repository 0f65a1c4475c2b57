import * as zod from 'zod';
import { HighLevelError } from '../api/errors.ts';
import type { Response } from '../api/explain.ts';
import { postSecretForm } from '../api/forms.ts';
import { hasProblem, isPage, isTimeout } from '../api/outages.ts';
import { redact } from '../api/redact.ts';
import { retiredError, retiredWords } from '../api/retired.ts';
import { networkError } from '../api/thrown.ts';
import type { Run } from '../run.ts';
import { tokensIn } from '../tokens.ts';
import { asObject, type JsonObject } from '../values.ts';

/** The `user_type` of a token: an agency’s, or that of a sub-account. */
export const userTypeOf = (isAgency: boolean): 'Company' | 'Location' =>
  isAgency ? 'Company' : 'Location';

const unavailable = (words: string, advice: string): HighLevelError =>
  new HighLevelError('unavailable', words, { status: 503, advice });

/**
 * Asks the token endpoint. What it says of a fault comes back without secrets.
 * @param advice what to do if HighLevel could not be asked
 */
export const requestToken = async (
  run: Run,
  grant: Record<string, string>,
  advice: string,
): Promise<{ response: Response; data: JsonObject; fault: string }> => {
  const form = {
    client_id: process.env.CLIENT_ID ?? '',
    client_secret: process.env.CLIENT_SECRET ?? '',
    ...grant,
  };
  const post = { route: 'POST /oauth/token', form, timeout: 20_000 };
  const response = await postSecretForm(run, post).catch((error: unknown) => {
    const failure = networkError(error);
    throw failure instanceof HighLevelError && failure.kind === 'unavailable'
      ? failure.with({ advice })
      : failure;
  });
  const data = tokensIn(response.data);
  const inner = asObject(data.error).message;
  const words = [data.error_description, data.message, inner, data.error].find(
    (one) => typeof one === 'string' && one !== '',
  );
  const fault = redact(String(words ?? `status ${response.status}`), run.bundle);
  // Neither a time-out of HighLevel nor a gateway's page says anything about the token, whatever its status
  // (api#disguised-time-outs).
  const { status, content } = response;
  if (isTimeout({ status, words: fault }))
    throw unavailable('HighLevel did not answer in time.', advice);
  if (status >= 400 && status < 500 && status !== 429 && isPage(content))
    throw unavailable(hasProblem(status), advice);
  if (status >= 400 && retiredWords.test(fault)) throw retiredError(fault);
  return { response, data, fault };
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a connection keeps. */
export const authDataShape = zod.object({
  access_token: zod.string(),
  refresh_token: zod.string(),
  locationId: zod.string(),
  companyId: zod.string(),
  userId: zod.string(),
  /** What the token may do, separated by blanks; empty if HighLevel did not say it. */
  scope: zod.string().default(''),
});
export type AuthData = zod.output<typeof authDataShape>;

/** The tokens of an answer and whom they belong to, and no more. A company token has no location. */
export const toAuthData = (data: JsonObject): AuthData => ({
  access_token: text(data.access_token),
  refresh_token: text(data.refresh_token),
  locationId: data.userType === 'Company' ? '' : text(data.locationId),
  companyId: text(data.companyId),
  userId: text(data.userId),
  scope: text(data.scope),
});
