import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { done } from '../../records/outcomes.ts';

const input = zod.object({ contactId });

export default defineCreate({
  key: 'remove_contact_from_all_campaigns',
  noun: 'Contact',
  display: {
    label: 'Remove from All Campaigns',
    description: 'Removes a contact from all its campaigns.',
  },
  operation: create('DELETE /contacts/{contactId}/campaigns/removeAll', {
    input,
    record: done('contact', { contactId: 'ocQHyuzHvysMo5N5VsXc' }),
  }),
});
