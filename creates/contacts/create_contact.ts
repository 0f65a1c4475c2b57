import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { contactBody, gender } from '../../fields/contacts.ts';
import { tags } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { contact, writtenContact } from '../../records/contacts.ts';
import { customFields } from '../../steps/customFields.ts';
import { checkPhone } from '../../steps/phone.ts';

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
    lookAgain: {
      // Knows a new contact at once, unlike the search (api#duplicate-search); without either it cannot be asked.
      route: 'GET /contacts/search/duplicate',
      request: ({ locationId: location, email, phone }) =>
        email || phone
          ? { locationId: location, ...(email ? { email } : { number: phone }) }
          : undefined,
      record: contact,
      isIt: () => true,
      isMissing: (found) => found.length === 0,
    },
    steps: [customFields('contact'), checkPhone],
  }),
});
