import addContactToCampaign from '../../../creates/contacts/add_contact_to_campaign.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('adds a contact to a campaign', async () => {
  highlevel().post('/contacts/c1/campaigns/k1', {}).reply(201, { succeded: true });
  expect(await run(addContactToCampaign, { contactId: 'c1', campaignId: 'k1' })).toEqual({
    contactId: 'c1',
    campaignId: 'k1',
    succeeded: true,
  });
});
