import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, list, locationId, yesNo } from '../../fields/common.ts';
import { contactId, tags, tagsOfContacts } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { bulkTagged, reportBulkChange } from '../../records/tags.ts';

const input = zod
  .object({
    locationId,
    type: choice('What to Do', { add: 'Add tags', remove: 'Remove tags' }),
    contacts: list('Contacts', contactId),
    tags: tagsOfContacts.meta(tags.meta() ?? {}),
    removeAllTags: yesNo(
      'Remove All Tags',
      'Removes every tag from these contacts. Works only with “Remove tags”.',
    ).optional(),
  })
  .refine(
    ({ type, removeAllTags }) => type === 'remove' || !removeAllTags,
    '“Remove All Tags” works only with “Remove tags”. Choose “Remove tags” in “What to Do”, or set “Remove All Tags” to no.',
  );

export default defineCreate({
  key: 'bulk_update_contact_tags',
  noun: 'Contact',
  display: {
    label: 'Bulk Update Contact Tags',
    description: 'Adds tags to many contacts at once, or removes them.',
  },
  operation: create('POST /contacts/bulk/tags/update/{type}', {
    input,
    record: bulkTagged,
    steps: [{ after: (_, change, { contacts }) => reportBulkChange(change, contacts.length) }],
  }),
});
