import updateLocation from '../../../creates/locations/update_location.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { failure, fieldsOf, run } from '../../support/run.ts';

const agency = { authData: agencyConnection };

test('sends only what is filled in, with the agency', async () => {
  highlevel()
    .put('/locations/l9', {
      companyId: 'com1',
      city: 'Oakland',
      settings: { disableContactTimezone: false },
      snapshot: { id: 's1', override: true },
    })
    .reply(200, { id: 'l9', city: 'Oakland' });

  const changed = await run(
    updateLocation,
    {
      locationId: 'l9',
      city: 'Oakland',
      name: '',
      settings__disableContactTimezone: 'no',
      snapshot__id: 's1',
      snapshot__override: true,
    },
    agency,
  );

  expect(changed).toMatchObject({ id: 'l9', city: 'Oakland' });
});

test('asks for the snapshot that is to override', async () => {
  const input = { locationId: 'l9', snapshot__override: true };
  expect(await failure(run(updateLocation, input, agency))).toContain(
    '“Snapshot” is required if you fill in “Override Conflicting Assets”.',
  );
});

test('the sub-account is a visible dropdown, once', async () => {
  const fields = await fieldsOf(updateLocation, {}, agency);
  expect(fields.filter(({ key }) => key === 'locationId')).toMatchObject([
    { required: true, dynamic: 'list_locations.id.name' },
  ]);
});
