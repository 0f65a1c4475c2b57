import updateAppointmentNote from '../../../creates/calendars/update_appointment_note.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('changes the text of the note', async () => {
  highlevel('2021-04-15')
    .put('/calendars/appointments/a1/notes/n1', { body: 'Mornings' })
    .reply(200, { note: { id: 'n1', body: 'Mornings' } });

  const given = { listCalendarId: 'cal1', appointmentId: 'a1', noteId: 'n1', body: 'Mornings' };
  expect(await run(updateAppointmentNote, given)).toMatchObject({ id: 'n1', body: 'Mornings' });
});
