import updateAssociation from '../../../creates/associations/update_association.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

test('changes both labels', async () => {
  highlevel()
    .put('/associations/a1', { firstObjectLabel: 'Keeper', secondObjectLabel: 'Dog' })
    .reply(200, { id: 'a1', firstObjectLabel: 'Keeper', secondObjectLabel: 'Dog' });

  const input = { associationId: 'a1', firstObjectLabel: 'Keeper', secondObjectLabel: 'Dog' };
  expect(await run(updateAssociation, input)).toMatchObject({ id: 'a1', name: 'Keeper – Dog' });
});

test('asks for both labels', async () => {
  const input = { associationId: 'a1', firstObjectLabel: 'Keeper' };
  expect(await failure(run(updateAssociation, input))).toContain(
    '“Second Object Label” is required.',
  );
});
