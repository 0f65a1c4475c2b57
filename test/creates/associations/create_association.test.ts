import createAssociation from '../../../creates/associations/create_association.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test('defines an association between two objects', async () => {
  const asked = {
    locationId: 'loc1',
    key: 'owner_pet',
    firstObjectKey: 'contact',
    firstObjectLabel: 'Owner',
    secondObjectKey: 'custom_objects.pet',
    secondObjectLabel: 'Pet',
  };
  highlevel()
    .post('/associations/', asked)
    .reply(201, { ...asked, id: 'a1', associationType: 'USER_DEFINED' });

  const { locationId: _, ...input } = asked;
  expect(await run(createAssociation, input)).toMatchObject({
    id: 'a1',
    name: 'Owner – Pet',
    associationType: 'USER_DEFINED',
  });
});
