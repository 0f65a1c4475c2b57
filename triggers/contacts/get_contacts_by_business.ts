import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text } from '../../fields/common.ts';
import { businessId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { businessContactPages, businessContacts } from './businessContacts.ts';

const input = zod.object({
  locationId,
  businessId,
  query: text('Name Contains').optional(),
});

export default defineTrigger({
  key: 'get_contacts_by_business',
  noun: 'Contact',
  display: {
    label: 'Get Contacts by Business',
    description:
      'Triggers when a contact is added to a business, or when one of its contacts changes.',
  },
  operation: trigger('GET /contacts/business/{businessId}', {
    input,
    record: businessContacts,
    paging: businessContactPages,
  }),
});
