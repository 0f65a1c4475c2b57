import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId, locationId, text } from '../../fields/common.ts';
import { emptied, fieldsToEmpty } from '../../fields/empty.ts';
import { userId } from '../../fields/ids.ts';
import { twilioNumbers, userBody, userRole, userType } from '../../fields/users.ts';
import { create } from '../../lib/operations.ts';
import type { JsonObject } from '../../lib/values.ts';
import { user } from '../../records/users.ts';
import { byConnection } from '../../steps/users.ts';
import { keepPermissions, readUser } from './keepPermissions.ts';

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
  clear: fieldsToEmpty({
    scopes: 'Scopes',
    scopesAssignedToOnly: 'Scopes for Assigned Data Only',
    twilioPhone: 'Inbound Twilio Numbers',
  }),
});

const asRequest = ({
  locationId: own,
  twilioNumber,
  twilioPhone,
  clear,
  current,
  ...values
}: zod.output<typeof input> & { current?: JsonObject }) => {
  const numbers = twilioNumbers({ locationId: own, twilioPhone, twilioNumber });
  return {
    ...emptied(clear, emptyValues),
    ...values,
    permissions: keepPermissions(values.permissions, current),
    ...(numbers ? { twilioPhone: numbers } : {}),
  };
};

export default defineCreate({
  key: 'update_user',
  noun: 'User',
  display: {
    label: 'Update User',
    description: 'Changes a user. What you leave empty stays as it is.',
  },
  operation: create('PUT /users/{userId}', {
    input,
    request: asRequest,
    record: user,
    steps: [readUser, ...byConnection],
  }),
});
