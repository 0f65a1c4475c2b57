import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { contact } from '../../records/contacts.ts';

const input = zod
  .object({
    locationId,
    email: zod
      .email()
      .meta({ label: 'Email', helpText: 'Fill in an email, a phone number or both.' })
      .optional(),
    number: text('Phone', 'With country code, for example +1 415 555 0134.').optional(),
  })
  .refine(({ email, number }) => email || number, 'Fill in an email or a phone number.');

export default defineTrigger({
  key: 'get_duplicate_contact',
  noun: 'Contact',
  display: {
    label: 'Get Duplicate Contact',
    description: 'Triggers when a contact with a certain email or phone number appears or changes.',
  },
  operation: trigger('GET /contacts/search/duplicate', { input, record: contact }),
});
