import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactId, tagsOfContacts } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { untaggedContact } from '../../records/tags.ts';

const input = zod.object({
  contactId,
  tags: tagsOfContacts.meta({ helpText: 'The tags to remove from the contact.' }),
});

export default defineCreate({
  key: 'remove_contact_tags',
  noun: 'Contact',
  display: {
    label: 'Remove Tags from Contact',
    description: 'Removes tags from a contact. Its other tags stay.',
  },
  operation: create('DELETE /contacts/{contactId}/tags', { input, record: untaggedContact }),
});
