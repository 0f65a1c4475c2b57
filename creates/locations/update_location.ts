import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId, text, yesNo } from '../../fields/common.ts';
import { snapshotId, subAccountId } from '../../fields/ids.ts';
import { locationBody } from '../../fields/locations.ts';
import { create } from '../../lib/operations.ts';
import { writtenLocation } from '../../records/locations.ts';

const snapshot = zod
  .object({
    id: snapshotId.optional(),
    override: yesNo(
      'Override Conflicting Assets',
      'Choose yes if the snapshot should replace conflicting assets that the sub-account already has.',
    ).optional(),
  })
  .refine(({ id }) => id, '“Snapshot” is required if you fill in “Override Conflicting Assets”.')
  .meta({ group: 'Snapshot' });

const input = zod.object({
  companyId,
  locationId: subAccountId.meta({
    helpText: 'The sub-account to change. This needs an agency connection.',
  }),
  name: text('Name').optional(),
  ...locationBody,
  snapshot: snapshot.optional(),
});

export default defineCreate({
  key: 'update_location',
  noun: 'Location',
  display: {
    label: 'Update Location',
    description: 'Changes a sub-account of an agency. What you leave empty stays as it is.',
  },
  operation: create('PUT /locations/{locationId}', { input, record: writtenLocation }),
});
