import { recordIn } from '../lib/api/answers.ts';
import type { Step } from '../lib/operations.ts';
import type { Run } from '../lib/run.ts';
import { idOf, isBlank, type JsonObject, plainPhone } from '../lib/values.ts';
import { contact } from '../records/contacts.ts';

const lookUpRoute = 'GET /contacts/search/duplicate';

const digits = (phone: unknown): string => String(phone ?? '').replace(/\D/g, '');

/** Whether a phone number that was read is the one that was sent, be it with a country code or an extension. */
const isSamePhone = (read: unknown, sent: string): boolean => {
  const end = digits(read).slice(-7);
  return end !== '' && digits(sent).includes(end);
};

/** A number with its country code, however it is spaced (ITU E.164: at most 15 digits). */
const isInternational = (phone: string): boolean =>
  /^\+[1-9]\d{6,14}$/.test(phone.replace(/[\s().-]/g, ''));

/** Why HighLevel did not keep a number: it is none (api#phone-numbers), or another contact has it. */
const causeOf = async (run: Run, record: JsonObject, phone: string): Promise<string> => {
  if (!isInternational(phone))
    return `“${phone.slice(0, 40)}” has no country code or is no phone number. Write it like +1 415 555 0134.`;
  const asked = { locationId: run.locationId, number: plainPhone(phone) };
  const answer = await run.call(lookUpRoute, asked).catch(() => undefined);
  const holder = recordIn(answer, contact) ?? {};
  return isBlank(idOf(holder)) || idOf(holder) === idOf(record)
    ? 'HighLevel did not say why.'
    : `it belongs to another contact, whose ID is ${idOf(holder)}.`;
};

/** Says in `warning` if HighLevel saved the contact without its phone number, and why; it does so without a word. */
export const checkPhone: Step<{ phone?: string | undefined }> = {
  routes: [lookUpRoute],
  after: async (run, record, { phone }) => {
    // An answer that does not show the contact tells nothing.
    if (!phone || isBlank(idOf(record)) || isSamePhone(record.phone, phone)) return record;
    const cause = await causeOf(run, record, phone);
    run.warnings.push(`The phone number was not stored: ${cause}`);
    return record;
  },
};
