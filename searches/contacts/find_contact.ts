import { type Bundle, defineSearch, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { email, locationId, text } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { formOf } from '../../lib/inputFields.ts';
import { calls, finishRead, foundIn, manyOf, withForm } from '../../lib/operation.ts';
import type { Raw } from '../../lib/record.ts';
import { call } from '../../lib/request.ts';
import { codeOf } from '../../middleware.ts';
import { contact, contacts } from '../../records/contacts.ts';

const form = formOf(
  zod
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
    ),
);

const byId = 'GET /contacts/{contactId}';
const byDuplicate = 'GET /contacts/search/duplicate';
const bySearch = 'POST /contacts/search';

const noneFound = (error: unknown): [] => {
  if (codeOf(error) === 'not_found') return [];
  throw error;
};

// Three endpoints: the id is exact; the duplicate check knows a contact at once; the search index lags by 10 s but
// also finds what the duplicate check leaves out (reality d.3).
const perform = calls([byId, byDuplicate, bySearch], async (z: ZObject, bundle: Bundle) => {
  const { contactId: id, email, phone, locationId: location } = await form.read(bundle);
  const caller = { z, bundle, labels: form.labels };
  const found = async (): Promise<Raw[]> => {
    if (id) {
      return foundIn(await call(caller, byId, { contactId: id }), contact, bundle);
    }
    for (const asked of [email && { email }, phone && { number: phone }]) {
      const hits = asked
        ? foundIn(
            await call(caller, byDuplicate, { locationId: location, ...asked }).catch(noneFound),
            contact,
            bundle,
          )
        : [];
      if (hits.length > 0) return hits;
    }
    for (const [field, value] of [
      ['email', email],
      ['phone', phone],
    ] as const) {
      const filters = [{ field, operator: 'eq', value }];
      const hits = value
        ? manyOf(
            await call(caller, bySearch, { locationId: location, page: 1, pageLimit: 10, filters }),
            contacts,
          )
        : [];
      if (hits.length > 0) return hits;
    }
    return [];
  };
  const records = await found().catch(noneFound);
  return finishRead(records, contact, { z, bundle, input: {} });
});

export default defineSearch({
  key: 'find_contact',
  noun: 'Contact',
  display: {
    label: 'Find Contact',
    description: 'Finds a contact by email, phone number or ID.',
  },
  operation: withForm(bySearch, form, contact, { perform }),
});
