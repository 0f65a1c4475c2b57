import deleteAssociation from '../../../creates/associations/delete_association.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

test('deletes an association without a body', async () => {
  highlevel()
    .delete('/associations/a1', '')
    .reply(200, { deleted: true, id: 'a1', message: 'Association deleted successfully' });

  expect(await run(deleteAssociation, { associationId: 'a1' })).toEqual({
    id: 'a1',
    deleted: true,
    message: 'Association deleted successfully',
  });
});

test.each([false, 'false'])(
  'an association that HighLevel did not delete counts as an error: %j',
  async (answered) => {
    highlevel()
      .delete('/associations/a1')
      .reply(200, { deleted: answered, id: 'a1', message: 'Association has relations' });
    expect(await failure(run(deleteAssociation, { associationId: 'a1' }))).toContain(
      'HighLevel answered that it did not do this. HighLevel says: Association has relations.',
    );
  },
);
