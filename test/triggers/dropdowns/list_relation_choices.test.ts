import listRelationChoices from '../../../triggers/dropdowns/list_relation_choices.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

test('lists the relations of a record by association and the other record', async () => {
  highlevel()
    .get('/associations/relations/c1')
    .query({ locationId: 'loc1', skip: 0, limit: 100 })
    .reply(200, {
      relations: [
        {
          id: 'r1',
          associationId: 'a1',
          firstObjectKey: 'contact',
          firstRecordId: 'c1',
          secondObjectKey: 'business',
          secondRecordId: 'b1',
        },
        {
          id: 'r2',
          associationId: 'a2',
          firstObjectKey: 'contact',
          firstRecordId: 'c2',
          secondObjectKey: 'contact',
          secondRecordId: 'c1',
        },
      ],
    });
  highlevel()
    .get('/associations/')
    .query({ locationId: 'loc1', skip: 0, limit: 100 })
    .times(2)
    .reply(200, {
      associations: [{ id: 'a1', firstObjectLabel: 'Employee', secondObjectLabel: 'Company' }],
    });
  highlevel()
    .get('/businesses/b1')
    .reply(200, { business: { id: 'b1', name: 'Acme' } });
  highlevel().get('/contacts/c2').reply(404, { message: 'not found' });

  expect(await poll(listRelationChoices, { recordId: 'c1' })).toEqual([
    { id: 'r1', name: 'Employee – Company: Acme' },
    { id: 'r2', name: 'c2' },
  ]);
});

test('a relation that calls its id “_id” has it', async () => {
  highlevel()
    .get('/associations/relations/c1')
    .query({ locationId: 'loc1', skip: 0, limit: 100 })
    .reply(200, { relations: [{ _id: 'r1', firstRecordId: 'c1', secondRecordId: 'b1' }] });
  highlevel().get('/associations/').query(true).times(2).reply(200, { associations: [] });
  expect(await poll(listRelationChoices, { recordId: 'c1' })).toEqual([{ id: 'r1', name: 'b1' }]);
});

test('asks for the record first', async () => {
  expect(await failure(poll(listRelationChoices))).toContain('Choose a record first');
});

test('null is no empty list', async () => {
  highlevel().get('/associations/relations/c1').query(true).reply(200, { relations: null });
  expect(await failure(poll(listRelationChoices, { recordId: 'c1' }))).toContain(
    'HighLevel’s answer contained no relation list.',
  );
});

test('relations that are half there are shown as far as they go', async () => {
  highlevel()
    .get('/associations/relations/c1')
    .query(true)
    .reply(200, { relations: [null, { id: 7, firstRecordId: 'c1', secondRecordId: 'b1' }] });
  highlevel().get('/associations/').query(true).times(2).reply(200, { associations: [] });
  expect(await poll(listRelationChoices, { recordId: 'c1' })).toEqual([{ id: '7', name: 'b1' }]);
});
