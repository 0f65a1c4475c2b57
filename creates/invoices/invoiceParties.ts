import { recordIn } from '../../lib/api/answers.ts';
import type { Step } from '../../lib/operations.ts';
import { isBlank, type JsonObject, withoutBlanks } from '../../lib/values.ts';
import { refuse } from '../../lib/zapier.ts';
import { contact } from '../../records/contacts.ts';
import { location } from '../../records/locations.ts';

/** What goes on an invoice of the two that it concerns. */
export interface Parties {
  businessDetails: JsonObject;
  contactDetails: JsonObject;
  sentTo: { email: unknown[]; phoneNo: unknown[] };
}

const contactRoute = 'GET /contacts/{contactId}';
const locationRoute = 'GET /locations/{locationId}';

const addressOf = ({ address, address1, city, state, country, postalCode }: JsonObject) =>
  withoutBlanks({
    addressLine1: address1 || address,
    city,
    state,
    countryCode: country,
    postalCode,
  });

const businessOf = (one: JsonObject): JsonObject => ({
  ...withoutBlanks({
    name: one.name,
    phoneNo: one.phone,
    website: one.website,
    logoUrl: one.logoUrl,
  }),
  address: addressOf(one),
});

/** HighLevel wants name, email and phone, even if they are empty (api#invoice-contact). */
const contactOf = (contactId: string, one: JsonObject): JsonObject => ({
  id: contactId,
  name:
    [one.firstName, one.lastName].filter(Boolean).join(' ') || one.companyName || one.email || '',
  email: one.email ?? '',
  phoneNo: one.phone ?? '',
  ...withoutBlanks({ companyName: one.companyName }),
  address: addressOf(one),
});

const assertReachable = (action: string, { email, phoneNo }: JsonObject): void => {
  if (action.includes('email') && isBlank(email))
    refuse(
      'The contact has no email, so the invoice cannot be emailed. Add one in HighLevel, or choose another way in “Send By”.',
    );
  if (action.includes('sms') && isBlank(phoneNo))
    refuse(
      'The contact has no phone number, so the invoice cannot be texted. Add one in HighLevel, or choose another way in “Send By”.',
    );
};

/** Reads the contact and the sub-account, whose names and addresses HighLevel prints on an invoice only if they are sent. */
export const invoiceParties: Step<{ contactId: string; locationId: string; action: string }> = {
  routes: [contactRoute, locationRoute],
  before: async (run, { contactId, locationId, action }) => {
    const [person, business] = await Promise.all([
      run.call(contactRoute, { contactId }),
      run.call(locationRoute, { locationId }),
    ]);
    const contactDetails = contactOf(contactId, recordIn(person, contact) ?? {});
    assertReachable(action, contactDetails);
    const { email, phoneNo } = contactDetails;
    return {
      contactDetails,
      businessDetails: businessOf(recordIn(business, location) ?? {}),
      sentTo: { email: [email].filter(Boolean), phoneNo: [phoneNo].filter(Boolean) },
    };
  },
};
