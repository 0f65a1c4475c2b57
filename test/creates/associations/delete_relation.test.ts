import deleteRelation from '../../../creates/associations/delete_relation.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('deletes the relation; the record only helps to find it', async () => {
  highlevel()
    .delete('/associations/relations/r1', '')
    .query({ locationId: 'loc1' })
    .reply(200, { id: 'r1', associationId: 'a1' });

  const input = { objectKey: 'contact', recordId: 'c1', relationId: 'r1' };
  expect(await run(deleteRelation, input)).toMatchObject({
    id: 'r1',
    associationId: 'a1',
    deleted: true,
  });
});
