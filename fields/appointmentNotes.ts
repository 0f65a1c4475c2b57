import type { Paging } from '../lib/polling/paging.ts';
import { longText } from './common.ts';
import { appointmentId, appointmentNoteId, author, listCalendarId } from './ids.ts';

/** What a note of an appointment consists of: at most 5,000 characters, and who wrote them (calendars.json, NotesDTO). */
export const noteBody = {
  body: longText('Note').max(5_000, 'can have at most 5,000 characters'),
  userId: author.optional(),
};

/** Which note of which appointment. */
export const noteOfAppointment = { listCalendarId, appointmentId, noteId: appointmentNoteId };

/** The notes of an appointment page by `offset`, at most 20 at a time (calendars.json, api#appointment-notes). */
export const notePages: Paging = {
  size: 20,
  params: ({ index, size }) => ({ limit: size, offset: index * size }),
};
