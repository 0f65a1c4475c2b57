import { endpoint, fail } from '../endpoint.ts';

export const companies = [
  endpoint(
    'GET /companies/{companyId}',
    { version: '2021-07-28', scopes: ['companies.readonly'], token: 'agency' },
    ({ path, state }) => {
      if (path.companyId !== state.company.id) throw fail(403, 'Forbidden resource');
      const { ownerId, ...company } = state.company.record;
      return {
        company: {
          ...company,
          logoUrl: '',
          spareDomain: '',
          privacyPolicy: `${company.website}/privacy`,
          termsConditions: `${company.website}/terms`,
          subdomain: '',
          plan: 3,
          currency: 'USD',
          customerType: 'agency',
          termsOfServiceAcceptedBy: ownerId,
          isReselling: false,
          onboardingInfo: { pending: false },
          saasSettings: {},
          status: 'active',
          locationCount: state.locations.size,
          isEnterpriseAccount: false,
          businessNiche: 'Marketing Agency',
        },
      };
    },
  ),
];
