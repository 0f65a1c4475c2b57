import { createPublicKey, verify } from 'node:crypto';
import { refuse } from '../zapier.ts';
import type { Post } from './post.ts';

/** HighLevel’s published Ed25519 key (api#webhook-signatures). HIGHLEVEL_WEBHOOK_KEY replaces it if HighLevel changes it. */
const published = 'MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=';

const publicKey = () => {
  const own = process.env.HIGHLEVEL_WEBHOOK_KEY?.replace(/-----[A-Z ]+-----|\s|\\n/g, '');
  return createPublicKey({
    key: Buffer.from(own || published, 'base64'),
    format: 'der',
    type: 'spki',
  });
};

const isSigned = (text: string, signature: string): boolean => {
  try {
    return verify(null, Buffer.from(text), publicKey(), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
};

/**
 * Refuses what HighLevel’s app webhooks did not sign: `x-ghl-signature` over the body as it came. The older
 * `x-wh-signature` alone does not count (api#webhook-signatures).
 */
export const assertSigned = ({ text, header }: Post): void => {
  const signature = header('x-ghl-signature');
  if (!signature || signature === 'N/A')
    refuse(
      header('x-wh-signature')
        ? 'This app webhook has only the old signature (“x-wh-signature”), which HighLevel has retired. Forward the header “x-ghl-signature” with it.'
        : 'This app webhook has no signature. Whatever forwards it must send the header “x-ghl-signature” along, and the body unchanged.',
    );
  if (text === undefined || !isSigned(text, signature))
    refuse(
      'The signature of this app webhook does not fit its body. Whatever forwards it must leave the body exactly as HighLevel sent it.',
    );
};
