import { recordIn } from '../../lib/api/answers.ts';
import type { Step } from '../../lib/operations.ts';
import { isObject } from '../../lib/values.ts';
import { contact } from '../../records/contacts.ts';

interface Values {
  locationId: string;
  email?: string | undefined;
  createNewIfDuplicateAllowed?: boolean | undefined;
}

const lookUpRoute = 'GET /contacts/search/duplicate';

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether an email may be among the further ones of a contact; they are not always shown. */
const mayHave = (further: unknown, email: string): boolean =>
  !Array.isArray(further) ||
  further.some((one) => isSame(String(isObject(one) ? one.email : one), email));

/**
 * An upsert by a further email of a contact would make it the primary one and lose the present one
 * (api#upsert-of-two-contacts): asks whose email it is, and sends the primary one instead.
 */
export const keepPrimaryEmail: Step<Values> = {
  routes: [lookUpRoute],
  before: async (run, { locationId, email, createNewIfDuplicateAllowed: isNew }) => {
    if (!email || isNew) return undefined;
    // Without an answer HighLevel decides, as it would without this step.
    const answer = await run.call(lookUpRoute, { locationId, email }).catch(() => undefined);
    const holder = recordIn(answer, contact);
    const primary = holder?.email;
    if (typeof primary !== 'string' || primary === '' || isSame(primary, email)) return undefined;
    // Some call the look-up unreliable (api#duplicate-search): nothing is written to a contact without that email.
    if (!mayHave(holder?.additionalEmails, email)) return undefined;
    run.warnings.push(
      `“${email}” is a further email of this contact: “${primary}” stays its main one.`,
    );
    return { email: primary };
  },
};
