import listCampaigns from '../../../triggers/workflows/list_campaigns.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('reads the campaigns of a status', async () => {
  highlevel()
    .get('/campaigns/?locationId=loc1&status=draft')
    .reply(200, { campaigns: [{ id: 'k1', name: 'Spring', status: 'draft' }] });
  expect(await poll(listCampaigns, { status: 'draft' })).toMatchObject([
    { id: 'k1', name: 'Spring', revision: 'new' },
  ]);
});
