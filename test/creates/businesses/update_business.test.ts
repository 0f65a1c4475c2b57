import updateBusiness from '../../../creates/businesses/update_business.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('sends what is filled in only, so that the rest stays', async () => {
  highlevel()
    .put('/businesses/b1', { city: 'Albany' })
    .reply(200, { success: true, buiseness: { id: 'b1', name: 'Cafe', city: 'Albany' } });
  expect(
    await run(updateBusiness, { businessId: 'b1', name: '', phone: null, city: 'Albany' }),
  ).toMatchObject({ id: 'b1', name: 'Cafe', city: 'Albany' });
});

test('what is chosen is emptied; what is filled in counts', async () => {
  highlevel()
    .put('/businesses/b1', { city: 'Albany', phone: '', email: '', country: '' })
    .reply(200, { success: true, buiseness: { id: 'b1', name: 'Cafe', city: 'Albany' } });
  const clear = ['city', 'phone', 'email', 'country'];
  const business = await run(updateBusiness, { businessId: 'b1', city: 'Albany', clear });
  expect(business).toMatchObject({ id: 'b1', city: 'Albany', phone: null });
});
