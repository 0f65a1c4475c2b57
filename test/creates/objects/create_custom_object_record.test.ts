import createCustomObjectRecord from '../../../creates/objects/create_custom_object_record.ts';
import { highlevel } from '../../support/api.ts';
import { fieldsOf, run } from '../../support/run.ts';

const object = 'custom_objects.pet';
const field = (key: string, name: string, dataType: string, more: object = {}) => ({
  id: `id-${key}`,
  fieldKey: `${object}.${key}`,
  name,
  dataType,
  ...more,
});
const described = () =>
  highlevel()
    .get(`/objects/${object}?locationId=loc1&fetchProperties=true`)
    .reply(200, {
      object: { key: object },
      fields: [
        field('name', 'Name', 'TEXT'),
        field('price', 'Price', 'MONETORY'),
        field('legs', 'Legs', 'NUMERICAL'),
        field('kind', 'Kind', 'SINGLE_OPTIONS', {
          options: [{ key: 'dog', label: 'Dog' }],
          allowCustomOption: false,
        }),
      ],
    });

test('shows the fields of the chosen object', async () => {
  described();
  const fields = await fieldsOf(createCustomObjectRecord, { schemaKey: object });
  expect(fields.slice(2)).toMatchObject([
    { key: 'properties__name', label: 'Name', type: 'string' },
    { key: 'properties__price', label: 'Price' },
    { key: 'properties__legs', label: 'Legs' },
    { key: 'properties__kind', choices: { dog: 'dog' } },
  ]);
});

test('shows none before an object is chosen', async () => {
  expect(await fieldsOf(createCustomObjectRecord)).toHaveLength(2);
});

test('sends each value in its type, and says what it left out', async () => {
  described();
  highlevel()
    .post(`/objects/${object}/records`, {
      locationId: 'loc1',
      owner: ['u1'],
      properties: {
        name: 'Buddy',
        price: { currency: 'default', value: 1234.5 },
        legs: 4,
      },
    })
    .reply(201, {
      record: { id: 'r1', properties: { name: 'Buddy' }, dateAdded: '2026-03-02T16:04:11.000Z' },
    });
  const input = {
    schemaKey: object,
    owner: 'u1',
    properties__name: 'Buddy',
    properties__price: '1,234.50',
    properties__legs: '4',
    properties__kind: 'cat',
    properties__gone: 'x',
  };
  const record = await run(createCustomObjectRecord, input);
  expect(record).toMatchObject({ id: 'r1', createdAt: '2026-03-02T16:04:11.000Z' });
  expect(record.warning).toContain('“Kind” was left out: it must be one of: “dog”');
  expect(record.warning).toContain('“gone” was left out');
});
