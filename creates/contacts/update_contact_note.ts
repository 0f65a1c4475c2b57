import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { longText } from '../../fields/common.ts';
import { contactId, noteId } from '../../fields/ids.ts';
import { noteBody } from '../../fields/notes.ts';
import { create } from '../../lib/operations.ts';
import { contactNote } from '../../records/notes.ts';

const input = zod.object({
  contactId,
  id: noteId,
  body: longText('New Text').optional(),
  ...noteBody,
});

export default defineCreate({
  key: 'update_contact_note',
  noun: 'Note',
  display: { label: 'Update Contact Note', description: 'Changes a note of a contact.' },
  operation: create('PUT /contacts/{contactId}/notes/{id}', { input, record: contactNote }),
});
