import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId, note } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { snapshots } from '../../records/workflows.ts';

const input = zod.object({
  companyId,
  agencyOnly: note('Snapshots belong to the agency, so this works only with an agency connection.'),
});

export default defineTrigger({
  key: 'list_snapshots',
  noun: 'Snapshot',
  display: {
    label: 'List Snapshots',
    description: 'Triggers when a snapshot is added to the agency or changes.',
  },
  operation: trigger('GET /snapshots/', { input, record: snapshots }),
});
