import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { optionalText, text } from '../../gateway/schemas.ts';
import { type Note, notes } from '../../seed/contactParts.ts';
import type { Location } from '../../state/state.ts';
import { definedOnly, existing, iso, succeeded } from '../records.ts';
import { contactOf, reading, writing } from './access.ts';

const noteBody = {
  userId: zod.string().nullish(),
  title: optionalText,
  color: optionalText,
  pinned: zod.boolean().optional(),
};

const plainText = (body: string) => body.replaceAll(/<[^<>]*>/g, '').trim();

export const contactNotes = [
  endpoint('GET /contacts/{contactId}/notes', reading, ({ path, location }) => {
    const { id } = contactOf(location, path.contactId);
    const found = [...notes(location).values()].filter(({ contactId }) => contactId === id);
    return { notes: found.sort((a, b) => b.dateAdded.localeCompare(a.dateAdded)) };
  }),

  endpoint('GET /contacts/{contactId}/notes/{id}', reading, ({ path, location }) => ({
    note: noteOf(location, path.contactId, path.id),
  })),

  endpoint(
    'POST /contacts/{contactId}/notes',
    { ...writing, status: 201, body: zod.strictObject({ ...noteBody, body: text }) },
    ({ path, body, location, state, now }) => {
      const note: Note = {
        id: state.newId(),
        body: body.body,
        bodyText: plainText(body.body),
        userId: body.userId ?? null,
        dateAdded: iso(now),
        contactId: contactOf(location, path.contactId).id,
        ...(body.title && { title: body.title }),
        ...(body.color && { color: body.color }),
        pinned: body.pinned ?? false,
        relations: [],
      };
      notes(location).set(note.id, note);
      return { note };
    },
  ),

  endpoint(
    'PUT /contacts/{contactId}/notes/{id}',
    { ...writing, body: zod.strictObject({ ...noteBody, body: text.optional() }) },
    ({ path, body, location }) => {
      const known = noteOf(location, path.contactId, path.id);
      const note: Note = { ...known, ...definedOnly(body) };
      const shown = { ...note, bodyText: plainText(note.body) };
      notes(location).set(note.id, shown);
      return { note: shown };
    },
  ),

  endpoint('DELETE /contacts/{contactId}/notes/{id}', writing, ({ path, location }) => {
    notes(location).delete(noteOf(location, path.contactId, path.id).id);
    return succeeded;
  }),
];

/** A note is found under its own contact only. */
function noteOf(location: Location, contactId: string, id: string): Note {
  const contact = contactOf(location, contactId);
  const note = notes(location).get(id);
  return existing(note?.contactId === contact.id ? note : undefined, 'Note', id);
}
