import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactId, followers } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { unfollowedContact } from '../../records/followers.ts';

const input = zod.object({ contactId, followers });

export default defineCreate({
  key: 'remove_contact_followers',
  noun: 'Contact',
  display: {
    label: 'Remove Contact Followers',
    description: 'Removes followers from a contact. Its other followers stay.',
  },
  operation: create('DELETE /contacts/{contactId}/followers', { input, record: unfollowedContact }),
});
