import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { contactBody, gender } from '../../fields/contacts.ts';
import { tags } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { writtenContact } from '../../records/contacts.ts';
import { customFields } from '../../steps/customFields.ts';
import { checkPhone } from '../../steps/phone.ts';
import { newContact, settingsRoute } from './newContact.ts';

const input = zod
  .object({
    locationId,
    ...contactBody,
    tags: tags.meta({ group: 'Details' }).optional(),
    gender: gender.optional(),
  })
  .refine(
    ({ firstName, lastName, name, email, phone }) =>
      firstName || lastName || name || email || phone,
    'Fill in at least a name, an email or a phone number.',
  );

export default defineCreate({
  key: 'create_contact',
  noun: 'Contact',
  display: { label: 'Create Contact', description: 'Creates a new contact.' },
  operation: create('POST /contacts/', {
    input,
    record: writtenContact,
    lookAgain: newContact,
    routes: [settingsRoute],
    steps: [customFields('contact'), checkPhone],
  }),
});
