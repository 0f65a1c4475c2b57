import * as zod from 'zod';
import { email, optionalText, text } from '../../gateway/schemas.ts';

const flag = zod.boolean().optional();

/** What create and update have in common (locations.json, CreateLocationDto). */
export const written = {
  companyId: text,
  phone: optionalText,
  address: optionalText,
  city: optionalText,
  state: optionalText,
  country: zod
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a valid country code')
    .optional(),
  postalCode: optionalText,
  website: optionalText,
  timezone: optionalText,
  prospectInfo: zod.strictObject({ firstName: text, lastName: text, email }).optional(),
  settings: zod
    .strictObject({
      allowDuplicateContact: flag,
      allowDuplicateOpportunity: flag,
      allowFacebookNameMerge: flag,
      disableContactTimezone: flag,
    })
    .optional(),
  social: zod
    .strictObject({
      facebookUrl: optionalText,
      googlePlus: optionalText,
      linkedIn: optionalText,
      foursquare: optionalText,
      twitter: optionalText,
      yelp: optionalText,
      instagram: optionalText,
      youtube: optionalText,
      pinterest: optionalText,
      blogRss: optionalText,
      googlePlacesId: optionalText,
    })
    .optional(),
  twilio: zod.strictObject({ sid: text, authToken: text }).optional(),
  mailgun: zod.strictObject({ apiKey: text, domain: text }).optional(),
};

/** What is written to a sub-account, checked. */
export type Write = zod.output<zod.ZodObject<typeof written>> & { name?: string | undefined };
