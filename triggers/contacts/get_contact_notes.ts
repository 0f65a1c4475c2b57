import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { contactNotes } from '../../records/notes.ts';

const input = zod.object({ contactId });

export default defineTrigger({
  key: 'get_contact_notes',
  noun: 'Note',
  display: {
    label: 'Get Contact Notes',
    description: 'Triggers when a contact gets a note, or when one of its notes changes.',
  },
  operation: trigger('GET /contacts/{contactId}/notes', { input, record: contactNotes }),
});
