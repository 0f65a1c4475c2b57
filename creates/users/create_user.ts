import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId, email, locationId, text } from '../../fields/common.ts';
import { asUser, userBody, userRole, userType } from '../../fields/users.ts';
import { create } from '../../lib/operations.ts';
import { user } from '../../records/users.ts';
import { byConnection } from '../../steps/users.ts';
import { newUser } from './newUser.ts';

const input = zod
  .object({
    companyId,
    locationId: locationId.optional(),
    firstName: text('First Name'),
    lastName: text('Last Name'),
    email: email('Email'),
    password: zod.string().meta({ label: 'Password', type: 'password' }),
    type: userType.default('account'),
    role: userRole.default('user'),
    ...userBody,
  })
  .refine(({ type, locationId: own, locationIds }) => type === 'agency' || own || locationIds, {
    path: ['locationIds'],
    message: 'is required for a sub-account user: choose where the user works.',
  });

export default defineCreate({
  key: 'create_user',
  noun: 'User',
  display: { label: 'Create User', description: 'Creates a user who can sign in.' },
  operation: create('POST /users/', {
    input,
    request: ({ locationIds, ...values }) => ({
      ...asUser(values),
      locationIds: locationIds ?? (values.locationId ? [values.locationId] : []),
    }),
    record: user,
    lookAgain: newUser,
    steps: byConnection,
  }),
});
