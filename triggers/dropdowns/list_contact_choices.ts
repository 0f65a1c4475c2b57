import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { dropdown } from '../../lib/operation.ts';
import { contactPages } from '../../lib/paging.ts';

export default defineTrigger({
  key: 'list_contact_choices',
  noun: 'Contact',
  display: {
    label: 'List Contact Choices',
    description: 'Fills the dropdown of contacts.',
    hidden: true,
  },
  operation: dropdown('POST /contacts/search', zod.object({ locationId }), {
    key: 'contacts',
    nameOf: ({ contactName, firstName, lastName, email, phone, companyName }) =>
      [
        [firstName, lastName].filter(Boolean).join(' ') || contactName || companyName,
        email || phone,
      ]
        .filter(Boolean)
        .join(' · '),
    paging: contactPages,
  }),
});
