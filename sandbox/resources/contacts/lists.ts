import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { limit, optionalText, skip, text } from '../../gateway/schemas.ts';
import { contacts } from '../../seed/contacts.ts';
import { reading } from './access.ts';
import { textTest } from './filters.ts';
import { BY_NAME, findContacts, NEWEST, type Wanted } from './pages.ts';
import { listedContact } from './shown.ts';

const ofBusiness = zod.strictObject({
  locationId: text,
  limit: limit(100, 25),
  skip,
  query: optionalText,
});

/** The cursor of v3: a name and an ID, as two parameters of one name or with a comma between them. */
const nameAndId = zod
  .preprocess(
    (value) => {
      const text = [value].flat().join(',');
      const comma = text.lastIndexOf(',');
      return [text.slice(0, comma), text.slice(comma + 1)];
    },
    zod.tuple([zod.string(), zod.string()]),
  )
  .optional();

export const contactLists = [
  /** Gone in v3. Newest first; refuses `tags` and other filters with 422 (api#contact-in-the-list). */
  endpoint(
    'GET /contacts/',
    {
      ...reading,
      until: 'removed',
      query: zod.strictObject({
        locationId: text,
        limit: limit(100, 20),
        startAfter: zod.coerce.number().optional(),
        startAfterId: optionalText,
        query: optionalText,
      }),
    },
    ({ query, location }) => {
      const { query: words = '', startAfter, startAfterId = '' } = query;
      const wanted: Wanted | undefined = words ? { test: textTest(words) } : undefined;
      const { contacts: found, total } = findContacts(contacts(location).index, NEWEST, wanted, {
        after: startAfter === undefined ? undefined : [startAfter, startAfterId],
        skip: 0,
        take: query.limit,
      });
      const last = found.at(-1);
      const next = last && {
        nextPageUrl: `http://localhost:5058/contacts/?locationId=${location.id}&startAfter=${last.dateAdded}&startAfterId=${last.id}`,
        startAfterId: last.id,
        startAfter: last.dateAdded,
      };
      return {
        contacts: found.map(listedContact),
        meta: {
          total,
          ...next,
          currentPage: 1,
          nextPage: found.length < total ? 2 : null,
          prevPage: null,
        },
        count: total,
      };
    },
  ),

  endpoint(
    'GET /contacts/business/{businessId}',
    {
      ...reading,
      query: ofBusiness,
      v3: { query: ofBusiness.extend({ startAfter: nameAndId }) },
    },
    ({ path: { businessId }, query, location, generation }) => {
      const { startAfter: after } = query as { startAfter?: string[] };
      const holds = textTest(query.query ?? '');
      const wanted: Wanted = {
        test: (entry) => entry.contact.businessId === businessId && holds(entry),
      };
      const { contacts: found, total } = findContacts(
        contacts(location).index,
        generation === 'v3' ? BY_NAME : NEWEST,
        wanted,
        {
          after,
          skip: query.skip,
          take: query.limit,
        },
      );
      return { contacts: found.map(listedContact), count: total };
    },
  ),
];
