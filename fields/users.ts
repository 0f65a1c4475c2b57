import type { BasicCreateOperation, Bundle, PlainInputField, ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { isAgency } from '../lib/connection.ts';
import { isBlank } from '../lib/inputFields.ts';
import { oneOf, withPerform } from '../lib/operation.ts';
import { type Raw, record } from '../lib/record.ts';
import { call } from '../lib/request.ts';
import { choice, text, yesNo } from './common.ts';
import { asRead } from './current.ts';
import { chosen } from './ids.ts';
import { shownWhen } from './shown.ts';
import { userScopes } from './userScopes.ts';

/** Whether a user belongs to the agency or to sub-accounts (users.json names no others). */
export const userType = choice('Type', { account: 'Sub-account user', agency: 'Agency user' });

/** What a user is there. */
export const userRole = choice('Role', { admin: 'Admin', user: 'User' });

/** The switches of a user's permissions (users.json, PermissionsDto) → what people read. */
export const permissionLabels = {
  campaignsEnabled: 'Campaigns',
  campaignsReadOnly: 'Campaigns Are Read-Only',
  contactsEnabled: 'Contacts',
  workflowsEnabled: 'Workflows',
  workflowsReadOnly: 'Workflows Are Read-Only',
  triggersEnabled: 'Triggers',
  funnelsEnabled: 'Funnels',
  websitesEnabled: 'Websites',
  opportunitiesEnabled: 'Opportunities',
  dashboardStatsEnabled: 'Dashboard Statistics',
  bulkRequestsEnabled: 'Bulk Requests',
  appointmentsEnabled: 'Appointments',
  reviewsEnabled: 'Reviews',
  onlineListingsEnabled: 'Online Listings',
  phoneCallEnabled: 'Phone Calls',
  conversationsEnabled: 'Conversations',
  assignedDataOnly: 'Assigned Data Only',
  adwordsReportingEnabled: 'AdWords Reporting',
  membershipEnabled: 'Memberships',
  facebookAdsReportingEnabled: 'Facebook Ads Reporting',
  attributionsReportingEnabled: 'Attribution Reporting',
  settingsEnabled: 'Settings',
  tagsEnabled: 'Tags',
  leadValueEnabled: 'Lead Value',
  marketingEnabled: 'Marketing',
  agentReportingEnabled: 'Agent Reporting',
  botService: 'Bot Service',
  socialPlanner: 'Social Planner',
  bloggingEnabled: 'Blogging',
  invoiceEnabled: 'Invoices',
  affiliateManagerEnabled: 'Affiliate Manager',
  contentAiEnabled: 'Content AI',
  refundsEnabled: 'Refunds',
  recordPaymentEnabled: 'Record Payments',
  cancelSubscriptionEnabled: 'Cancel Subscriptions',
  paymentsEnabled: 'Payments',
  communitiesEnabled: 'Communities',
  exportPaymentsEnabled: 'Export Payments',
} as const;

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

const replacing = 'Replaces all Twilio numbers that the user has, those of other sub-accounts too.';

/** What create and update of a user have in common (users.json, UpdateUserDto). */
export const userBody = {
  phone: text('Phone', 'With country code, for example +1 415 555 0134.').optional(),
  locationIds: zod
    .array(chosen('Sub-Accounts', 'list_sub_accounts.id.name'))
    .meta({
      label: 'Sub-Accounts',
      helpText: 'Where the user works. The user gets just those that you choose here.',
    })
    .optional(),
  permissions,
  scopes: userScopes(
    'Scopes',
    'What the user may do. As soon as you choose one here, the user gets just those that you choose.',
  ).optional(),
  scopesAssignedToOnly: userScopes(
    'Scopes for Assigned Data Only',
    'What the user may do with data that is assigned to them. Here, too, the user gets just those that you choose.',
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

/** Twilio numbers by sub-account, as the API keeps them: rows of an agency, one number of a sub-account. */
export const twilioNumbers = ({ locationId, twilioPhone, twilioNumber }: Numbers) => {
  const rows = twilioPhone?.map(({ location, number }) => [location, number]);
  const own = locationId && twilioNumber ? [[locationId, twilioNumber]] : undefined;
  return rows || own ? Object.fromEntries(rows ?? own ?? []) : undefined;
};

/** An agency chooses sub-accounts from a list; a sub-account's connection knows no other than its own. */
export const byConnection = (operation: BasicCreateOperation): BasicCreateOperation =>
  shownWhen(
    'locationIds',
    isAgency,
    shownWhen(
      'twilioPhone',
      isAgency,
      shownWhen('twilioNumber', (bundle) => !isAgency(bundle), operation),
    ),
  );

/** “Sub-Account” as a filter, on an agency connection only. */
export const subAccountFilter = (_z: ZObject, bundle: Bundle): PlainInputField[] =>
  isAgency(bundle)
    ? [
        {
          key: 'locationId',
          label: 'Sub-Account',
          type: 'string',
          dynamic: 'list_sub_accounts.id.name',
          helpText: 'Left empty, users of the whole agency are found.',
        },
      ]
    : [];

const readRoute = 'GET /users/{userId}';

/** A user, in a wrapper or without. */
const wrapped = record({ noun: 'user', one: 'user', sample: { id: 'GCs5KuzPqTls7vWclkEV' } });

/**
 * Sends the user's other permissions again beside those that are filled in: the document gives each switch a
 * default, so those left out could fall back to it (users.json, PermissionsDto). Without any, nothing is sent.
 */
export const keepingPermissions = (operation: BasicCreateOperation): BasicCreateOperation => {
  const keys = permissionNames.map((name) => [`permissions__${name}`, name] as const);
  return withPerform(operation, [readRoute], (perform) => async (z, bundle) => {
    const { inputData } = bundle;
    const isFilled = (key: string) => !isBlank(inputData[key]);
    if (!keys.some(([key]) => isFilled(key))) return perform(z, bundle);
    const labels = { userId: 'User' };
    const { userId } = inputData;
    const answer = await call({ z, bundle, labels }, readRoute, { userId });
    const current = (asRead(oneOf(answer, wrapped)[0]).permissions ?? {}) as Raw;
    const whole = keys.map(([key, name]) => [key, isFilled(key) ? inputData[key] : current[name]]);
    return perform(z, { ...bundle, inputData: { ...inputData, ...Object.fromEntries(whole) } });
  });
};
