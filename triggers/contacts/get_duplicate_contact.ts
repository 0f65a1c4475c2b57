import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { emailToFind, phoneToFind } from '../../fields/phone.ts';
import { trigger } from '../../lib/operations.ts';
import { contact } from '../../records/contacts.ts';

const input = zod
  .object({
    locationId,
    email: emailToFind('Email', 'Fill in an email, a phone number or both.').optional(),
    number: phoneToFind.optional(),
  })
  .refine(({ email: address, number }) => address || number, 'Fill in an email or a phone number.');

export default defineTrigger({
  key: 'get_duplicate_contact',
  noun: 'Contact',
  display: {
    label: 'Get Duplicate Contact',
    description:
      'Triggers when a contact with a certain email or phone number is added or changes.',
  },
  operation: trigger('GET /contacts/search/duplicate', { input, record: contact }),
});
