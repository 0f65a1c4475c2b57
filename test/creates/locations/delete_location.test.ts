import deleteLocation from '../../../creates/locations/delete_location.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const agency = { authData: agencyConnection };
const named = () =>
  highlevel()
    .get('/locations/l9')
    .reply(200, { location: { id: 'l9', name: 'Alvarez Landscaping' } });

test('deletes the sub-account whose name was typed', async () => {
  named();
  highlevel()
    .delete('/locations/l9')
    .query({ deleteTwilioAccount: false })
    .reply(200, { success: true, message: 'Deleted location with id: l9' });

  const input = { locationId: 'l9', confirmation: ' Alvarez Landscaping', deleteTwilioAccount: '' };
  expect(await run(deleteLocation, input, agency)).toEqual({
    id: 'l9',
    deleted: true,
    message: 'Deleted location with id: l9',
  });
});

test('deletes its Twilio account too if asked', async () => {
  named();
  highlevel()
    .delete('/locations/l9')
    .query({ deleteTwilioAccount: true })
    .reply(200, { success: true, message: '' });

  const input = {
    locationId: 'l9',
    confirmation: 'Alvarez Landscaping',
    deleteTwilioAccount: 'yes',
  };
  expect(await run(deleteLocation, input, agency)).toMatchObject({ deleted: true });
});

test('deletes nothing under another name', async () => {
  named();

  const input = { locationId: 'l9', confirmation: 'Alvarez' };
  expect(await failure(run(deleteLocation, input, agency))).toContain(
    'Nothing was deleted: this sub-account is called “Alvarez Landscaping”, but “Name to Confirm” says “Alvarez”.',
  );
});

test('a blank confirmation is no name, and nothing is even read', async () => {
  const input = { locationId: 'l9', confirmation: '  ' };
  expect(await failure(run(deleteLocation, input, agency))).toBe('“Name to Confirm” is required.');
});

test.each([{ location: { id: 'l9' } }, { location: { id: 'l9', name: ' ' } }, {}])(
  'nothing is deleted where HighLevel gives no name: %j',
  async (answer) => {
    highlevel().get('/locations/l9').reply(200, answer);
    const input = { locationId: 'l9', confirmation: 'undefined' };
    expect(await failure(run(deleteLocation, input, agency))).toContain('Nothing was deleted');
  },
);

test('asks for the name before it sends anything', async () => {
  expect(await failure(run(deleteLocation, { locationId: 'l9' }, agency))).toContain(
    '“Name to Confirm” is required.',
  );
});
