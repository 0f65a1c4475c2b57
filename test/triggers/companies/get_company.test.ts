import getCompany from '../../../triggers/companies/get_company.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

test('reads the agency of the connection', async () => {
  highlevel()
    .get('/companies/com1')
    .reply(200, { company: { id: 'com1', name: 'Northstar' } });

  expect(await poll(getCompany, {}, { authData: agencyConnection })).toMatchObject([
    { id: 'com1', name: 'Northstar', onboardingInfo: null },
  ]);
});

test('says that a sub-account connection is not enough', async () => {
  expect(await failure(poll(getCompany))).toContain('needs an agency connection');
});
