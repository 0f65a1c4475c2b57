import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note } from '../../fields/common.ts';
import { userId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { deletedUser } from '../../records/users.ts';

const input = zod.object({
  userId,
  warning: note('Deleting a user is final. HighLevel does it within a few minutes.'),
});

export default defineCreate({
  key: 'delete_user',
  noun: 'User',
  display: { label: 'Delete User', description: 'Deletes a user for good.' },
  operation: create('DELETE /users/{userId}', { input, record: deletedUser }),
});
