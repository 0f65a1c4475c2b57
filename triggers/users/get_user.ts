import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { userId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { user } from '../../records/users.ts';

const input = zod.object({ userId });

export default defineTrigger({
  key: 'get_user',
  noun: 'User',
  display: { label: 'Get User', description: 'Triggers when a user of your choice changes.' },
  operation: trigger('GET /users/{userId}', { input, record: user }),
});
