import { listIn } from '../../lib/api/answers.ts';
import { bySkip, type Paging } from '../../lib/polling/paging.ts';
import { record } from '../../lib/record.ts';
import type { JsonObject } from '../../lib/values.ts';
import { contactStatement, contacts } from '../../records/contacts.ts';

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

/** The contacts of a business, a page with its cursor. */
export const businessContacts = record({
  ...contactStatement,
  many: 'contacts',
  parse: (answer) => withCursor(listIn(answer, contacts)),
});

const pages = bySkip(100);

/** v3 goes on after the name and the ID of a contact, in lower case (api#contacts-of-a-business). */
export const businessContactPages: Paging = {
  ...pages,
  params: (page) => {
    const [afterName, afterId] = [page.last?.searchAfter ?? []].flat();
    return { ...pages.params(page), afterName, afterId };
  },
};
