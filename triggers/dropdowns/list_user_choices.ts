import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { dropdown } from '../../lib/operation.ts';

export default defineTrigger({
  key: 'list_user_choices',
  noun: 'User',
  display: {
    label: 'List User Choices',
    description: 'Fills the dropdown of users.',
    hidden: true,
  },
  operation: dropdown('GET /users/', zod.object({ locationId }), {
    key: 'users',
    nameOf: ({ name, firstName, lastName, email }) =>
      name || [firstName, lastName].filter(Boolean).join(' ') || email,
  }),
});
