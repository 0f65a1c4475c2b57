import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note } from '../../fields/common.ts';
import { userId } from '../../fields/ids.ts';
import { send } from '../../lib/operation.ts';
import { deleted } from '../../records/outcomes.ts';

const input = zod.object({
  userId,
  warning: note('Deleting a user is final. HighLevel does it within a few minutes.'),
});

export default defineCreate({
  key: 'delete_user',
  noun: 'User',
  display: { label: 'Delete User', description: 'Deletes a user for good.' },
  operation: send(
    'DELETE /users/{userId}',
    input,
    deleted('user', 'userId', {
      message:
        'Queued deleting user with e-mail daniel.okafor@example.com and name Daniel Okafor. Will take effect in a few minutes.',
    }),
  ),
});
