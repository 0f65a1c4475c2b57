import listObjectChoices from '../../../triggers/dropdowns/list_object_choices.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('lists the objects by their keys', async () => {
  highlevel()
    .get('/objects/')
    .query({ locationId: 'loc1' })
    .reply(200, {
      objects: [
        { id: 'o1', key: 'contact', labels: { singular: 'Contact', plural: 'Contacts' } },
        { id: 'o2', key: 'custom_objects.pet', labels: { singular: 'Pet', plural: 'Pets' } },
      ],
    });

  expect(await poll(listObjectChoices)).toEqual([
    { id: 'contact', name: 'Contacts' },
    { id: 'custom_objects.pet', name: 'Pets' },
  ]);
});
