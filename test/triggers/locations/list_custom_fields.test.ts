import listCustomFields from '../../../triggers/locations/list_custom_fields.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('reads the definitions of the chosen model', async () => {
  highlevel()
    .get('/locations/loc1/customFields')
    .query({ model: 'opportunity' })
    .reply(200, {
      customFields: [
        { id: 'f0', name: 'Plans', documentType: 'folder' },
        { id: 'f1', name: 'Plan', picklistOptions: ['A', 'B'], documentType: 'field' },
      ],
    });

  const [field, ...others] = await poll(listCustomFields, { model: 'opportunity' });

  expect(others).toEqual([]);
  expect(field).toMatchObject({
    id: 'f1',
    name: 'Plan',
    picklistOptions: ['A', 'B'],
    revision: 'new',
  });
});

test('reads those of both models unless one is chosen', async () => {
  highlevel()
    .get('/locations/loc1/customFields')
    .query({ model: 'all' })
    .reply(200, { customFields: [] });

  expect(await poll(listCustomFields)).toEqual([]);
});
