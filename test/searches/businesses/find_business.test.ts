import findBusiness from '../../../searches/businesses/find_business.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';
import { bundleOf, performOf, plainZ } from '../../support/zapier.ts';

const page = (skip: number, businesses: object[]) =>
  highlevel().get(`/businesses/?locationId=loc1&skip=${skip}&limit=100`).reply(200, { businesses });
const many = (from: number) =>
  Array.from({ length: 100 }, (_, index) => ({ id: `b${from + index}`, name: 'Other' }));

test('by name, email and phone, on whichever page', async () => {
  page(0, many(0));
  page(100, [
    { id: 'x1', name: 'Alvarez Landscaping', email: 'a@example.com', phone: '+14155550100' },
    { id: 'x2', name: 'Alvarez Landscaping' },
  ]);
  const input = {
    name: 'alvarez landscaping',
    email: 'A@example.com',
    phone: '+1 (415) 555-0100',
  };
  expect((await poll(findBusiness, input)).map(({ id }) => id)).toEqual(['x1']);
});

test('reads no further than the hundred that it gives', async () => {
  page(0, many(0));
  expect(await poll(findBusiness)).toHaveLength(100);
});

test('does not say “none” of a list that was not read to its end', async () => {
  const now = jest.spyOn(Date, 'now');
  let time = 1_700_000_000_000;
  now.mockImplementation(() => time);
  const z = plainZ(({ url }) => {
    time += 9_000;
    return { businesses: many(Number(new URL(url, 'https://x.example').searchParams.get('skip'))) };
  });
  const call = performOf(findBusiness)(z, bundleOf({ name: 'Last' })) as Promise<unknown>;
  expect(await failure(call)).toContain('too slowly to look through the whole list');
  now.mockRestore();
});
