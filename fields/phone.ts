import { plainPhone } from '../lib/values.ts';
import { email, text } from './common.ts';

const helpText = 'Include the country code, for example +1 415 555 0134.';

/** A phone number, as HighLevel stores it. */
export const phone = text('Phone', helpText);

/** A phone number to look for. */
export const phoneToFind = phone.transform(plainPhone).meta({ label: 'Phone', helpText });

/** An email to look for: HighLevel keeps emails in lower case. */
export const emailToFind = (label: string, help?: string) =>
  email(label, help)
    .transform((address) => address.toLowerCase())
    .meta({ label, ...(help ? { helpText: help } : {}) });
