import * as zod from 'zod';
import { permissionLabels } from '../records/users.ts';
import { choice, list, text, yesNo } from './common.ts';
import { chosen } from './ids.ts';
import { phone } from './phone.ts';
import { userScopes } from './userScopes.ts';

/** Whether a user belongs to the agency or to sub-accounts (users.json names no others). */
export const userType = choice('Type', { account: 'Sub-account user', agency: 'Agency user' });

/** What a user is allowed to be: an admin or a plain user. */
export const userRole = choice('Role', { admin: 'Admin', user: 'User' });

type Permission = keyof typeof permissionLabels;

const permissionNames = Object.keys(permissionLabels) as Permission[];

const permissions = zod
  .object(
    Object.fromEntries(
      permissionNames.map((name) => [name, yesNo(permissionLabels[name]).optional()]),
    ),
  )
  .meta({ group: 'Permissions' })
  .optional();

const platformLanguage = choice('Language', {
  en_US: 'English',
  es: 'Spanish',
  fr_CA: 'French (Canada)',
  fr_FR: 'French (France)',
  nl: 'Dutch',
  de: 'German',
  pt_PT: 'Portuguese (Portugal)',
  pt_BR: 'Portuguese (Brazil)',
  it: 'Italian',
  sv: 'Swedish',
  da: 'Danish',
  fi: 'Finnish',
  no: 'Norwegian',
});

const replacing = 'Replaces all Twilio numbers of the user, including those of other sub-accounts.';

/** What create and update of a user have in common (users.json, UpdateUserDto). */
export const userBody = {
  phone: phone.optional(),
  locationIds: list(
    'Sub-Accounts',
    chosen('Sub-Accounts', 'list_sub_accounts.id.name'),
    'Where the user works. The user gets only the sub-accounts that you choose here.',
  ).optional(),
  permissions,
  scopes: userScopes(
    'Scopes',
    'What the user can do. If you choose any here, the user gets only those.',
  ).optional(),
  scopesAssignedToOnly: userScopes(
    'Scopes for Assigned Data Only',
    'What the user can do with data that is assigned to them. If you choose any here, the user gets only those.',
  ).optional(),
  platformLanguage: platformLanguage.meta({ group: 'Profile' }).optional(),
  profilePhoto: text('Profile Photo', 'The web address of a picture.')
    .meta({ group: 'Profile' })
    .optional(),
  twilioPhone: zod
    .array(
      zod.object({
        location: chosen('Sub-Account of the Number', 'list_sub_accounts.id.name'),
        number: text('Inbound Twilio Number', `For example +14155550134. ${replacing}`),
      }),
    )
    .meta({ label: 'Inbound Twilio Numbers', group: 'Profile' })
    .optional(),
  twilioNumber: text('Inbound Twilio Number', `For example +14155550134. ${replacing}`)
    .meta({ group: 'Profile' })
    .optional(),
};

interface Numbers {
  locationId?: string | undefined;
  twilioPhone?: { location: string; number: string }[] | undefined;
  twilioNumber?: string | undefined;
}

/** The request, with the Twilio numbers by sub-account as the API keeps them: rows of an agency, or one’s own number. */
export const asUser = <Values extends Numbers>({
  locationId,
  twilioPhone,
  twilioNumber,
  ...values
}: Values) => {
  const own = locationId && twilioNumber ? [[locationId, twilioNumber]] : undefined;
  const numbers = twilioPhone?.map(({ location, number }) => [location, number]) ?? own;
  return { ...values, ...(numbers ? { twilioPhone: Object.fromEntries(numbers) } : {}) };
};
