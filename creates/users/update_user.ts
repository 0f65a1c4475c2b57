import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId, locationId, text } from '../../fields/common.ts';
import { fieldsToEmpty } from '../../fields/empty.ts';
import { userId } from '../../fields/ids.ts';
import {
  byConnection,
  keepingPermissions,
  twilioNumbers,
  userBody,
  userRole,
  userType,
} from '../../fields/users.ts';
import { send } from '../../lib/operation.ts';
import { user } from '../../records/users.ts';

// How the API empties them (users.json, UpdateUserDto); none of them may be null.
const empty = { scopes: [], scopesAssignedToOnly: [], twilioPhone: {} };

const input = zod
  .object({
    userId,
    companyId: companyId.optional(),
    locationId: locationId.optional(),
    firstName: text('First Name').optional(),
    lastName: text('Last Name').optional(),
    password: zod.string().meta({ label: 'New Password', type: 'password' }).optional(),
    type: userType.optional(),
    role: userRole.optional(),
    ...userBody,
    clear: fieldsToEmpty({
      scopes: 'Scopes',
      scopesAssignedToOnly: 'Scopes for Assigned Data Only',
      twilioPhone: 'Inbound Twilio Numbers',
    }),
  })
  .transform(({ locationId: own, twilioNumber, twilioPhone, clear = [], ...body }) => {
    const emptied = Object.fromEntries(clear.map((name) => [name, empty[name]]));
    const numbers = twilioNumbers({ locationId: own, twilioPhone, twilioNumber });
    return { ...emptied, ...body, ...(numbers ? { twilioPhone: numbers } : {}) };
  });

export default defineCreate({
  key: 'update_user',
  noun: 'User',
  display: {
    label: 'Update User',
    description: 'Changes a user. What you leave empty stays as it is.',
  },
  operation: keepingPermissions(byConnection(send('PUT /users/{userId}', input, user))),
});
