import listAppointmentNotes from '../../../triggers/calendars/list_appointment_notes.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const notes = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => ({ id: `n${from + i}`, body: 'x' }));

test('reads the notes by twenty until a page is short', async () => {
  highlevel('2021-04-15')
    .get('/calendars/appointments/a1/notes')
    .query({ limit: '20', offset: '0' })
    .reply(200, { notes: notes(20), hasMore: true })
    .get('/calendars/appointments/a1/notes')
    .query({ limit: '20', offset: '20' })
    .reply(200, { notes: notes(3, 20), hasMore: false });

  const found = await poll(listAppointmentNotes, { listCalendarId: 'cal1', appointmentId: 'a1' });
  expect(found).toHaveLength(23);
  expect(found[22]).toMatchObject({ id: 'n22', body: 'x', revision: 'new', userId: null });
});
