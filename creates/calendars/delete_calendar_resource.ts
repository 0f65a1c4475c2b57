import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { warnOfDelete } from '../../fields/common.ts';
import { resourceOfKind } from '../../fields/resources.ts';
import { create } from '../../lib/operations.ts';
import { deleted } from '../../records/outcomes.ts';

const input = zod.object({ ...resourceOfKind, warning: warnOfDelete('resource') });

export default defineCreate({
  key: 'delete_calendar_resource',
  noun: 'Resource',
  display: {
    label: 'Delete Calendar Resource',
    description: 'Deletes a room or a piece of equipment for good.',
  },
  operation: create('DELETE /calendars/resources/{resourceType}/{id}', {
    input,
    record: deleted('resource', 'id'),
  }),
});
