import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactId, tags } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { taggedContact } from '../../records/tags.ts';

const input = zod.object({ contactId, tags });

export default defineCreate({
  key: 'add_contact_tags',
  noun: 'Contact',
  display: {
    label: 'Add Tags to Contact',
    description: 'Adds tags to a contact. Its other tags stay.',
  },
  operation: create('POST /contacts/{contactId}/tags', { input, record: taggedContact }),
});
