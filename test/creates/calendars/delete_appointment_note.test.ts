import deleteAppointmentNote from '../../../creates/calendars/delete_appointment_note.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('deletes the note, without a body', async () => {
  highlevel('2021-04-15')
    .delete('/calendars/appointments/a1/notes/n1', '')
    .reply(200, { success: true });

  const given = { listCalendarId: 'cal1', appointmentId: 'a1', noteId: 'n1' };
  expect(await run(deleteAppointmentNote, given)).toMatchObject({ id: 'n1', deleted: true });
});
