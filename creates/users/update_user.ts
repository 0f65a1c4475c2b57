import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId, locationId, text } from '../../fields/common.ts';
import { fieldsToEmpty, withEmptied } from '../../fields/empty.ts';
import { userId } from '../../fields/ids.ts';
import { asUser, userBody, userRole, userType } from '../../fields/users.ts';
import { create } from '../../lib/operations.ts';
import { user } from '../../records/users.ts';
import { byConnection } from '../../steps/users.ts';
import { keepPermissions } from './keepPermissions.ts';

const { scopes, scopesAssignedToOnly, twilioPhone } = userBody;
// None of them may be null (users.json, UpdateUserDto).
const emptyValues = { scopes: [], scopesAssignedToOnly: [], twilioPhone: {} };

const input = zod.object({
  userId,
  companyId: companyId.optional(),
  locationId: locationId.optional(),
  firstName: text('First Name').optional(),
  lastName: text('Last Name').optional(),
  password: zod.string().meta({ label: 'New Password', type: 'password' }).optional(),
  type: userType.optional(),
  role: userRole.optional(),
  ...userBody,
  clear: fieldsToEmpty({ scopes, scopesAssignedToOnly, twilioPhone }),
});

export default defineCreate({
  key: 'update_user',
  noun: 'User',
  display: {
    label: 'Update User',
    description: 'Changes a user. What you leave empty stays as it is.',
  },
  operation: create('PUT /users/{userId}', {
    input,
    request: (values) => withEmptied(asUser(values), emptyValues),
    record: user,
    steps: [...keepPermissions, ...byConnection],
  }),
});
