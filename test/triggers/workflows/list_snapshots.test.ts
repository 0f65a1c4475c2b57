import listSnapshots from '../../../triggers/workflows/list_snapshots.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { failure, fieldsOf, poll } from '../../support/run.ts';

test('reads the agency’s snapshots with the agency’s own token', async () => {
  highlevel()
    .get('/snapshots/?companyId=com1')
    .reply(200, { snapshots: [{ id: 's1', name: 'Dental', type: 'own' }] });
  expect(await poll(listSnapshots, {}, { authData: agencyConnection })).toMatchObject([
    { id: 's1', name: 'Dental', type: 'own', revision: 'new' },
  ]);
});

test('says that it needs an agency connection', async () => {
  expect(await failure(poll(listSnapshots))).toContain('needs an agency connection');
});

test('does not ask for a sub-account', async () => {
  const fields = await fieldsOf(listSnapshots, {}, { authData: agencyConnection });
  expect(fields.map(({ key }) => key)).toEqual(['agencyOnly', 'triggerOn']);
});
