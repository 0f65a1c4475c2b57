import updateAppointment from '../../../creates/calendars/update_appointment.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

// HighLevel gives these two, but does not take them (api#appointment-statuses).
test.each([
  ['pending', 'new'],
  ['active', 'confirmed'],
  ['showed', 'showed'],
])('an appointment that is %s is sent as %s, so that it stays so', async (status, sent) => {
  const path = '/calendars/events/appointments/a1';
  const known = { id: 'a1', title: 'Visit', appointmentStatus: status };
  highlevel('2021-04-15').get(path).reply(200, { appointment: known });
  highlevel('2021-04-15')
    .put(path, { title: 'Longer visit', appointmentStatus: sent })
    .reply(200, { ...known, title: 'Longer visit' });
  // It is read again for what the answer of an update lacks.
  highlevel('2021-04-15').get(path).reply(200, { appointment: known });
  expect(await run(updateAppointment, { eventId: 'a1', title: 'Longer visit' })).toMatchObject({
    id: 'a1',
  });
});
