import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId } from '../../fields/common.ts';
import { dropdown } from '../../lib/operation.ts';

export default defineTrigger({
  key: 'list_snapshot_choices',
  noun: 'Snapshot',
  display: {
    label: 'List Snapshot Choices',
    description: 'Fills the dropdown of snapshots.',
    hidden: true,
  },
  operation: dropdown('GET /snapshots/', zod.object({ companyId }), {
    key: 'snapshots',
    nameOf: ({ name, type }) => name && `${name}${type === 'imported' ? ' (imported)' : ''}`,
  }),
});
