import getAppointment from '../../../triggers/calendars/get_appointment.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const answer = (appointment: object) =>
  highlevel('2021-04-15')
    .get('/calendars/events/appointments/a1')
    .reply(200, { appointment: { id: 'a1', ...appointment }, traceId: 't' });

test('reads one appointment, out of either wrapper, and sends no calendar', async () => {
  answer({
    appoinmentStatus: 'noshow',
    createdBy: { source: 'api' },
    startTime: '2026-03-09T10:00:00-07:00',
  });
  const [first] = await poll(getAppointment, { listCalendarId: 'cal1', eventId: 'a1' });
  expect(first).toMatchObject({
    id: 'a1',
    appointmentStatus: 'noshow',
    startTime: '2026-03-09T10:00:00-07:00',
    createdByUserId: null,
    createdBySource: 'api',
    deleted: false,
  });
  expect(first).not.toHaveProperty('appoinmentStatus');

  highlevel('2021-04-15')
    .get('/calendars/events/appointments/a1')
    .reply(200, { event: { id: 'a1', title: 'Documented' } });
  expect(await poll(getAppointment, { eventId: 'a1' })).toMatchObject([{ title: 'Documented' }]);
});

test('a deleted appointment is reported as deleted and counts as changed', async () => {
  const dateUpdated = '2026-03-04T09:30:45.000Z';
  answer({ dateUpdated, deleted: false });
  const [before] = await poll(getAppointment, { eventId: 'a1' });
  answer({ dateUpdated, deleted: true });
  const [after] = await poll(getAppointment, { eventId: 'a1' });

  expect(after?.deleted).toBe(true);
  expect(after?.revision).not.toBe(before?.revision);
});
