import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactId, noteId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { contactNote } from '../../records/notes.ts';

const input = zod.object({ contactId, id: noteId });

export default defineTrigger({
  key: 'get_contact_note',
  noun: 'Note',
  display: {
    label: 'Get Contact Note by ID',
    description: 'Triggers when a note of your choice changes.',
  },
  operation: trigger('GET /contacts/{contactId}/notes/{id}', { input, record: contactNote }),
});
