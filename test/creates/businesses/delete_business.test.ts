import deleteBusiness from '../../../creates/businesses/delete_business.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

test('deletes and says so', async () => {
  highlevel().delete('/businesses/b1').reply(200, { success: true });
  expect(await run(deleteBusiness, { businessId: 'b1' })).toMatchObject({
    id: 'b1',
    deleted: true,
  });
});

test('a business that was not deleted is an error', async () => {
  highlevel().delete('/businesses/b1').reply(200, { success: false });
  expect(await failure(run(deleteBusiness, { businessId: 'b1' }))).toContain('did not do this');
});
