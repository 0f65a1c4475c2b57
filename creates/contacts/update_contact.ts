import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { clearable, contactBody } from '../../fields/contacts.ts';
import { emptied, fieldsToEmpty } from '../../fields/empty.ts';
import { contactId } from '../../fields/ids.ts';
import { tagFields, withoutAddedTags } from '../../fields/tags.ts';
import { create } from '../../lib/operations.ts';
import { contact } from '../../records/contacts.ts';
import { customFields } from '../../steps/customFields.ts';
import { addTags } from '../../steps/tags.ts';

const input = zod.object({
  contactId,
  ...contactBody,
  ...tagFields,
  clear: fieldsToEmpty(clearable),
});

export default defineCreate({
  key: 'update_contact',
  noun: 'Contact',
  display: {
    label: 'Update Contact',
    description: 'Changes a contact. What you leave empty stays as it is.',
  },
  operation: create('PUT /contacts/{contactId}', {
    input,
    request: ({ clear, ...values }) => ({ ...emptied(clear), ...withoutAddedTags(values) }),
    record: contact,
    steps: [customFields('contact'), addTags],
  }),
});
