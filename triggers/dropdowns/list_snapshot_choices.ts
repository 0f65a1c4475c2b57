import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { companyId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';

export default defineTrigger({
  key: 'list_snapshot_choices',
  noun: 'Snapshot',
  display: {
    label: 'List Snapshot Choices',
    description: 'Fills the dropdown of snapshots.',
    hidden: true,
  },
  operation: choices('GET /snapshots/', {
    input: zod.object({ companyId }),
    list: 'snapshots',
    name: ({ name, type }) => name && `${name}${type === 'imported' ? ' (imported)' : ''}`,
  }),
});
