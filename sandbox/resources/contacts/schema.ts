import * as zod from 'zod';
import { email, text } from '../../gateway/schemas.ts';

/** class-validator lets null pass wherever a property may be left out. */
export const optional = zod.string().nullish();

const channel = zod.strictObject({
  status: zod.enum(['active', 'inactive', 'permanent']),
  message: zod.string().optional(),
  code: zod.string().optional(),
});

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

/** What is written to a contact, checked. */
export type Write = zod.output<zod.ZodObject<typeof written>> & {
  gender?: string | null | undefined;
  keyword?: string | null | undefined;
  ssn?: string | null | undefined;
  type?: string | undefined;
};
