import * as zod from 'zod';
import { choice, customInputs, date, email, text, yesNo } from './common.ts';
import { country, timezone, userId } from './ids.ts';
import { phone } from './phone.ts';

const channels = {
  Call: 'Calls',
  Email: 'Email',
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

/**
 * “Do Not Disturb” by channel: a line item for each in the form, an object with a member for each in the request
 * (contacts.json, DndSettingsSchema).
 */
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
    'If you give a “Reason for Blocking”, choose “Block Incoming Messages” too.',
  )
  .meta({ group: 'Do Not Disturb' })
  .transform(({ all }) => (all?.status ? { all } : undefined));

/** What create, update and upsert of a contact have in common (contacts.json, UpdateContactDto). */
export const contactBody = {
  firstName: text('First Name').meta({ group: 'Contact', emphasize: true }).optional(),
  lastName: text('Last Name').meta({ group: 'Contact', emphasize: true }).optional(),
  name: text('Full Name', 'Only if you do not have the first and last name separately.')
    .meta({ group: 'Contact', emphasize: true })
    .optional(),
  email: email('Email').meta({ group: 'Contact', emphasize: true }).optional(),
  phone: phone.meta({ group: 'Contact', emphasize: true }).optional(),
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
      helpText: 'If you leave this empty, HighLevel uses the country of the sub-account.',
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
