import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { warnOfDelete } from '../../fields/common.ts';
import { groupId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { deleted } from '../../records/outcomes.ts';

const input = zod.object({ groupId, warning: warnOfDelete('calendar group') });

export default defineCreate({
  key: 'delete_calendar_group',
  noun: 'Group',
  display: { label: 'Delete Calendar Group', description: 'Deletes a calendar group for good.' },
  operation: create('DELETE /calendars/groups/{groupId}', {
    input,
    record: deleted('calendar group', 'groupId'),
  }),
});
