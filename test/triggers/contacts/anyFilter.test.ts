import searchContacts from '../../../triggers/contacts/search_contacts.ts';
import { bundleOf, performOf, plainZ } from '../../support/zapier.ts';

const filters = ['vip', 'new', 'old'].map((value) => ({ field: 'tags', operator: 'eq', value }));

/** The filters of the request. */
const sentFor = async (count: number, match: string): Promise<unknown> => {
  let sent: unknown;
  const z = plainZ(({ url, body }) => {
    if (url === '/contacts/search') sent = JSON.parse(String(body)).filters;
    return url === '/contacts/search' ? { contacts: [], total: 0 } : { customFields: [] };
  });
  const input = { filters: filters.slice(0, count), match };
  await performOf(searchContacts)(z, bundleOf(input, { isLoadingSample: true }));
  return sent;
};

test.each([2, 3])('of %d filters any may hold', async (count) => {
  expect(await sentFor(count, 'any')).toEqual([{ group: 'OR', filters: filters.slice(0, count) }]);
  expect(await sentFor(count, 'all')).toEqual(filters.slice(0, count));
});

test('one filter holds by itself', async () => {
  expect(await sentFor(1, 'any')).toEqual(filters.slice(0, 1));
});
