import { associations } from '../../sandbox/seed/associations.ts';
import { objectRecords } from '../../sandbox/seed/objects.ts';
import { type Client, clientOf, useSandbox } from './client.ts';

type Record = { [key: string]: string } & { id: string };

const sandbox = useSandbox();
let client: Client;
let where: string;
beforeAll(async () => {
  client = await clientOf(sandbox());
  where = `locationId=${client.locationId}`;
});

const call: Client['call'] = (...request) => client.call(...request);
const known = (key: string) =>
  [...associations(sandbox().state.main).values()].find((one) => one.key === key)?.id ?? '';
const relationsOf = async (record = '', more = '') =>
  (await call(`GET /associations/relations/${record}?${where}${more}`)).body.relations as Record[];

test('lists answer lists, single reads answer one bare record', async () => {
  const all = await call(`GET /associations/?${where}&skip=1&limit=2`);
  expect(all.body).toMatchObject({ associations: [{}, {}], total: 4, skip: 1, limit: 2 });
  const byObject = await call(
    `GET /associations/objectKey/custom_objects.insurance_policies?${where}`,
  );
  expect(byObject.body.associations).toMatchObject([
    { key: 'policy_holder' },
    { key: 'policy_plan' },
  ]);
  const byKey = await call(`GET /associations/key/policy_holder?${where}`);
  expect(byKey.body).toMatchObject({ id: known('policy_holder'), firstObjectKey: 'contact' });
  const byId = await call(`GET /associations/${known('policy_holder')}`);
  expect(byId.body).toMatchObject({ key: 'policy_holder' });
});

test('an association lives from its creation to its deletion, and its relations with it', async () => {
  const made = await call('POST /associations/', {
    locationId: client.locationId,
    key: 'owner_policy',
    firstObjectKey: 'business',
    firstObjectLabel: 'Owner',
    secondObjectKey: 'custom_objects.insurance_policies',
    secondObjectLabel: 'Owned',
  });
  expect(made).toMatchObject({ status: 201, body: { associationType: 'USER_DEFINED' } });
  const id = String(made.body.id);
  const changed = await call(`PUT /associations/${id}`, {
    firstObjectLabel: 'Payer',
    secondObjectLabel: 'Paid',
  });
  expect(changed.body).toMatchObject({ id, firstObjectLabel: 'Payer' });
  const relation = { associationId: id, firstRecordId: 'b1', secondRecordId: 'p1' };
  await call('POST /associations/relations', { locationId: client.locationId, ...relation });
  expect(await relationsOf('p1')).toMatchObject([relation]);
  const gone = await call(`DELETE /associations/${id}`);
  expect(gone.body).toMatchObject({ deleted: true, id });
  expect(await relationsOf('p1')).toEqual([]);
  expect((await call(`GET /associations/${id}`)).status).toBe(400);
});

test.each([
  [{ key: 'policy_plan' }, 400],
  [{ key: 'new_key', firstObjectKey: 'pets' }, 400],
  [{ key: 'new_key', associationType: 'USER_DEFINED' }, 422],
  [{ key: '' }, 422],
])('a create with %j is a %d', async (wrong, status) => {
  const body = {
    locationId: client.locationId,
    firstObjectKey: 'contact',
    firstObjectLabel: 'A',
    secondObjectKey: 'contact',
    secondObjectLabel: 'B',
    ...wrong,
  };
  expect((await call('POST /associations/', body)).status).toBe(status);
});

test('an update needs both labels and takes nothing else', async () => {
  const route = `PUT /associations/${known('parent_child')}`;
  expect((await call(route, { firstObjectLabel: 'A' })).status).toBe(422);
  const more = { firstObjectLabel: 'A', secondObjectLabel: 'B', key: 'c' };
  expect((await call(route, more)).body.message).toEqual(['property key should not exist']);
});

test('the system’s own associations stay', async () => {
  const { status } = await call(`DELETE /associations/${known('company_contact')}`);
  expect(status).toBe(400);
});

test('a relation a second time is a 400', async () => {
  const relation = {
    locationId: client.locationId,
    associationId: known('policy_plan'),
    firstRecordId: 'p1',
    secondRecordId: 'p2',
  };
  expect((await call('POST /associations/relations', relation)).status).toBe(201);
  expect(await call('POST /associations/relations', relation)).toMatchObject({
    status: 400,
    body: {
      message: 'Could not create relation: duplicate relation of object Ids for given association',
    },
  });
});

test('relations are found from both sides, and by association', async () => {
  const [policy] = objectRecords(sandbox().state.main).values();
  const all = await relationsOf(policy?.id);
  expect(new Set(all.map(({ associationId }) => associationId))).toEqual(
    new Set([known('policy_holder'), known('policy_plan')]),
  );
  expect(await relationsOf(policy?.id, `&associationIds=${known('policy_plan')}`)).toHaveLength(1);
  expect(await relationsOf(policy?.id, '&skip=1&limit=1')).toHaveLength(1);
  expect((await call(`GET /associations/relations/x?${where}&limit=101`)).status).toBe(400);
});

test('a deleted relation is gone', async () => {
  const [policy] = [...objectRecords(sandbox().state.main).values()].slice(3);
  const [relation] = await relationsOf(policy?.id);
  const route = `DELETE /associations/relations/${relation?.id}?${where}`;
  expect((await call(route)).body).toMatchObject({ id: relation?.id });
  expect((await call(route)).status).toBe(400);
});
