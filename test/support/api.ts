import nock from 'nock';
import { expecting } from './mismatch.ts';

/** The sub-account that tests are connected to. */
export const connection = {
  access_token: 'token-of-the-test',
  refresh_token: 'refresh-of-the-test',
  locationId: 'loc1',
  companyId: 'com1',
  userId: 'usr1',
};

/** An agency's connection: a company token, no location. */
export const agencyConnection = { ...connection, locationId: '' };

/**
 * HighLevel's API as the test expects to be called: every request must carry the bearer and the API version.
 * @param version the `Version` header of the endpoint, as the official document has it
 */
export const highlevel = (version: '2021-07-28' | '2021-04-15' | 'v3' = '2021-07-28') =>
  expecting(
    nock('https://services.leadconnectorhq.com', {
      reqheaders: { authorization: `Bearer ${connection.access_token}`, version },
    }),
  );
