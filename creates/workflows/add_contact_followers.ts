import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactId, followers } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { followedContact } from '../../records/followers.ts';

const input = zod.object({ contactId, followers });

export default defineCreate({
  key: 'add_contact_followers',
  noun: 'Contact',
  display: {
    label: 'Add Contact Followers',
    description: 'Adds followers to a contact. Its other followers stay.',
  },
  operation: create('POST /contacts/{contactId}/followers', { input, record: followedContact }),
});
