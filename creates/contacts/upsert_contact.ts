import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, yesNo } from '../../fields/common.ts';
import { contactBody, gender } from '../../fields/contacts.ts';
import { tagFields, withoutAddedTags } from '../../fields/tags.ts';
import { create } from '../../lib/operations.ts';
import { upsertedContact } from '../../records/contacts.ts';
import { customFields } from '../../steps/customFields.ts';
import { checkPhone } from '../../steps/phone.ts';
import { addTags } from '../../steps/tags.ts';
import { checkEmail } from './checkEmail.ts';
import { keepPrimaryEmail } from './keepPrimaryEmail.ts';

const input = zod
  .object({
    locationId,
    ...contactBody,
    gender: gender
      .meta({ helpText: 'HighLevel saves the gender of new contacts only.' })
      .optional(),
    ...tagFields,
    createNewIfDuplicateAllowed: yesNo(
      'Create New If Duplicates Are Allowed',
      'If the sub-account allows duplicate contacts, creates a second contact instead of updating the first.',
    ).optional(),
  })
  .refine(
    ({ email, phone }) => email || phone,
    'Fill in an email or a phone number. HighLevel uses them to find the contact.',
  );

export default defineCreate({
  key: 'upsert_contact',
  noun: 'Contact',
  display: {
    label: 'Upsert Contact',
    description: 'Updates the contact that has this email or phone number, or creates one.',
  },
  operation: create('POST /contacts/upsert', {
    input,
    request: withoutAddedTags,
    record: upsertedContact,
    steps: [customFields('contact'), keepPrimaryEmail, addTags, checkEmail, checkPhone],
  }),
});
