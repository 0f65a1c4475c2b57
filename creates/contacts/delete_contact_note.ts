import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { warnOfDelete } from '../../fields/common.ts';
import { contactId, noteId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { deleted } from '../../records/outcomes.ts';

const input = zod.object({ contactId, id: noteId, warning: warnOfDelete('note') });

export default defineCreate({
  key: 'delete_contact_note',
  noun: 'Note',
  display: { label: 'Delete Contact Note', description: 'Deletes a note of a contact for good.' },
  operation: create('DELETE /contacts/{contactId}/notes/{id}', {
    input,
    record: deleted('note', 'id'),
  }),
});
