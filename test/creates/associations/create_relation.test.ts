import createRelation from '../../../creates/associations/create_relation.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const input = { associationId: 'a1', firstRecordId: 'c1', secondRecordId: 'p1' };

test('relates two records and says by which association', async () => {
  highlevel()
    .post('/associations/relations', { locationId: 'loc1', ...input })
    .reply(201, { id: 'r1', ...input });
  highlevel()
    .get('/associations/')
    .query({ locationId: 'loc1', skip: 0, limit: 100 })
    .reply(200, { associations: [{ id: 'a1', key: 'owner_pet' }] });

  expect(await run(createRelation, input)).toMatchObject({ id: 'r1', key: 'owner_pet' });
});

test('gives HighLevel’s words for a relation that is there already', async () => {
  highlevel()
    .post('/associations/relations', { locationId: 'loc1', ...input })
    .reply(400, {
      message: 'Could not create relation: duplicate relation of object Ids for given association',
    });

  expect(await failure(run(createRelation, input))).toContain('duplicate relation of object Ids');
});
