import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, note } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { users } from '../../records/users.ts';

const input = zod.object({
  locationId,
  about: note(
    'HighLevel lists the people of the sub-account only. The owner and other users of the agency are not among them, so the list of a sub-account may be empty; “Search Users” on an agency connection finds them.',
  ),
});

export default defineTrigger({
  key: 'list_users_by_location',
  noun: 'User',
  display: {
    label: 'List Users by Location',
    description: 'Triggers when a user of a sub-account is new or changes.',
  },
  operation: trigger('GET /users/', { input, record: users }),
});
