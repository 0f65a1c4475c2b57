import { isWhole } from '../support/depth.ts';
import { clientOf, useSandbox } from './client.ts';

type Listed = { id: string }[];

describe('sizes that are asked for', () => {
  const sandbox = useSandbox({
    contacts: 300,
    opportunities: 700,
    conversations: 250,
    appointments: 90,
  });

  test('each kind has as many records', async () => {
    const { call, locationId } = await clientOf(sandbox());
    const people = await call('POST /contacts/search', { locationId, pageLimit: 1 });
    const deals = await call(`GET /opportunities/search?location_id=${locationId}&limit=1`);
    const talks = await call(`GET /conversations/search?locationId=${locationId}&limit=1`);
    expect(people.body.total).toBe(300);
    expect((deals.body.meta as { total: number }).total).toBe(700);
    expect(talks.body.total).toBe(250);
  });

  test('appointments are spread over the calendars, and a few are still to come', async () => {
    const { call, locationId } = await clientOf(sandbox());
    const listed = (await call(`GET /calendars/?locationId=${locationId}`)).body.calendars;
    const count = async (from: number) => {
      const counts = (listed as Listed).map(async ({ id }) => {
        const window = `startTime=${from}&endTime=${Date.now()}`;
        const query = `locationId=${locationId}&calendarId=${id}&${window}`;
        return ((await call(`GET /calendars/events?${query}`)).body.events as Listed).length;
      });
      return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0);
    };
    expect(await count(0)).toBe(90);
    expect(await count(Date.now())).toBeGreaterThan(0);
    expect(await count(Date.now())).toBeLessThan(45);
  });

  test('opportunities are told apart by age, and none is from tomorrow', async () => {
    const { call, locationId } = await clientOf(sandbox());
    const seen: { id: string; createdAt: string; updatedAt: string }[] = [];
    for (let page = 1; page <= 7; page++) {
      const query = `location_id=${locationId}&limit=100&page=${page}`;
      const { body } = await call(`GET /opportunities/search?${query}`);
      seen.push(...(body.opportunities as typeof seen));
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(700);
    const ages = seen.map(({ createdAt }) => createdAt);
    expect(ages).toEqual(ages.toSorted().reverse());
    const now = new Date().toISOString();
    expect(seen.filter(({ updatedAt }) => updatedAt > now)).toEqual([]);
  });
});

describe('very many contacts', () => {
  // By default as many as the pages reach.
  const contacts = isWhole ? 30_000 : 10_500;
  const sandbox = useSandbox({ contacts });

  test('are paged, sorted and found', async () => {
    const { call, locationId } = await clientOf(sandbox());
    const search = async (more: object) =>
      (await call('POST /contacts/search', { locationId, pageLimit: 500, ...more })).body as {
        contacts: { id: string; email: string | null; lastName: string; searchAfter: unknown[] }[];
        total: number;
      };
    const sort = [{ field: 'lastNameLowerCase', direction: 'asc' }];
    const deep = await search({ page: 20, sort });
    expect(deep.total).toBe(contacts);
    const names = deep.contacts.map(({ lastName }) => lastName.toLowerCase());
    expect(names).toEqual(names.toSorted());
    const before = await search({ page: 19, sort });
    const after = await search({ sort, searchAfter: before.contacts.at(-1)?.searchAfter });
    expect(after.contacts.map(({ id }) => id)).toEqual(deep.contacts.map(({ id }) => id));

    const someone = deep.contacts.find(({ email }) => email);
    const found = await search({ query: someone?.email });
    expect(found.contacts.map(({ id }) => id)).toEqual([someone?.id]);
  });
});
