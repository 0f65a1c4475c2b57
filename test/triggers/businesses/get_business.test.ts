import getBusiness from '../../../triggers/businesses/get_business.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('fires when the business changes', async () => {
  highlevel()
    .get('/businesses/b1')
    .reply(200, { business: { id: 'b1', name: 'Cafe', updatedAt: '2026-03-04T09:30:45.000Z' } });
  expect(await poll(getBusiness, { businessId: 'b1' })).toMatchObject([
    { id: 'b1', name: 'Cafe', city: null, revision: '2026-03-04T09:30:45.000Z' },
  ]);
});
