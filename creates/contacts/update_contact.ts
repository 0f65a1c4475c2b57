import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactBody } from '../../fields/contacts.ts';
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

/** What empties those fields that the document does not mark nullable (api#emptying-a-field). */
const emptyValues = { postalCode: '', country: '' };

const input = zod.object({
  contactId,
  ...contactBody,
  ...tagFields,
  // contacts.json, UpdateContactDto; for the company CreateContactDto.
  clear: allFieldsToEmpty({
    firstName: 'First Name',
    lastName: 'Last Name',
    name: 'Full Name',
    email: 'Email',
    phone: 'Phone',
    assignedTo: 'Assigned User',
    companyName: 'Company Name',
    source: 'Source',
    address1: 'Street Address',
    city: 'City',
    state: 'State or Region',
    postalCode: 'Postal Code',
    country: 'Country',
    website: 'Website',
    timezone: 'Time Zone',
    dateOfBirth: 'Date of Birth',
  }),
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
