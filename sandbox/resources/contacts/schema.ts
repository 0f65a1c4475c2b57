import * as zod from 'zod';
import { email, text } from '../../gateway/schemas.ts';

/** class-validator lets null pass wherever a property may be left out. */
export const optional = zod.string().nullish();

const channel = zod.strictObject({
  status: zod.enum(['active', 'inactive', 'permanent']),
  message: zod.string().optional(),
  code: zod.string().optional(),
});

/** The channels by their names in v3, which writes them in lower case (contacts-v3.json, DndSettingsSchemaV3). */
const CHANNELS = {
  call: 'Call',
  email: 'Email',
  sms: 'SMS',
  whatsApp: 'WhatsApp',
  gmb: 'GMB',
  fb: 'FB',
} as const;

const dndSettings = zod
  .strictObject({
    Call: channel.optional(),
    Email: channel.optional(),
    SMS: channel.optional(),
    WhatsApp: channel.optional(),
    GMB: channel.optional(),
    FB: channel.optional(),
  })
  .nullish();

const dndSettingsV3 = zod
  .strictObject({
    call: channel.optional(),
    email: channel.optional(),
    sms: channel.optional(),
    whatsApp: channel.optional(),
    gmb: channel.optional(),
    fb: channel.optional(),
  })
  .transform(
    (settings): zod.output<typeof dndSettings> =>
      Object.fromEntries(
        Object.entries(settings).map(([name, one]) => [
          CHANNELS[name as keyof typeof CHANNELS],
          one,
        ]),
      ),
  )
  .nullish();

/** The channels of a contact as v3 shows them. */
export const channelsInV3 = (settings: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(CHANNELS).flatMap(([name, classic]) =>
      classic in settings ? [[name, settings[classic]]] : [],
    ),
  );

const inboundDndSettings = zod
  .strictObject({
    all: zod
      .strictObject({
        status: zod.enum(['active', 'inactive']),
        message: zod.string().optional(),
      })
      .optional(),
  })
  .nullish();

/** The properties every write of a contact takes (contacts.json; class-validator lets null pass). */
export const written = {
  firstName: optional,
  lastName: optional,
  name: optional,
  email: email.nullish(),
  phone: text.nullish(),
  address1: optional,
  city: optional,
  state: optional,
  postalCode: optional,
  website: optional,
  timezone: optional,
  dnd: zod.boolean().nullish(),
  dndSettings,
  inboundDndSettings,
  tags: zod.array(zod.string()).nullish(),
  customFields: zod.array(zod.looseObject({ id: optional, key: optional })).nullish(),
  source: optional,
  dateOfBirth: optional,
  country: optional,
  companyName: optional,
  assignedTo: optional,
};

/** What v3 writes in another way. */
export const writtenV3 = { dndSettings: dndSettingsV3 };

/** What is written to a contact, checked. */
export type Write = zod.output<zod.ZodObject<typeof written>> & {
  gender?: string | null | undefined;
  keyword?: string | null | undefined;
  ssn?: string | null | undefined;
  type?: string | undefined;
};
