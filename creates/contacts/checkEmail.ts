import { recordIn } from '../../lib/api/answers.ts';
import type { Step } from '../../lib/operations.ts';
import { idOf, isBlank } from '../../lib/values.ts';
import { contact } from '../../records/contacts.ts';

const lookUpRoute = 'GET /contacts/search/duplicate';

interface Values {
  locationId: string;
  email?: string | undefined;
}

/**
 * Says in `warning` if an upsert has found the contact by its phone number and left out the email, which HighLevel does
 * without a word if the email belongs to another contact (api#upsert-of-two-contacts).
 */
export const checkEmail: Step<Values> = {
  routes: [lookUpRoute],
  after: async (run, record, { locationId, email }) => {
    // An answer that does not show the contact tells nothing.
    if (!email || isBlank(idOf(record))) return record;
    if (String(record.email ?? '').toLowerCase() === email.toLowerCase()) return record;
    const answer = await run.call(lookUpRoute, { locationId, email }).catch(() => undefined);
    const holder = idOf(recordIn(answer, contact) ?? {});
    const isOther = !isBlank(holder) && holder !== idOf(record);
    const cause = isOther
      ? `it belongs to another contact, whose ID is ${holder}.`
      : 'HighLevel did not say why.';
    run.warnings.push(`The email was not stored: ${cause}`);
    return record;
  },
};
