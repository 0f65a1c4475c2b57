import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { longText } from '../../fields/common.ts';
import { contactId } from '../../fields/ids.ts';
import { noteBody } from '../../fields/notes.ts';
import { create } from '../../lib/operations.ts';
import { isSameText } from '../../lib/values.ts';
import { contactNote, contactNotes } from '../../records/notes.ts';

const input = zod.object({ contactId, body: longText('Note'), ...noteBody });

export default defineCreate({
  key: 'create_contact_note',
  noun: 'Note',
  display: { label: 'Create Contact Note', description: 'Adds a note to a contact.' },
  operation: create('POST /contacts/{contactId}/notes', {
    input,
    record: contactNote,
    lookAgain: {
      route: 'GET /contacts/{contactId}/notes',
      record: contactNotes,
      isIt: ({ body: kept, bodyText }, { body }) =>
        isSameText(kept, body) || isSameText(bodyText, body),
      isMissing: () => true,
    },
  }),
});
