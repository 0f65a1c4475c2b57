import createBusiness from '../../../creates/businesses/create_business.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('sends what is filled in and reads the misspelled answer', async () => {
  const business = {
    name: 'Harbor Cafe',
    phone: '+14155550188',
    email: 'cafe@example.com',
    website: 'https://cafe.example',
    description: 'By the sea',
    address: '1 Pier',
    city: 'San Francisco',
    state: 'CA',
    postalCode: '94102',
    country: 'US',
  };
  highlevel()
    .post('/businesses/', { locationId: 'loc1', ...business })
    .reply(201, { success: true, buiseness: { id: 'b1', ...business } });
  expect(await run(createBusiness, business)).toMatchObject({ id: 'b1', name: 'Harbor Cafe' });
});
