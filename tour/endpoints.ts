import type { Station } from './station.ts';

const businesses = { apiArea: 'Businesses', apiEndpoint: 'GET /businesses/' };

/** The endpoints of one’s own choice: a business is made, looked up and watched. */
export const endpoints: Station[] = [
  {
    key: 'api_request',
    input: { apiArea: 'Businesses', apiEndpoint: 'POST /businesses/', name: 'Tour Bakery' },
  },
  {
    key: 'api_look_up',
    input: ({ result }) => ({
      apiArea: 'Businesses',
      apiEndpoint: 'GET /businesses/{businessId}',
      businessId: result('api_request').id,
    }),
  },
  {
    key: 'any_list_record',
    input: businesses,
    change: ({ run }) =>
      run('api_request', { ...businesses, apiEndpoint: 'POST /businesses/', name: 'Tour Café' }),
  },
];

/** Their endpoints bear the Version of their documents, whichever generation the app speaks. */
export const isOfAnyEndpoint = (key: string): boolean => endpoints.some((one) => one.key === key);
