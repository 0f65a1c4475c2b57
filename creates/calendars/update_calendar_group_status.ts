import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { yesNo } from '../../fields/common.ts';
import { groupId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { groupStatus } from '../../records/calendarGroups.ts';

const input = zod.object({
  groupId,
  isActive: yesNo('Is Active', 'Choose no to switch the group off.'),
});

export default defineCreate({
  key: 'update_calendar_group_status',
  noun: 'Group',
  display: {
    label: 'Update Group Status',
    description: 'Switches a calendar group on or off.',
  },
  operation: create('PUT /calendars/groups/{groupId}/status', { input, record: groupStatus }),
});
