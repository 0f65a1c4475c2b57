import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text } from '../../fields/common.ts';
import { businessId } from '../../fields/ids.ts';
import { listIn } from '../../lib/api/answers.ts';
import { trigger } from '../../lib/operations.ts';
import { bySkip, type Paging } from '../../lib/polling/paging.ts';
import { record } from '../../lib/record.ts';
import type { JsonObject } from '../../lib/values.ts';
import { contactStatement, contacts } from '../../records/contacts.ts';

const input = zod.object({
  locationId,
  businessId,
  query: text('Name Contains').optional(),
});

const nameOf = ({ contactName }: JsonObject): string => String(contactName ?? '').toLowerCase();

const comesBefore = (one: JsonObject, next: JsonObject): boolean => {
  const [name, nextName] = [nameOf(one), nameOf(next)];
  return name === nextName ? String(one.id) < String(next.id) : name < nextName;
};

/** A name that a URL can hold. */
const fitsInUrl = /^\P{Surrogate}{1,200}$/u;

/** The contacts of a page; if they come by name and ID, the last one with its cursor. */
const withCursor = (page: JsonObject[]): JsonObject[] => {
  const last = page.at(-1);
  const isByName = page.every((one, index) => {
    const next = page[index + 1];
    return !next || comesBefore(one, next);
  });
  if (!last || !isByName || !fitsInUrl.test(nameOf(last))) return page;
  return [...page.slice(0, -1), { ...last, searchAfter: [nameOf(last), last.id] }];
};

const businessContacts = record({
  ...contactStatement,
  many: 'contacts',
  parse: (answer) => withCursor(listIn(answer, contacts)),
});

const pages = bySkip(100);

/** v3 goes on after the name and the ID of a contact, in lower case (api#contacts-of-a-business). */
const paging: Paging = {
  ...pages,
  params: (page) => {
    const [afterName, afterId] = [page.last?.searchAfter ?? []].flat();
    return { ...pages.params(page), afterName, afterId };
  },
};

export default defineTrigger({
  key: 'get_contacts_by_business',
  noun: 'Contact',
  display: {
    label: 'Get Contacts by Business',
    description:
      'Triggers when a contact is added to a business, or when one of its contacts changes.',
  },
  operation: trigger('GET /contacts/business/{businessId}', {
    input,
    record: businessContacts,
    paging,
  }),
});
