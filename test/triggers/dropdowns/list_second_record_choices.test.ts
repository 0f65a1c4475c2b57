import listSecondRecordChoices from '../../../triggers/dropdowns/list_second_record_choices.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('lists the records that can stand second in the association', async () => {
  highlevel()
    .get('/associations/a1')
    .reply(200, { id: 'a1', firstObjectKey: 'business', secondObjectKey: 'contact' });
  highlevel()
    .post('/contacts/search', { locationId: 'loc1', page: 1, pageLimit: 100 })
    .reply(200, { contacts: [{ id: 'c1', firstName: 'Maria', lastName: 'Alvarez' }] });

  expect(await poll(listSecondRecordChoices, { associationId: 'a1' })).toEqual([
    { id: 'c1', name: 'Maria Alvarez' },
  ]);
});
