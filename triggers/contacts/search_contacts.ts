import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { contactPages, contacts } from '../../records/contacts.ts';
import { definitionsRoute } from '../../records/customFields.ts';
import { contactFilters } from './contactFilters.ts';
import { nameRoutes } from './namedRecords.ts';
import { buildFilters } from './searchFilters.ts';

const input = zod.object({
  locationId,
  query: text(
    'Search Text',
    'Only contacts that contain this text, for example in the name, email or phone number.',
  )
    .max(75)
    .optional(),
  ...contactFilters,
});

export default defineTrigger({
  key: 'search_contacts',
  noun: 'Contact',
  display: {
    label: 'Search Contacts',
    description: 'Triggers when a contact that matches your search is added or changes.',
  },
  operation: trigger('POST /contacts/search', {
    input,
    request: async ({ filters, match, ...rest }, run) => ({
      ...rest,
      filters: await buildFilters(run, filters, match),
    }),
    record: contacts,
    paging: contactPages,
    routes: [definitionsRoute, ...nameRoutes],
  }),
});
