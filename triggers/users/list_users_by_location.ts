import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, note } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { users } from '../../records/users.ts';

const input = zod.object({
  locationId,
  about: note(
    'HighLevel lists only the users of the sub-account itself. The owner and other users of the agency are not among them, so the list may be empty. HighLevel has deprecated this list: use “Search Users” with an agency connection if you can.',
  ),
});

export default defineTrigger({
  key: 'list_users_by_location',
  noun: 'User',
  display: {
    label: 'List Users by Location',
    description: 'Triggers when a user of a sub-account is added or changed.',
  },
  operation: trigger('GET /users/', { input, record: users }),
});
