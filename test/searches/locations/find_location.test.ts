import findLocation from '../../../searches/locations/find_location.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test.each([{}, { authData: agencyConnection }])(
  'reads the chosen sub-account (%j)',
  async (setting) => {
    highlevel()
      .get('/locations/l7')
      .reply(200, { location: { id: 'l7', name: 'Alvarez', business: { city: 'Oakland' } } });

    expect(await poll(findLocation, { locationId: 'l7' }, setting)).toMatchObject([
      { id: 'l7', name: 'Alvarez', business: { city: 'Oakland' }, social: null },
    ]);
  },
);

test('gives nothing for an id that HighLevel does not know', async () => {
  highlevel().get('/locations/l7').reply(400, { message: 'Location with id l7 not found' });

  expect(await poll(findLocation, { locationId: 'l7' })).toEqual([]);
});
