import updateAppointment from '../../../creates/calendars/update_appointment.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const path = '/calendars/events/appointments/a1';
const known = {
  id: 'a1',
  title: 'Visit',
  appointmentStatus: 'noshow',
  startTime: '2026-03-09T10:00:00-07:00',
  endTime: '2026-03-09T10:30:00-07:00',
};
const api = (appointment: object = known) =>
  highlevel('2021-04-15').get(path).reply(200, { appointment });

test('sends the status again, which HighLevel would reset to confirmed, and keeps the times', async () => {
  api()
    .put(path, { title: 'Longer visit', appointmentStatus: 'noshow' })
    .reply(200, { id: 'a1', title: 'Longer visit', appoinmentStatus: 'noshow', traceId: 't' });

  const changed = await run(updateAppointment, {
    listCalendarId: 'cal1',
    eventId: 'a1',
    title: 'Longer visit',
  });
  expect(changed).toMatchObject({ ...known, title: 'Longer visit', deleted: false });
});

test('texts can be emptied', async () => {
  api()
    .put(path, { appointmentStatus: 'noshow', title: 'New', description: '', address: '' })
    .reply(200, { id: 'a1' });
  api();
  const clear = ['title', 'description', 'address'];
  expect(await run(updateAppointment, { eventId: 'a1', title: 'New', clear })).toMatchObject({
    id: 'a1',
  });
});

test('a status that was filled in wins', async () => {
  api().put(path, { appointmentStatus: 'cancelled' }).reply(200, { id: 'a1' });
  const given = { eventId: 'a1', appointmentStatus: 'cancelled' };
  expect(await run(updateAppointment, given)).toMatchObject({ appointmentStatus: 'cancelled' });
});

test('a status that HighLevel does not say is not reset', async () => {
  const { appointmentStatus: _, ...rest } = known;
  api(rest);
  expect(await failure(run(updateAppointment, { eventId: 'a1', title: 'x' }))).toContain(
    'Choose the right one in “Status”.',
  );
});

test.each([
  [{ appoinmentStatus: 'showed' }, 'showed'],
  [{ appointmentStatus: 'active' }, 'confirmed'],
])('sends what %j means', async (read, appointmentStatus) => {
  const { appointmentStatus: _, ...rest } = known;
  api({ ...rest, ...read })
    .put(path, { title: 'x', appointmentStatus })
    .reply(200, { id: 'a1', appoinmentStatus: appointmentStatus });
  expect(await run(updateAppointment, { eventId: 'a1', title: 'x' })).toMatchObject({
    appointmentStatus,
  });
});

test('moving it reads the new end', async () => {
  api()
    .put(path, {
      calendarId: 'cal2',
      startTime: '2026-03-10T09:00:00-07:00',
      appointmentStatus: 'noshow',
    })
    .reply(200, { id: 'a1' })
    .get(path)
    .reply(200, {
      appointment: {
        ...known,
        startTime: '2026-03-10T09:00:00-07:00',
        endTime: '2026-03-10T10:00:00-07:00',
      },
    });

  const moved = await run(updateAppointment, {
    eventId: 'a1',
    calendarId: 'cal2',
    startTime: '2026-03-10T09:00:00-07:00',
  });
  expect(moved).toMatchObject({
    startTime: '2026-03-10T09:00:00-07:00',
    endTime: '2026-03-10T10:00:00-07:00',
  });
});

test('a taken slot says what to do', async () => {
  api().put(path).reply(400, { message: 'The slot you have selected is no longer available.' });
  const moving = run(updateAppointment, { eventId: 'a1', startTime: '2026-03-10T09:00:00Z' });
  expect(await failure(moving)).toContain('This time is not free in the calendar');
});

test('a deleted appointment is not changed', async () => {
  api({ ...known, deleted: true });
  expect(await failure(run(updateAppointment, { eventId: 'a1', title: 'x' }))).toContain(
    'This appointment was deleted in HighLevel',
  );
});

test.each([{ appointment: null }, { appointment: {} }, {}])(
  'changes nothing where the appointment could not be read, for its status would be lost: %j',
  async (answer) => {
    highlevel('2021-04-15').get(path).reply(200, answer);
    expect(await failure(run(updateAppointment, { eventId: 'a1', title: 'Visit' }))).toContain(
      'HighLevel did not return the record to change, so nothing was changed.',
    );
  },
);

test('gives what was changed, not what was there before, where the answer leaves it out', async () => {
  api({ ...known, description: 'Old', dateUpdated: '2026-03-01T09:00:00.000Z' })
    .put(path, { description: 'New', appointmentStatus: 'noshow' })
    .reply(200, { id: 'a1', title: 'Visit' });
  expect(await run(updateAppointment, { eventId: 'a1', description: 'New' })).toMatchObject({
    ...known,
    description: 'New',
    dateUpdated: null,
  });
});

test('reads anew what a change brings with it', async () => {
  api({ ...known, assignedUserId: 'u1', users: ['u1'] })
    .put(path, { assignedUserId: 'u2', appointmentStatus: 'noshow' })
    .reply(200, { id: 'a1', title: 'Visit' })
    .get(path)
    .reply(200, { appointment: { ...known, assignedUserId: 'u2', users: ['u2'] } });
  expect(await run(updateAppointment, { eventId: 'a1', assignedUserId: 'u2' })).toMatchObject({
    ...known,
    assignedUserId: 'u2',
    users: ['u2'],
  });
});

test('gives what was changed also where reading it anew fails', async () => {
  api({ ...known, assignedUserId: 'u1' })
    .put(path, { assignedUserId: 'u2', appointmentStatus: 'noshow' })
    .reply(200, { id: 'a1' })
    .get(path)
    .reply(403, {});
  expect(await run(updateAppointment, { eventId: 'a1', assignedUserId: 'u2' })).toMatchObject({
    title: 'Visit',
    assignedUserId: 'u2',
  });
});
