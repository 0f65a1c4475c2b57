import { text } from './common.ts';

/** A phone number, as HighLevel stores it. */
export const phone = text('Phone', 'Include the country code, for example +1 415 555 0134.');
