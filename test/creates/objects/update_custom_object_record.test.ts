import deleteCustomObjectRecord from '../../../creates/objects/delete_custom_object_record.ts';
import updateCustomObjectRecord from '../../../creates/objects/update_custom_object_record.ts';
import { highlevel } from '../../support/api.ts';
import { fieldsOf, run } from '../../support/run.ts';

const object = 'custom_objects.pet';
const described = () =>
  highlevel()
    .get(`/objects/${object}?locationId=loc1&fetchProperties=true`)
    .reply(200, {
      object: { key: object },
      fields: [{ id: 'f1', fieldKey: `${object}.legs`, name: 'Legs', dataType: 'NUMERICAL' }],
    });

test('shows the fields of the chosen object', async () => {
  described();
  const fields = await fieldsOf(updateCustomObjectRecord, { schemaKey: object });
  expect(fields.slice(3)).toMatchObject([{ key: 'properties__legs', label: 'Legs' }]);
});

test('sends what is filled in, the sub-account in the query', async () => {
  described();
  highlevel()
    .put(`/objects/${object}/records/r1?locationId=loc1`, {
      owner: ['u1'],
      properties: { legs: 4 },
    })
    .reply(200, { record: { id: 'r1', dateUpdated: '2026-03-02T16:04:11.000Z' } });
  const input = { schemaKey: object, id: 'r1', owner: 'u1', properties__legs: '4' };
  expect(await run(updateCustomObjectRecord, input)).toMatchObject({
    id: 'r1',
    updatedAt: '2026-03-02T16:04:11.000Z',
  });
});

test('deletes the record', async () => {
  highlevel().delete(`/objects/${object}/records/r1`).reply(200, { id: 'r1', success: true });
  expect(await run(deleteCustomObjectRecord, { schemaKey: object, id: 'r1' })).toMatchObject({
    id: 'r1',
    deleted: true,
    success: true,
  });
});
