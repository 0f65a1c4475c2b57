import createAppointmentNote from '../../../creates/calendars/create_appointment_note.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

test('adds a note to the appointment', async () => {
  highlevel('2021-04-15')
    .post('/calendars/appointments/a1/notes', { body: 'Window seat', userId: 'u1' })
    .reply(201, { note: { id: 'n1', body: 'Window seat' } });

  const note = await run(createAppointmentNote, {
    listCalendarId: 'cal1',
    appointmentId: 'a1',
    body: 'Window seat',
    userId: 'u1',
  });
  expect(note).toMatchObject({ id: 'n1', body: 'Window seat', createdBy: null });
});

test('refuses more than 5,000 characters', async () => {
  const long = run(createAppointmentNote, { appointmentId: 'a1', body: 'x'.repeat(5_001) });
  expect(await failure(long)).toContain('“Note” can have at most 5,000 characters');
});
