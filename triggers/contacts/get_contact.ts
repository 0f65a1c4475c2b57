import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { contact } from '../../records/contacts.ts';

const input = zod.object({ contactId });

export default defineTrigger({
  key: 'get_contact',
  noun: 'Contact',
  display: { label: 'Get Contact', description: 'Triggers when a contact of your choice changes.' },
  operation: trigger('GET /contacts/{contactId}', { input, record: contact }),
});
