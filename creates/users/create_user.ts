import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId, email, locationId, text } from '../../fields/common.ts';
import { twilioNumbers, userBody, userRole, userType } from '../../fields/users.ts';
import { create } from '../../lib/operations.ts';
import { user, users } from '../../records/users.ts';
import { byConnection } from '../../steps/users.ts';

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

const asRequest = ({
  locationId: own,
  twilioNumber,
  twilioPhone,
  locationIds,
  ...values
}: zod.output<typeof input>) => ({
  ...values,
  locationIds: locationIds ?? (own ? [own] : []),
  twilioPhone: twilioNumbers({ locationId: own, twilioPhone, twilioNumber }),
});

export default defineCreate({
  key: 'create_user',
  noun: 'User',
  display: { label: 'Create User', description: 'Creates a user who can sign in.' },
  operation: create('POST /users/', {
    input,
    request: asRequest,
    record: user,
    lookAgain: {
      route: 'GET /users/search',
      request: ({ companyId: company, email: address }) => ({
        companyId: company,
        query: address,
        skip: '0',
        limit: '10',
      }),
      record: users,
      // No two users sign in with the same email.
      isUnique: true,
      isIt: (found, { email: address }) =>
        String(found.email).toLowerCase() === address.toLowerCase(),
    },
    steps: byConnection,
  }),
});
