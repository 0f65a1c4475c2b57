import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { timeOf } from '../../lib/time.ts';
import { contacts } from '../../records/contacts.ts';

const input = zod.object({
  locationId,
  query: text(
    'Search Text',
    'Only contacts whose name, email or phone contains this text. HighLevel has deprecated this list: use “Search Contacts” if you can.',
  ).optional(),
});

export default defineTrigger({
  key: 'list_contacts',
  noun: 'Contact',
  display: {
    label: 'List Contacts (Deprecated)',
    description: 'Triggers when a new contact is created. Uses the old contact list.',
  },
  operation: trigger('GET /contacts/', {
    input,
    record: contacts,
    paging: {
      size: 100,
      newest: { new: 'dateAdded' },
      params: ({ size, last }) => ({
        limit: size,
        ...(last ? { startAfter: timeOf(last.dateAdded) || undefined, startAfterId: last.id } : {}),
      }),
    },
  }),
});
