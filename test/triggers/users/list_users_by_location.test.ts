import listUsersByLocation from '../../../triggers/users/list_users_by_location.ts';
import { highlevel } from '../../support/api.ts';
import { fieldsOf, poll } from '../../support/run.ts';

test('asks by sub-account alone, for the endpoint refuses the agency', async () => {
  highlevel()
    .get('/users/?locationId=loc1')
    .reply(200, { users: [{ id: 'u1', name: 'Amelia Hart' }] });
  expect(await poll(listUsersByLocation)).toMatchObject([{ id: 'u1', revision: 'new' }]);
});

test('an empty list is no error, and the form says why it may be empty', async () => {
  highlevel().get('/users/?locationId=loc1').reply(200, { users: [] });
  expect(await poll(listUsersByLocation)).toEqual([]);
  expect((await fieldsOf(listUsersByLocation))[0]).toMatchObject({
    type: 'copy',
    helpText: expect.stringContaining('may be empty'),
  });
});
