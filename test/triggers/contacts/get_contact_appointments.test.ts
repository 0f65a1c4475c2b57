import getContactAppointments from '../../../triggers/contacts/get_contact_appointments.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const appointments = (...events: object[]) =>
  highlevel().get('/contacts/c1/appointments').reply(200, { events });
const zone = (timezone: string) =>
  highlevel().get('/locations/loc1').reply(200, { location: { timezone } });

test('times without zone get the sub-account’s offset, in winter and in summer', async () => {
  appointments(
    { id: 'a1', startTime: '2026-01-15 10:00:00', endTime: '2026-01-15 10:30:00' },
    {
      id: 'a2',
      startTime: '2026-07-15 10:00:00',
      endTime: '2026-07-15 10:30:00',
      dateAdded: '2026-07-01 09:15:00',
    },
  );
  zone('America/Los_Angeles');
  expect(await poll(getContactAppointments, { contactId: 'c1' })).toMatchObject([
    {
      id: 'a1',
      startTime: '2026-01-15T10:00:00-08:00',
      endTime: '2026-01-15T10:30:00-08:00',
      revision: 'new',
    },
    {
      id: 'a2',
      startTime: '2026-07-15T10:00:00-07:00',
      endTime: '2026-07-15T10:30:00-07:00',
      dateAdded: '2026-07-01T09:15:00-07:00',
    },
  ]);
});

test('times with a zone stay, and nobody asks for the zone', async () => {
  appointments({ id: 'a1', startTime: '2026-01-15T10:00:00+01:00' });
  expect(await poll(getContactAppointments, { contactId: 'c1' })).toMatchObject([
    { startTime: '2026-01-15T10:00:00+01:00' },
  ]);
});

test.each([{ location: null }, { location: {} }, { location: { timezone: 'Pacific Time' } }])(
  'where the zone is not known, times stay as they are: %j',
  async (answer) => {
    appointments({ id: 'a1', startTime: '2026-01-15 10:00:00' });
    highlevel().get('/locations/loc1').reply(200, answer);
    expect(await poll(getContactAppointments, { contactId: 'c1' })).toMatchObject([
      { startTime: '2026-01-15 10:00:00' },
    ]);
  },
);

test('a changed appointment counts by its change date', async () => {
  appointments({ id: 'a1', dateUpdated: '2026-03-04T09:30:45.000Z' });
  expect(
    await poll(getContactAppointments, { contactId: 'c1', triggerOn: 'changed' }),
  ).toMatchObject([{ id: 'a1', revision: '2026-03-04T09:30:45.000Z' }]);
});
