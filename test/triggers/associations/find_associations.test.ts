import findAssociations from '../../../triggers/associations/find_associations.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const one = { id: 'a1', key: 'owner_pet', firstObjectLabel: 'Owner', secondObjectLabel: 'Pet' };
const asked = () =>
  highlevel().get('/associations/').query({ locationId: 'loc1', skip: 0, limit: 100 });

test('reads the list of the real API', async () => {
  asked().reply(200, { associations: [one, { id: 'a2', key: 'x_y' }], total: 2 });

  expect(await poll(findAssociations)).toMatchObject([
    { id: 'a1', key: 'owner_pet', name: 'Owner – Pet', revision: 'new' },
    { id: 'a2', name: 'x_y' },
  ]);
});

test('reads the single object of the documents', async () => {
  asked().reply(200, { ...one, traceId: 't' });

  expect(await poll(findAssociations)).toMatchObject([{ id: 'a1', name: 'Owner – Pet' }]);
});

test('changed labels are another revision, if asked for', async () => {
  asked().reply(200, { associations: [one] });
  asked().reply(200, { associations: [{ ...one, secondObjectLabel: 'Dog' }] });

  const [before] = await poll(findAssociations, { triggerOn: 'changed' });
  const [after] = await poll(findAssociations, { triggerOn: 'changed' });

  expect(before?.revision).not.toBe(after?.revision);
});

test('null is no empty list: after such a seeding every association would fire', async () => {
  asked().reply(200, { associations: null });

  const seeding = poll(findAssociations, {}, { meta: { isPopulatingDedupe: true } });

  expect(await failure(seeding)).toContain('HighLevel’s answer contained no association list.');
});
