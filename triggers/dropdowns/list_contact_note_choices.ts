import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactId } from '../../fields/ids.ts';
import { choices } from '../../lib/operations.ts';
import { excerpt } from './names.ts';

export default defineTrigger({
  key: 'list_contact_note_choices',
  noun: 'Note',
  display: {
    label: 'List Contact Note Choices',
    description: 'Fills the dropdown of a contact’s notes.',
    hidden: true,
  },
  operation: choices('GET /contacts/{contactId}/notes', {
    input: zod.object({ contactId }),
    list: 'notes',
    name: ({ title, bodyText, body }) => title || excerpt(bodyText ?? body, 60),
  }),
});
