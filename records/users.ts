import { permissionLabels } from '../fields/users.ts';
import { type Raw, record } from '../lib/record.ts';

const permissionNames = Object.keys(permissionLabels) as (keyof typeof permissionLabels)[];

const sample = {
  id: 'GCs5KuzPqTls7vWclkEV',
  name: 'Daniel Okafor',
  firstName: 'Daniel',
  lastName: 'Okafor',
  email: 'daniel.okafor@example.com',
  phone: '+14155550188',
  extension: '12',
  deleted: false,
  platformLanguage: 'en_US',
  roles: {
    type: 'account',
    role: 'user',
    locationIds: ['ve9EPM428h8vShlRW1KT'],
    restrictSubAccount: false,
  },
  permissions: Object.fromEntries(permissionNames.map((name) => [name, true])),
  scopes: ['contacts.write', 'opportunities.write'],
  scopesAssignedToOnly: ['calendars.readonly'],
};

const labels = {
  name: 'Full Name',
  deleted: 'Is Deleted',
  platformLanguage: 'Language',
  roles__type: 'Type',
  roles__role: 'Role',
  roles__locationIds: 'Sub-Account IDs',
  roles__restrictSubAccount: 'Is Restricted to Sub-Accounts',
  scopesAssignedToOnly: 'Scopes for Assigned Data Only',
  ...Object.fromEntries(
    permissionNames.map((name) => [
      `permissions__${name}`,
      `Permission: ${permissionLabels[name]}`,
    ]),
  ),
};

/** The single user comes without a wrapper (reality d.8), so the trace of the request stands among its values. */
const withoutTrace = (records: Raw[]): Raw[] => records.map(({ traceId: _, ...user }) => user);

/** A user (users.json, UserSuccessfulResponseDto); users have no change date. */
export const user = record({ noun: 'user', sample, labels, complete: withoutTrace });

/** Users as searches and lists give them. */
export const users = record({ noun: 'user', many: 'users', sample, labels });
