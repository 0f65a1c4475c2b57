import { recordIn } from '../../lib/api/answers.ts';
import type { LookAgain } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { asObject, plainPhone } from '../../lib/values.ts';
import { contact } from '../../records/contacts.ts';
import { location } from '../../records/locations.ts';

type Values = {
  locationId: string;
  email?: string | undefined;
  phone?: string | undefined;
};

/** Says what the sub-account tells contacts apart by. */
export const settingsRoute = 'GET /locations/{locationId}';

const isSameEmail = (kept: unknown, sent: string): boolean =>
  String(kept).toLowerCase() === sent.toLowerCase();

/**
 * Whether the search for duplicates goes by what was filled in. It goes by what the sub-account tells contacts apart by,
 * or by email and phone if it allows duplicates (api#duplicate-search).
 */
const isAskedBy = async (run: Run, { locationId, email, phone }: Values): Promise<boolean> => {
  const { settings } = recordIn(await run.call(settingsRoute, { locationId }), location) ?? {};
  const { allowDuplicateContact, contactUniqueIdentifiers: names } = asObject(settings);
  if (allowDuplicateContact === true) return true;
  const asked = [...(email ? ['email'] : []), ...(phone ? ['phone'] : [])];
  return Array.isArray(names) && asked.some((name) => names.includes(name));
};

/** Where a contact that was perhaps just made is looked for: it is known there at once, unlike in the search. */
export const newContact: LookAgain<Values> = {
  route: 'GET /contacts/search/duplicate',
  // Without either of them it cannot be asked.
  request: ({ locationId, email, phone }) =>
    email || phone
      ? { locationId, ...(email ? { email } : {}), ...(phone ? { number: plainPhone(phone) } : {}) }
      : undefined,
  record: contact,
  isIt: (found, { email }) => !email || isSameEmail(found.email, email),
  isMissing: (found, values, run) => found.length === 0 && isAskedBy(run, values),
};
