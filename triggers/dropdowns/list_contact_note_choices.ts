import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactId } from '../../fields/ids.ts';
import { dropdown } from '../../lib/operation.ts';

export default defineTrigger({
  key: 'list_contact_note_choices',
  noun: 'Note',
  display: {
    label: 'List Contact Note Choices',
    description: 'Fills the dropdown of a contact’s notes.',
    hidden: true,
  },
  operation: dropdown('GET /contacts/{contactId}/notes', zod.object({ contactId }), {
    key: 'notes',
    nameOf: ({ title, bodyText, body }) =>
      title ||
      String(bodyText ?? body ?? '')
        .replace(/<[^>]*>/g, ' ')
        .trim()
        .slice(0, 60),
  }),
});
