import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId, text, timezone } from '../../fields/common.ts';
import { asSearched, contactFilters, joined } from '../../fields/contactFilters.ts';
import { trigger } from '../../lib/operations.ts';
import { contactPages, contacts } from '../../records/contacts.ts';

const input = zod
  .object({
    locationId,
    timezone,
    query: text(
      'Search Text',
      'Only contacts in which this text occurs, for example in name, email or phone.',
    )
      .max(75)
      .optional(),
    filters: contactFilters.optional(),
    match: choice('Filters Apply', {
      all: 'All of them must hold',
      any: 'Any of them is enough',
    }).default('all'),
  })
  .transform(({ filters, match, timezone: zone, ...rest }) => ({
    ...rest,
    filters: joined(asSearched(filters, zone), match),
  }));

export default defineTrigger({
  key: 'search_contacts',
  noun: 'Contact',
  display: {
    label: 'Search Contacts',
    description: 'Triggers when a contact that fits your search is new or changes.',
  },
  operation: trigger('POST /contacts/search', { input, record: contacts, paging: contactPages }),
});
