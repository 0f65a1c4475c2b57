import { endpoint } from '../gateway/endpoint.ts';
import { forbidden } from '../gateway/errors.ts';

const accepted = (policy: string, by: string) => ({
  [`${policy}Version`]: '06/01/2022',
  [`${policy}AcceptedBy`]: by,
  [`${policy}AcceptedDate`]: '2025-11-03T15:20:00.000Z',
});

export const companies = [
  endpoint(
    'GET /companies/{companyId}',
    { version: '2021-07-28', scopes: ['companies.readonly'], token: 'agency' },
    ({ path, state }) => {
      if (path.companyId !== state.company.id) throw forbidden();
      const { ownerId, ...company } = state.company.record;
      return {
        company: {
          ...company,
          logoUrl: '',
          spareDomain: '',
          privacyPolicy: `${company.website}/privacy`,
          termsConditions: `${company.website}/terms`,
          relationshipNumber: '0-128-926',
          subdomain: '',
          plan: 3,
          currency: 'USD',
          customerType: 'agency',
          ...accepted('termsOfService', ownerId),
          ...accepted('privacyPolicy', ownerId),
          ...accepted('affiliatePolicy', ownerId),
          twilioTrialMode: false,
          twilioFreeCredits: 0,
          isReselling: false,
          onboardingInfo: { pending: false },
          upgradeEnabledForClients: false,
          cancelEnabledForClients: false,
          autoSuspendEnabled: false,
          saasSettings: {},
          stripeConnectId: '',
          enableDepreciatedFeatures: false,
          premiumUpgraded: false,
          status: 'active',
          locationCount: state.locations.size,
          disableEmailService: false,
          referralId: 'nora-north-21',
          isEnterpriseAccount: false,
          businessNiche: 'Marketing Agency',
          businessCategory: 'Marketing',
          businessAffinityGroup: '',
          isSandboxAccount: false,
          enableNewSubAccountDefaultData: false,
        },
      };
    },
  ),
];
