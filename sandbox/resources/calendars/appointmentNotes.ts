import * as zod from 'zod';
import { type Endpoint, endpoint } from '../../gateway/endpoint.ts';
import { optionalText, text } from '../../gateway/schemas.ts';
import { type AppointmentNote, appointmentNotes } from '../../seed/appointments.ts';
import { users } from '../../seed/users.ts';
import type { Location } from '../../state/state.ts';
import { existing, iso, pageOf } from '../records.ts';
import { readingEvents, writingEvents } from './access.ts';
import { appointmentOf } from './appointments.ts';

const noteBody = zod.strictObject({ userId: optionalText, body: text.max(5_000) });
const noteRoute = '/calendars/appointments/{appointmentId}/notes';

export const noteRecords: Endpoint[] = [
  /** At most 20 at a time; `limit` and `offset` are required (calendars.json; api#appointment-notes). */
  endpoint(
    `GET ${noteRoute}`,
    {
      ...readingEvents,
      query: zod.strictObject({
        limit: zod.coerce.number().int().min(1).max(20),
        offset: zod.coerce.number().int().min(0),
      }),
    },
    ({ path, query: { limit, offset }, location }) => {
      const { id } = appointmentOf(location, path.appointmentId);
      const all = [...appointmentNotes(location).values()]
        .filter(({ appointmentId }) => appointmentId === id)
        .sort((a, b) => b.dateAdded.localeCompare(a.dateAdded));
      const notes = pageOf(all, offset, limit).map(shownNote);
      return { notes, hasMore: offset + limit < all.length };
    },
  ),

  endpoint(
    `POST ${noteRoute}`,
    { ...writingEvents, status: 201, body: noteBody },
    ({ path, body, token, location, state, now }) => {
      const { id: appointmentId, contactId } = appointmentOf(location, path.appointmentId);
      const note: AppointmentNote = {
        id: state.newId(),
        appointmentId,
        contactId,
        body: body.body,
        userId: body.userId ?? token.userId,
        dateAdded: iso(now),
        createdBy: { id: token.userId, name: users(state.company).get(token.userId)?.name ?? '' },
      };
      appointmentNotes(location).set(note.id, note);
      return { note: shownNote(note) };
    },
  ),

  endpoint(`PUT ${noteRoute}/{noteId}`, { ...writingEvents, body: noteBody }, (call) => {
    const { path, body, location } = call;
    const known = noteOf(location, path.appointmentId, path.noteId);
    const note = { ...known, body: body.body, userId: body.userId ?? known.userId };
    appointmentNotes(location).set(note.id, note);
    return { note: shownNote(note) };
  }),

  endpoint(`DELETE ${noteRoute}/{noteId}`, writingEvents, ({ path, location }) => {
    const { id } = noteOf(location, path.appointmentId, path.noteId);
    return { success: appointmentNotes(location).delete(id) };
  }),
];

/** A note is found under its own appointment only. */
function noteOf(location: Location, appointmentId: string, id: string): AppointmentNote {
  const note = appointmentNotes(location).get(id);
  return existing(note?.appointmentId === appointmentId ? note : undefined, 'Note', id);
}

const shownNote = ({ appointmentId: _, ...note }: AppointmentNote) => note;
