import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { clearable, contactBody, emptyValues } from '../../fields/contacts.ts';
import {
  allCustomValues,
  allFieldsToEmpty,
  emptied,
  type WithEmptied,
} from '../../fields/empty.ts';
import { contactId } from '../../fields/ids.ts';
import { tagFields, withoutAddedTags } from '../../fields/tags.ts';
import { create } from '../../lib/operations.ts';
import { writtenContact } from '../../records/contacts.ts';
import { customFields } from '../../steps/customFields.ts';
import { emptyCustomFields } from '../../steps/emptyCustomFields.ts';
import { checkPhone } from '../../steps/phone.ts';
import { addTags } from '../../steps/tags.ts';

const input = zod.object({
  contactId,
  ...contactBody,
  ...tagFields,
  clear: allFieldsToEmpty(clearable),
});

const asRequest = ({
  clear,
  emptiedFields,
  ...values
}: zod.output<typeof input> & WithEmptied) => ({
  ...emptied(clear, emptyValues),
  ...withoutAddedTags(values),
  ...allCustomValues({ ...values, emptiedFields }),
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
    request: asRequest,
    record: writtenContact,
    steps: [customFields('contact'), emptyCustomFields('contact'), addTags, checkPhone],
  }),
});
