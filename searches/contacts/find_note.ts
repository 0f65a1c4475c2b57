import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { partToFind } from '../../fields/find.ts';
import { contactId, userId } from '../../fields/ids.ts';
import { search } from '../../lib/operations.ts';
import { latestFirst } from '../../lib/order.ts';
import { fitsText, holdsText } from '../../lib/texts.ts';
import { contactNotes } from '../../records/notes.ts';

const input = zod.object({
  contactId,
  body: partToFind('Note Contains'),
  userId: userId.meta({ label: 'Author' }).optional(),
});

export default defineSearch({
  key: 'find_note',
  noun: 'Note',
  display: { label: 'Find Note', description: 'Finds the latest note of a contact.' },
  operation: search('GET /contacts/{contactId}/notes', {
    input,
    request: ({ contactId: id }) => ({ contactId: id }),
    record: contactNotes,
    matches: (note, { body, userId: author }) =>
      holdsText(note.bodyText ?? note.body, body) && fitsText(note.userId, author),
    order: () => latestFirst('dateAdded'),
  }),
});
