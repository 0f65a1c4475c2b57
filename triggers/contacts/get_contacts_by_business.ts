import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text } from '../../fields/common.ts';
import { businessId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { bySkip, type Paging } from '../../lib/polling/paging.ts';
import { contacts } from '../../records/contacts.ts';

const input = zod.object({
  locationId,
  businessId,
  query: text('Name Contains').optional(),
});

const pages = bySkip(100);

/** v3 goes on after the name and the ID of a contact, in lower case (api#contacts-of-a-business). */
const paging: Paging = {
  ...pages,
  params: (page) => {
    const name = page.last?.contactName;
    const after = name ? { afterName: String(name).toLowerCase(), afterId: page.last?.id } : {};
    return { ...pages.params(page), ...after };
  },
};

export default defineTrigger({
  key: 'get_contacts_by_business',
  noun: 'Contact',
  display: {
    label: 'Get Contacts by Business',
    description:
      'Triggers when a contact is added to a business, or when one of its contacts changes.',
  },
  operation: trigger('GET /contacts/business/{businessId}', {
    input,
    record: contacts,
    paging,
  }),
});
