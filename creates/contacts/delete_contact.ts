import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note } from '../../fields/common.ts';
import { contactId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { deleted } from '../../records/outcomes.ts';

const input = zod.object({
  contactId,
  warning: note(
    'HighLevel can restore the contact for 60 days, but not its notes, tasks or messages.',
  ),
});

export default defineCreate({
  key: 'delete_contact',
  noun: 'Contact',
  display: { label: 'Delete Contact', description: 'Deletes a contact and all its messages.' },
  operation: create('DELETE /contacts/{contactId}', {
    input,
    record: deleted('contact', 'contactId'),
  }),
});
