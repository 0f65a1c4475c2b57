import getRecordRelations from '../../../triggers/associations/get_record_relations.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';
import { bundleOf, performOf, plainZ } from '../../support/zapier.ts';

const relation = { id: 'r1', associationId: 'a1', firstRecordId: 'c1', secondRecordId: 'p1' };
const association = {
  id: 'a1',
  key: 'owner_pet',
  associationType: 'USER_DEFINED',
  firstObjectLabel: 'Owner',
  secondObjectLabel: 'Pet',
};

test('reads the relations of a record, and what their associations are called', async () => {
  highlevel()
    .get('/associations/relations/c1')
    .query({ locationId: 'loc1', associationIds: ['a1', 'a2'], skip: 0, limit: 100 })
    .reply(200, { relations: [relation], total: 1 });
  highlevel()
    .get('/associations/')
    .query({ locationId: 'loc1', skip: 0, limit: 100 })
    .reply(200, { associations: [association] });

  const input = { objectKey: 'contact', recordId: 'c1', associationIds: ['a1', 'a2'] };
  expect(await poll(getRecordRelations, input)).toMatchObject([
    { ...relation, key: 'owner_pet', associationName: 'Owner – Pet', revision: 'new' },
  ]);
});

test('does without the names where associations may not be read', async () => {
  highlevel()
    .get('/associations/relations/c1')
    .query({ locationId: 'loc1', skip: 0, limit: 100 })
    .reply(200, { relations: [relation] });
  highlevel().get('/associations/').query(true).reply(403, { message: 'Forbidden resource' });

  expect(await poll(getRecordRelations, { recordId: 'c1' })).toMatchObject([
    { ...relation, associationName: null },
  ]);
});

test('a record without relations gives none', async () => {
  highlevel().get('/associations/relations/c1').query(true).reply(200, { relations: [] });

  expect(await poll(getRecordRelations, { recordId: 'c1' })).toEqual([]);
});

test('knows an association that was defined a moment ago, after the list was kept', async () => {
  let defined = [{ ...association, id: 'older' }];
  let related = { ...relation, associationId: 'older' };
  const z = plainZ(({ url }) =>
    url.includes('/relations/') ? { relations: [related] } : { associations: defined },
  );
  const read = () => performOf(getRecordRelations)(z, bundleOf({ recordId: 'c1' }));
  await read();
  defined = [...defined, association];
  related = relation;
  expect(await read()).toMatchObject([{ associationName: 'Owner – Pet' }]);
});

test('asks only the first time in five minutes for an association that no list holds', async () => {
  let lists = 0;
  const z = plainZ(({ url }) => {
    if (url.includes('/relations/')) return { relations: [relation] };
    lists += 1;
    return { associations: [{ ...association, id: 'another' }] };
  });
  for (const _ of ['first', 'next', 'last']) {
    const bundle = bundleOf({ recordId: 'c1' });
    expect(await performOf(getRecordRelations)(z, bundle)).toMatchObject([
      { id: 'r1', associationName: null },
    ]);
  }
  expect(lists).toBe(1);
});

test('knows the associations behind the first hundred', async () => {
  const many = Array.from({ length: 101 }, (_, index) => ({ ...association, id: `a${index}` }));
  const z = plainZ(({ url }) => {
    const { searchParams } = new URL(url, 'https://highlevel.example');
    const [skip, limit] = [Number(searchParams.get('skip')), Number(searchParams.get('limit'))];
    return url.includes('/relations/')
      ? { relations: [{ ...relation, associationId: 'a100' }] }
      : { associations: many.slice(skip, skip + limit) };
  });
  expect(await performOf(getRecordRelations)(z, bundleOf({ recordId: 'c1' }))).toMatchObject([
    { id: 'r1', associationName: 'Owner – Pet' },
  ]);
});
