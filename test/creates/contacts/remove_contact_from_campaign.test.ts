import removeContactFromCampaign from '../../../creates/contacts/remove_contact_from_campaign.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('removes a contact from a campaign', async () => {
  highlevel().delete('/contacts/c1/campaigns/k1', '').reply(200, { succeded: true });
  expect(await run(removeContactFromCampaign, { contactId: 'c1', campaignId: 'k1' })).toEqual({
    contactId: 'c1',
    campaignId: 'k1',
    succeeded: true,
  });
});
