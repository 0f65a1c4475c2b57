import removeContactFromAllCampaigns from '../../../creates/contacts/remove_contact_from_all_campaigns.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('removes a contact from every campaign', async () => {
  highlevel().delete('/contacts/c1/campaigns/removeAll', '').reply(200, { succeded: true });
  expect(await run(removeContactFromAllCampaigns, { contactId: 'c1' })).toEqual({
    contactId: 'c1',
    succeeded: true,
  });
});
