import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { email, locationId, text } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { listIn, recordsIn } from '../../lib/api/answers.ts';
import { kindOf, retryAdvice } from '../../lib/api/errors.ts';
import { search } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { isObject, type JsonObject } from '../../lib/values.ts';
import { contact, contacts } from '../../records/contacts.ts';

const input = zod
  .object({
    locationId,
    email: email('Email').optional(),
    phone: text('Phone', 'With country code, for example +1 415 555 0134.').optional(),
    contactId: chosen(
      'Contact',
      'list_contact_choices.id.name',
      'Only if you know the contact already; email and phone are then not used.',
    ).optional(),
  })
  .refine(
    ({ email, phone, contactId: id }) => email || phone || id,
    'Fill in an email, a phone number or a contact.',
  );

type Values = zod.output<typeof input>;

const byId = 'GET /contacts/{contactId}';
const byDuplicate = 'GET /contacts/search/duplicate';
const bySearch = 'POST /contacts/search';

const readDuplicates = async (run: Run, query: JsonObject): Promise<JsonObject[]> => {
  try {
    return recordsIn(await run.call(byDuplicate, query), contact, retryAdvice(run));
  } catch (error) {
    if (kindOf(error) === 'not_found') return [];
    throw error;
  }
};

const searchIndex = async (run: Run, body: JsonObject): Promise<JsonObject[]> => {
  const answer = await run.call(bySearch, { page: 1, pageLimit: 10, ...body });
  return listIn(answer, contacts, retryAdvice(run));
};

// Three endpoints: the id is exact; the duplicate check knows a contact at once; the search index lags by 10 s but
// also finds what the duplicate check leaves out (api#duplicate-search, api#search-index-lag).
const send = async (run: Run, { locationId: location, contactId: id, email, phone }: Values) => {
  if (id) return run.call(byId, { contactId: id });
  const asked = [email && { email }, phone && { number: phone }].filter((one) => isObject(one));
  for (const one of asked) {
    const found = await readDuplicates(run, { locationId: location, ...one });
    if (found.length > 0) return found;
  }
  for (const [field, value] of Object.entries({ email, phone })) {
    if (!value) continue;
    const filters = [{ field, operator: 'eq', value }];
    const found = await searchIndex(run, { locationId: location, filters });
    if (found.length > 0) return found;
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
  operation: search(bySearch, {
    input,
    record: contact,
    send,
    routes: [byId, byDuplicate],
  }),
});
