import getAssociationByObjectKeys from '../../../triggers/associations/get_association_by_object_keys.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const one = { id: 'a1', firstObjectKey: 'contact', secondObjectKey: 'custom_objects.pet' };
const asked = () =>
  highlevel().get('/associations/objectKey/custom_objects.pet').query({ locationId: 'loc1' });
const input = { objectKey: 'custom_objects.pet' };

test('reads the list of the real API', async () => {
  asked().reply(200, { associations: [one, { ...one, id: 'a2' }] });

  expect(await poll(getAssociationByObjectKeys, input)).toMatchObject([{ id: 'a1' }, { id: 'a2' }]);
});

test('reads the single object of the documents', async () => {
  asked().reply(200, one);

  expect(await poll(getAssociationByObjectKeys, input)).toMatchObject([
    { id: 'a1', firstObjectKey: 'contact', revision: 'new' },
  ]);
});

test('an object without associations gives none', async () => {
  asked().reply(200, { traceId: 't' });

  expect(await poll(getAssociationByObjectKeys, input)).toEqual([]);
});
