import listFirstRecordChoices from '../../../triggers/dropdowns/list_first_record_choices.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

test('lists the records that can stand first in the association', async () => {
  highlevel()
    .get('/associations/a1')
    .reply(200, { id: 'a1', firstObjectKey: 'business', secondObjectKey: 'contact' });
  highlevel()
    .get('/businesses/')
    .query({ locationId: 'loc1', skip: 0, limit: 100 })
    .reply(200, { businesses: [{ id: 'b1', name: 'Acme' }] });

  expect(await poll(listFirstRecordChoices, { associationId: 'a1' })).toEqual([
    { id: 'b1', name: 'Acme' },
  ]);
});

test('asks for the association first', async () => {
  expect(await failure(poll(listFirstRecordChoices))).toContain('Choose an association first.');
});
