import type { Faker } from '@faker-js/faker';
import { collection } from '../state/collection.ts';
import type { Company, Location } from '../state/state.ts';

const ON =
  'campaignsEnabled contactsEnabled workflowsEnabled triggersEnabled funnelsEnabled opportunitiesEnabled dashboardStatsEnabled bulkRequestsEnabled appointmentsEnabled reviewsEnabled onlineListingsEnabled phoneCallEnabled conversationsEnabled settingsEnabled tagsEnabled leadValueEnabled marketingEnabled agentReportingEnabled socialPlanner bloggingEnabled invoiceEnabled affiliateManagerEnabled contentAiEnabled refundsEnabled recordPaymentEnabled cancelSubscriptionEnabled paymentsEnabled communitiesEnabled exportPaymentsEnabled'.split(
    ' ',
  );
const OFF =
  'campaignsReadOnly workflowsReadOnly websitesEnabled assignedDataOnly adwordsReportingEnabled membershipEnabled facebookAdsReportingEnabled attributionsReportingEnabled botService'.split(
    ' ',
  );

/** Every switch of a user with the document's default (users.json, PermissionsDto). */
export const permissionDefaults: Record<string, boolean> = Object.fromEntries([
  ...ON.map((name) => [name, true] as const),
  ...OFF.map((name) => [name, false] as const),
]);

/** A person who can sign in, as `GET /users/{userId}` shows it (without a wrapper, api#user-record). */
export type User = {
  id: string;
  name: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  extension: string;
  deleted: boolean;
  permissions: Record<string, boolean>;
  roles: {
    type: 'account' | 'agency';
    role: 'admin' | 'user';
    locationIds: string[];
    restrictSubAccount: boolean;
  };
  scopes: string[];
  scopesAssignedToOnly: string[];
  profilePhoto?: string;
  lcPhone: Record<string, string>;
  platformLanguage: string;
};

const STAFF = [
  { firstName: 'Amelia', lastName: 'Hart', role: 'admin' },
  { firstName: 'Daniel', lastName: 'Okafor', role: 'user' },
  { firstName: 'Sofia', lastName: 'Reyes', role: 'user' },
  { firstName: 'Marcus', lastName: 'Lindqvist', role: 'user' },
] as const;

type Person = Pick<User, 'id' | 'firstName' | 'lastName' | 'email'> & {
  roles: Omit<User['roles'], 'restrictSubAccount'>;
};

const userOf = ({ id, firstName, lastName, email, roles }: Person, faker: Faker): User => ({
  id,
  name: `${firstName} ${lastName}`,
  firstName,
  lastName,
  email,
  phone: `+1917555${faker.string.numeric(4)}`,
  extension: '',
  deleted: false,
  // Live users have more switches than the document knows (api#user-record).
  permissions: { ...permissionDefaults, certificatesEnabled: true, mediaStorageEnabled: true },
  roles: { ...roles, restrictSubAccount: false },
  scopes: ['contacts.write', 'calendars.write', 'conversations.write', 'opportunities.write'],
  scopesAssignedToOnly: ['calendars.readonly'],
  lcPhone: {},
  platformLanguage: 'en_US',
});

/** The agency's owner, the four of the dental practice, and one for each other sub-account. */
export const users = collection<User, Company>('users', ({ place, state, faker, id }) => {
  const owner: Person = {
    id: place.record.ownerId,
    firstName: 'Nora',
    lastName: 'North',
    email: 'nora@northstar.example',
    roles: { type: 'agency', role: 'admin', locationIds: [] },
  };
  const staff = STAFF.map(
    ({ firstName, lastName, role }): Person => ({
      id: id(firstName),
      firstName,
      lastName,
      email: `${firstName.toLowerCase()}@brightsmiledental.example`,
      roles: { type: 'account', role, locationIds: [state.main.id] },
    }),
  );
  const others = [...state.locations.values()]
    .filter((location) => !location.isMain)
    .map(({ record }): Person => {
      const { firstName, lastName, email } = record;
      return {
        id: id(record.id),
        firstName,
        lastName,
        email,
        roles: { type: 'account', role: 'admin', locationIds: [record.id] },
      };
    });
  return [owner, ...staff, ...others].map((person) => userOf(person, faker));
});

/** The ids of those who work in a sub-account. */
export const staffOf = (location: Location): string[] =>
  [...users(location.state.company).values()]
    .filter(({ roles }) => roles.locationIds.includes(location.id))
    .map(({ id }) => id);
