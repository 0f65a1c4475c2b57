import bulkUpdateContactBusiness from '../../../creates/workflows/bulk_update_contact_business.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const bulk = (businessId: string | null) =>
  highlevel()
    .post('/contacts/bulk/business', { locationId: 'loc1', ids: ['c1', 'c2'], businessId })
    .reply(200, { success: true, ids: ['c1', 'c2'] });

test('puts contacts into a business', async () => {
  bulk('b1');
  expect(
    await run(bulkUpdateContactBusiness, { ids: ['c1', 'c2'], businessId: 'b1' }),
  ).toMatchObject({ succeeded: true, ids: ['c1', 'c2'], businessId: 'b1' });
});

test('takes contacts out with null, whichever business is chosen', async () => {
  bulk(null);
  expect(
    await run(bulkUpdateContactBusiness, { ids: ['c1', 'c2'], action: 'remove', businessId: 'b1' }),
  ).toMatchObject({ succeeded: true, businessId: null });
});

test('wants a business to put contacts into', async () => {
  expect(await failure(run(bulkUpdateContactBusiness, { ids: ['c1'] }))).toContain(
    'Choose a “Business” to add the contacts to, or choose “Remove from business”.',
  );
});
