import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId } from '../../fields/common.ts';
import { businessId, contactId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { businessContacts } from '../../records/businesses.ts';

const input = zod
  .object({
    locationId,
    ids: zod.array(contactId).meta({ label: 'Contacts' }),
    action: choice('What to Do', {
      add: 'Put the contacts into a business',
      remove: 'Remove from business',
    }).default('add'),
    businessId: businessId
      .meta({ helpText: 'The business to put the contacts into. Not needed to remove them.' })
      .optional(),
  })
  .refine(
    ({ action, businessId: id }) => action === 'remove' || id,
    'Choose a “Business” to put the contacts into, or choose “Remove from business”.',
  )
  .transform(({ action, businessId: id, ...rest }) => ({
    ...rest,
    businessId: action === 'remove' ? null : id,
  }));

export default defineCreate({
  key: 'bulk_update_contact_business',
  noun: 'Contact',
  display: {
    label: 'Bulk Business Update',
    description: 'Puts many contacts into a business at once, or takes them out of theirs.',
  },
  operation: create('POST /contacts/bulk/business', { input, record: businessContacts }),
});
