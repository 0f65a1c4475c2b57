import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';
import { contactPages } from '../../records/contacts.ts';
import { joinParts } from './names.ts';

export default defineTrigger({
  key: 'list_contact_choices',
  noun: 'Contact',
  display: {
    label: 'List Contact Choices',
    description: 'Fills the dropdown of contacts.',
    hidden: true,
  },
  operation: choices('POST /contacts/search', {
    input: zod.object({ locationId }),
    list: 'contacts',
    name: ({ contactName, firstName, lastName, email, phone, companyName }) =>
      joinParts([
        joinParts([firstName, lastName], ' ') || contactName || companyName,
        email || phone,
      ]),
    paging: contactPages,
  }),
});
