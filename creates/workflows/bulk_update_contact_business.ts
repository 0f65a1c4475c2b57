import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, list, locationId } from '../../fields/common.ts';
import { businessId, contactId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { businessContacts } from '../../records/businesses.ts';

const input = zod
  .object({
    locationId,
    ids: list('Contacts', contactId),
    action: choice('What to Do', {
      add: 'Add to business',
      remove: 'Remove from business',
    }).default('add'),
    businessId: businessId
      .meta({
        helpText:
          'The business to add the contacts to. Not needed to remove them: they are removed from whatever business they are in.',
      })
      .optional(),
  })
  .refine(
    ({ action, businessId: id }) => action === 'remove' || id,
    'Choose a “Business” to add the contacts to, or choose “Remove from business”.',
  );

export default defineCreate({
  key: 'bulk_update_contact_business',
  noun: 'Contact',
  display: {
    label: 'Bulk Business Update',
    description: 'Adds many contacts to a business at once, or removes them from theirs.',
  },
  operation: create('POST /contacts/bulk/business', {
    input,
    request: ({ action, ...rest }) => ({
      ...rest,
      businessId: action === 'remove' ? null : rest.businessId,
    }),
    record: businessContacts,
  }),
});
