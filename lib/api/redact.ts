import type { Bundle } from 'zapier-platform-core';
import { pastedToken } from '../connection/pastedToken.ts';

/** Inputs that are secrets: every field of the type `password`, and the code of a new connection. */
export const secretInputs = ['password', 'twilio__access', 'mailgun__access', 'code'];

/**
 * A text without the secrets of the run: an answer may repeat what was sent to it.
 * @param authorization the header of the request
 */
export const redact = (text: string, bundle: Bundle, authorization: unknown = ''): string => {
  const { access_token, refresh_token, privateToken } = bundle.authData ?? {};
  const bearer = String(authorization).replace(/^Bearer /, '');
  const inputs = secretInputs.map((name) => bundle.inputData?.[name]);
  return [
    access_token,
    refresh_token,
    pastedToken(privateToken),
    bearer,
    process.env.CLIENT_SECRET,
    ...inputs,
  ]
    .map((secret) => String(secret ?? '').trim())
    .filter((secret) => secret.length > 5)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .reduce((redacted, secret) => redacted.replaceAll(secret, '…'), text);
};
