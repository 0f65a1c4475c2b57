import { startRun } from '../../../lib/api/startRun.ts';
import { rememberNew } from '../../../lib/newRecords.ts';
import findCustomObjectRecord from '../../../searches/objects/find_custom_object_record.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';
import { bundleOf, performOf, plainZ, type Request } from '../../support/zapier.ts';

const object = 'custom_objects.pet';
const records = [
  { id: 'r1', properties: { name: 'Buddy', tags: ['old', 'Tame'] } },
  { id: 'r2', properties: { name: 'Buddy the Second', price: { currency: 'default', value: 20 } } },
];
const asked = (query: string, found: object[], page = 1) =>
  highlevel()
    .post(`/objects/${object}/records/search`, {
      locationId: 'loc1',
      page,
      pageLimit: 100,
      query,
      searchAfter: [],
    })
    .reply(200, { records: found, total: found.length });
const ids = async (property: string, value: string) =>
  (await poll(findCustomObjectRecord, { schemaKey: object, property, value })).map(({ id }) => id);

test('what HighLevel finds by the field, if that holds the whole value', async () => {
  asked('name:buddy', records);
  expect(await ids('name', 'buddy')).toEqual(['r1']);
});

test.each([
  ['tags', 'tame', ['r1']],
  ['price', '20', ['r2']],
  ['name', 'Bud', []],
])('all records, if HighLevel finds none: %s %s', async (property, value, found) => {
  asked(`${property}:${value}`, []);
  asked('', records);
  expect(await ids(property, value)).toEqual(found);
});

test('all records, if HighLevel cannot search by the field', async () => {
  highlevel()
    .post(`/objects/${object}/records/search`, (body) => body.query !== '')
    .reply(400, { message: 'Invalid request body' });
  asked('', records);
  expect(await ids('name', 'Buddy')).toEqual(['r1']);
});

test('page after page', async () => {
  asked('name:Rex', []);
  const many = Array.from({ length: 100 }, (_, index) => ({ id: `m${index}`, properties: {} }));
  asked('', many);
  asked('', [{ id: 'rex', properties: { name: 'Rex' } }], 2);
  expect(await ids('name', 'Rex')).toEqual(['rex']);
});

test('one that was just made has its dates under the names that the others have', async () => {
  const date = '2026-03-02T16:04:11.000Z';
  const z = plainZ(({ method }: Request) =>
    method === 'GET'
      ? { record: { id: 'r1', dateAdded: date, dateUpdated: date, properties: { name: 'Rex' } } }
      : { records: [], total: 0 },
  );
  await rememberNew(startRun(z, bundleOf({})).cache, object, 'r1');
  const asked = bundleOf({ schemaKey: object, property: 'name', value: 'Rex' });
  const [found] = (await performOf(findCustomObjectRecord)(z, asked)) as object[];
  expect(found).toMatchObject({ id: 'r1', createdAt: date, updatedAt: date });
  expect(found).not.toHaveProperty('dateAdded');
});
