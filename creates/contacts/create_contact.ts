import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { contactBody, gender } from '../../fields/contacts.ts';
import { withCustomFields } from '../../fields/customFields.ts';
import { tags } from '../../fields/ids.ts';
import { send } from '../../lib/operation.ts';
import { contact } from '../../records/contacts.ts';

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
  operation: withCustomFields('contact', send('POST /contacts/', input, contact)),
});
