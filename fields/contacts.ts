import * as zod from 'zod';
import { choice, customInputs, date, email, text, yesNo } from './common.ts';
import { country, timezone, userId } from './ids.ts';

const channels = {
  Call: 'Calls',
  Email: 'E-mail',
  SMS: 'Text messages (SMS)',
  WhatsApp: 'WhatsApp',
  GMB: 'Google Business messages',
  FB: 'Facebook Messenger',
} as const;

const dndStatus = {
  active: 'Do not disturb',
  inactive: 'May be contacted',
  permanent: 'Never contact again',
} as const;

/** Do-not-disturb per channel: one line item each in the form, a map by channel in the request (contacts.json, DndSettingsSchema). */
const dndSettings = zod
  .array(
    zod.object({
      channel: choice('Channel', channels),
      status: choice('Status', dndStatus),
      message: text('Reason').optional(),
      code: text('Reason Code').optional(),
    }),
  )
  .refine(
    (rows) => new Set(rows.map(({ channel }) => channel)).size === rows.length,
    'can hold each channel only once.',
  )
  .transform((rows) => Object.fromEntries(rows.map(({ channel, ...rest }) => [channel, rest])))
  .meta({ label: 'Do Not Disturb by Channel', group: 'Do Not Disturb' });

const inboundDndSettings = zod
  .object({
    all: zod
      .object({
        status: choice('Block Incoming Messages', {
          active: 'Yes, block them',
          inactive: 'No, let them in',
        }).optional(),
        message: text('Reason for Blocking').optional(),
      })
      .optional(),
  })
  .refine(
    ({ all }) => all?.status || !all?.message,
    'Choose “Block Incoming Messages” where you give a reason for it.',
  )
  .meta({ group: 'Do Not Disturb' })
  .transform(({ all }) => (all?.status ? { all } : undefined));

/** What create, update and upsert of a contact have in common (contacts.json, UpdateContactDto). */
export const contactBody = {
  firstName: text('First Name').meta({ group: 'Contact', emphasize: true }).optional(),
  lastName: text('Last Name').meta({ group: 'Contact', emphasize: true }).optional(),
  name: text('Full Name', 'Only where you do not have first and last name apart.')
    .meta({ group: 'Contact', emphasize: true })
    .optional(),
  email: email('Email').meta({ group: 'Contact', emphasize: true }).optional(),
  phone: text('Phone', 'With country code, for example +1 415 555 0134.')
    .meta({ group: 'Contact', emphasize: true })
    .optional(),
  companyName: text('Company Name').meta({ group: 'Contact', emphasize: true }).optional(),
  assignedTo: userId.meta({ label: 'Assigned User', group: 'Contact', emphasize: true }).optional(),
  source: text('Source', 'Where the contact came from, for example “Website form”.')
    .meta({ group: 'Details' })
    .optional(),
  website: text('Website').meta({ group: 'Details' }).optional(),
  dateOfBirth: date('Date of Birth').meta({ group: 'Details' }).optional(),
  timezone: timezone.meta({ group: 'Details' }).optional(),
  address1: text('Street Address').meta({ group: 'Address' }).optional(),
  city: text('City').meta({ group: 'Address' }).optional(),
  state: text('State or Region').meta({ group: 'Address' }).optional(),
  postalCode: text('Postal Code').meta({ group: 'Address' }).optional(),
  country: country
    .meta({
      group: 'Address',
      helpText: 'Left empty, HighLevel takes the country of the sub-account.',
    })
    .optional(),
  dnd: yesNo('Do Not Disturb on All Channels').meta({ group: 'Do Not Disturb' }).optional(),
  dndSettings: dndSettings.optional(),
  inboundDndSettings: inboundDndSettings.optional(),
  customField: customInputs.optional(),
};

/** Create and upsert take a gender, an update refuses it (api#gender). */
export const gender = choice('Gender', { male: 'Male', female: 'Female', other: 'Other' }).meta({
  group: 'Details',
});

/** What empties those fields that the document does not mark nullable (api#emptying-a-field). */
export const emptyValues = { postalCode: '', country: '' };

/** Fields of a contact that an update can empty (contacts.json, UpdateContactDto; for the company CreateContactDto). */
export const clearable = {
  firstName: 'First Name',
  lastName: 'Last Name',
  name: 'Full Name',
  email: 'Email',
  phone: 'Phone',
  assignedTo: 'Assigned User',
  companyName: 'Company Name',
  source: 'Source',
  address1: 'Street Address',
  city: 'City',
  state: 'State or Region',
  postalCode: 'Postal Code',
  country: 'Country',
  website: 'Website',
  timezone: 'Time Zone',
  dateOfBirth: 'Date of Birth',
} as const;
