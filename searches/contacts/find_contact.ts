import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { emailToFind, phoneToFind } from '../../fields/phone.ts';
import { listIn, recordsIn } from '../../lib/api/answers.ts';
import { kindOf } from '../../lib/api/errors.ts';
import { search } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { contact, contacts } from '../../records/contacts.ts';

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

type Values = zod.output<typeof input>;

const readRoute = 'GET /contacts/{contactId}';
const duplicateRoute = 'GET /contacts/search/duplicate';
const searchRoute = 'POST /contacts/search';

const checkDuplicates = async (run: Run, field: string, value: string) => {
  const query = { locationId: run.locationId, [field === 'phone' ? 'number' : field]: value };
  try {
    return recordsIn(await run.call(duplicateRoute, query), contact);
  } catch (error) {
    if (kindOf(error) === 'not_found') return [];
    throw error;
  }
};

const searchIndex = async (run: Run, field: string, value: string) => {
  const filters = [{ field, operator: 'eq', value }];
  const body = { page: 1, pageLimit: 10, locationId: run.locationId, filters };
  return listIn(await run.call(searchRoute, body), contacts);
};

// The duplicate check knows a new contact at once. The search index lags by 10 s, but also finds contacts that the
// duplicate check leaves out (api#duplicate-search, api#search-index-lag).
const send = async (run: Run, { contactId, ...values }: Values) => {
  if (contactId) return run.call(readRoute, { contactId });
  const { email, phone } = values;
  for (const lookUp of [checkDuplicates, searchIndex]) {
    const [byEmail = [], byPhone = []] = await Promise.all([
      email ? lookUp(run, 'email', email) : undefined,
      phone ? lookUp(run, 'phone', phone) : undefined,
    ]);
    if (byEmail.length > 0) return byEmail;
    if (byPhone.length > 0) return byPhone;
  }
  return [];
};

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
    send,
    routes: [readRoute, duplicateRoute],
  }),
});
