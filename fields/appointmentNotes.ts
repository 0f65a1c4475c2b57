import { longText } from './common.ts';
import { appointmentId, appointmentNoteId, author, listCalendarId } from './ids.ts';

/** What a note of an appointment consists of: at most 5,000 characters, and who wrote them (calendars.json, NotesDTO). */
export const noteBody = {
  body: longText('Note').max(5_000, 'can have at most 5,000 characters'),
  userId: author.optional(),
};

/** Which note of which appointment. */
export const noteOfAppointment = { listCalendarId, appointmentId, noteId: appointmentNoteId };
