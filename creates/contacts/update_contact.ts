import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactBody } from '../../fields/contacts.ts';
import { emptied, fieldsToEmpty } from '../../fields/empty.ts';
import { contactId } from '../../fields/ids.ts';
import { tagFields, withoutAddedTags } from '../../fields/tags.ts';
import { create } from '../../lib/operations.ts';
import { writtenContact } from '../../records/contacts.ts';
import { customFields } from '../../steps/customFields.ts';
import { addTags } from '../../steps/tags.ts';

const input = zod.object({
  contactId,
  ...contactBody,
  ...tagFields,
  // Those that the document marks nullable (contacts.json, UpdateContactDto).
  clear: fieldsToEmpty({
    firstName: 'First Name',
    lastName: 'Last Name',
    name: 'Full Name',
    email: 'Email',
    phone: 'Phone',
    assignedTo: 'Assigned User',
    source: 'Source',
    address1: 'Street Address',
    city: 'City',
    state: 'State or Region',
    website: 'Website',
    timezone: 'Time Zone',
    dateOfBirth: 'Date of Birth',
  }),
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
    record: writtenContact,
    steps: [customFields('contact'), addTags],
  }),
});
