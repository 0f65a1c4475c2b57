import listSnapshotChoices from '../../../triggers/dropdowns/list_snapshot_choices.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('lists the snapshots of the agency', async () => {
  highlevel()
    .get('/snapshots/')
    .query({ companyId: 'com1' })
    .reply(200, {
      snapshots: [
        { id: 's1', name: 'Dental', type: 'own' },
        { id: 's2', name: 'Gym', type: 'imported' },
      ],
    });

  expect(await poll(listSnapshotChoices, {}, { authData: agencyConnection })).toEqual([
    expect.objectContaining({ id: 's1', name: 'Dental' }),
    expect.objectContaining({ id: 's2', name: 'Gym (imported)' }),
  ]);
});
