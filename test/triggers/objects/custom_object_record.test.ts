import listCustomObjectChoices from '../../../triggers/dropdowns/list_custom_object_choices.ts';
import customObjectRecord from '../../../triggers/objects/custom_object_record.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const asked = (more: object, status: number, answer: object) =>
  highlevel()
    .post('/objects/custom_objects.pet/records/search', {
      locationId: 'loc1',
      page: 1,
      pageLimit: 100,
      query: '',
      searchAfter: [],
      ...more,
    })
    .reply(status, answer as Record<string, unknown>);

const updatedAt = new Date().toISOString();
const records = [{ id: 'r1', properties: { name: 'Rex' }, updatedAt, searchAfter: [1, 'r1'] }];
const sort = [{ field: 'updatedAt', direction: 'desc' }];
const input = { schemaKey: 'custom_objects.pet' };

test.each([
  ['new', 'new'],
  ['changed', updatedAt],
])('%s: reads the latest changes', async (triggerOn, revision) => {
  asked({ sort }, 200, { records, total: 1 });
  const [one] = await poll(customObjectRecord, { ...input, triggerOn });
  expect(one).toMatchObject({ id: 'r1', properties: { name: 'Rex' }, revision });
  expect(one).not.toHaveProperty('searchAfter');
});

test('without an order if HighLevel refuses it', async () => {
  asked({ sort }, 422, { message: ['property sort should not exist'] });
  asked({}, 200, { records, total: 1 });
  expect(await poll(customObjectRecord, input)).toMatchObject([{ id: 'r1' }]);
});

test('the dropdown has custom objects only', async () => {
  highlevel()
    .get('/objects/?locationId=loc1')
    .reply(200, {
      objects: [
        { id: '1', key: 'contact', labels: { plural: 'Contacts' } },
        { id: '2', key: 'custom_objects.pet', labels: { plural: 'Pets' } },
      ],
    });
  expect(await poll(listCustomObjectChoices)).toEqual([{ id: 'custom_objects.pet', name: 'Pets' }]);
});
