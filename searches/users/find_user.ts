import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { inSubAccount, nameToFind } from '../../fields/find.ts';
import { emailToFind } from '../../fields/phone.ts';
import { search } from '../../lib/operations.ts';
import { fitsText } from '../../lib/texts.ts';
import { users } from '../../records/users.ts';

const input = zod.object({
  locationId,
  email: emailToFind('Email').optional(),
  name: nameToFind('Full Name'),
});

export default defineSearch({
  key: 'find_user',
  noun: 'User',
  display: {
    label: 'Find User',
    description:
      'Finds a user of the sub-account by email or name. Users of the agency are not among them.',
  },
  operation: search('GET /users/', {
    input,
    request: inSubAccount,
    record: users,
    matches: (user, { email, name }) => {
      const full = user.name ?? [user.firstName, user.lastName].filter(Boolean).join(' ');
      return fitsText(user.email, email) && fitsText(full, name);
    },
  }),
});
