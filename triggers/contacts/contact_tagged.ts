import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { contacts, latestContactPages } from '../../records/contacts.ts';
import { hasTag } from '../../records/tags.ts';

const input = zod.object({
  locationId,
  tag: chosen(
    'Tag',
    'list_tags.name.name',
    'Triggers again if the tag was removed and is added again, and Zapier has looked in between.',
  ).transform((name) => name.trim().toLowerCase()),
});

export default defineTrigger({
  key: 'contact_tagged',
  noun: 'Contact',
  display: {
    label: 'Contact Tagged',
    description: 'Triggers when a contact gets the tag that you choose.',
  },
  operation: trigger('POST /contacts/search', {
    input,
    request: ({ locationId: location }) => ({ locationId: location }),
    // Who has the tag already must be known whenever they last changed.
    seed: ({ tag, ...values }) => ({
      ...values,
      filters: [{ field: 'tags', operator: 'eq', value: tag }],
    }),
    record: contacts,
    paging: latestContactPages,
    follow: { state: (contact, { tag }) => (hasTag(contact, tag) ? 'tagged' : 'untagged') },
    filter: (contact, { tag }) => hasTag(contact, tag),
  }),
});
