import getAssociationByKey from '../../../triggers/associations/get_association_by_key.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const one = { id: 'a1', key: 'owner_pet', firstObjectLabel: 'Owner', secondObjectLabel: 'Pet' };

test.each([[one], [{ associations: [one] }], [[one]]])('reads %j', async (answer) => {
  highlevel().get('/associations/key/owner_pet').query({ locationId: 'loc1' }).reply(200, answer);

  expect(await poll(getAssociationByKey, { key_name: 'owner_pet' })).toMatchObject([
    { id: 'a1', key: 'owner_pet', name: 'Owner – Pet' },
  ]);
});

test('says when HighLevel does not know the key', async () => {
  highlevel()
    .get('/associations/key/nothing')
    .query({ locationId: 'loc1' })
    .reply(400, { message: 'Association with key nothing not found' });

  expect(await failure(poll(getAssociationByKey, { key_name: 'nothing' }))).toContain(
    'HighLevel did not find this.',
  );
});
