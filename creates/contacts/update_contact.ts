import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactBody } from '../../fields/contacts.ts';
import { allFieldsToEmpty, withEmptied } from '../../fields/empty.ts';
import { contactId } from '../../fields/ids.ts';
import { tagFields, withoutAddedTags } from '../../fields/tags.ts';
import { create } from '../../lib/operations.ts';
import { writtenContact } from '../../records/contacts.ts';
import { customFields } from '../../steps/customFields.ts';
import { emptyCustomFields } from '../../steps/emptyCustomFields.ts';
import { checkPhone } from '../../steps/phone.ts';
import { addTags } from '../../steps/tags.ts';

// contacts.json, UpdateContactDto; for the company CreateContactDto.
const canBeEmptied = zod
  .object(contactBody)
  .omit({ dnd: true, dndSettings: true, inboundDndSettings: true, customField: true });

/** What empties those fields that the document does not mark nullable (api#emptying-a-field). */
const emptyValues = { postalCode: '', country: '' };

const input = zod.object({
  contactId,
  ...contactBody,
  ...tagFields,
  clear: allFieldsToEmpty(canBeEmptied.shape),
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
    request: (values) => withoutAddedTags(withEmptied(values, emptyValues)),
    record: writtenContact,
    steps: [customFields('contact'), emptyCustomFields('contact'), addTags, checkPhone],
  }),
});
