import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { contactPages, contacts } from '../../records/contacts.ts';

const input = zod.object({ locationId });

export default defineTrigger({
  key: 'new_contact',
  noun: 'Contact',
  display: {
    label: 'New Contact',
    description: 'Triggers when a contact is added to the sub-account.',
  },
  operation: trigger('POST /contacts/search', {
    input,
    record: contacts,
    paging: contactPages,
    revision: 'new',
  }),
});
