import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { emailToFind, phoneToFind } from '../../fields/phone.ts';
import { search } from '../../lib/operations.ts';
import { contact } from '../../records/contacts.ts';
import { duplicateRoute, findByEmailOrPhone, searchRoute } from './findByEmailOrPhone.ts';

const input = zod
  .object({
    locationId,
    email: emailToFind('Email').optional(),
    phone: phoneToFind.optional(),
    contactId: chosen(
      'Contact',
      'list_contact_choices.id.name',
      'If you choose a contact here, the email and phone number are not used.',
    ).optional(),
  })
  .refine(
    (values) => values.email || values.phone || values.contactId,
    'Fill in an email, a phone number or a contact.',
  );

const readRoute = 'GET /contacts/{contactId}';

export default defineSearch({
  key: 'find_contact',
  noun: 'Contact',
  display: {
    label: 'Find Contact',
    description: 'Finds a contact by email, phone number or ID.',
  },
  operation: search(searchRoute, {
    input,
    record: contact,
    send: (run, { contactId, ...values }) =>
      contactId ? run.call(readRoute, { contactId }) : findByEmailOrPhone(run, values),
    routes: [readRoute, duplicateRoute],
  }),
});
