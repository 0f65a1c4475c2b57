import { record } from '../lib/record.ts';
import type { JsonObject } from '../lib/values.ts';
import { deleted } from './outcomes.ts';

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

const permissionNames = Object.keys(permissionLabels) as (keyof typeof permissionLabels)[];

const sample = {
  id: 'GCs5KuzPqTls7vWclkEV',
  name: 'Daniel Okafor',
  firstName: 'Daniel',
  lastName: 'Okafor',
  email: 'daniel.okafor@example.com',
  phone: '+14155550188',
  extension: '12',
  profilePhoto: 'https://files.example.com/daniel.jpg',
  deleted: false,
  platformLanguage: 'en_US',
  roles: {
    type: 'account',
    role: 'user',
    locationIds: ['ve9EPM428h8vShlRW1KT'],
    restrictSubAccount: false,
  },
  permissions: {
    ...Object.fromEntries(permissionNames.map((name) => [name, true])),
    // Given, but not taken.
    certificatesEnabled: true,
    mediaStorageEnabled: true,
  },
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
  permissions__certificatesEnabled: 'Permission: Certificates',
  permissions__mediaStorageEnabled: 'Permission: Media Storage',
  ...Object.fromEntries(
    permissionNames.map((name) => [
      `permissions__${name}`,
      `Permission: ${permissionLabels[name]}`,
    ]),
  ),
};

/** Never hands a password on to later steps. */
const complete = (records: JsonObject[]): JsonObject[] =>
  records.map(({ password: _, ...rest }) => rest);

/** A user (users.json, UserSuccessfulResponseDto), without a wrapper (api#user-record); users have no change date. */
export const user = record({ noun: 'user', sample, labels, complete });

/** Users as searches and lists give them. */
export const users = record({ noun: 'user', many: 'users', sample, labels, complete });

/** What a delete says of a user. */
export const deletedUser = deleted('user', 'userId', {
  message:
    'Queued deleting user with e-mail daniel.okafor@example.com and name Daniel Okafor. Will take effect in a few minutes.',
});
