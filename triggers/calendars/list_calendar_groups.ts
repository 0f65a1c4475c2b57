import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { calendarGroups } from '../../records/calendarGroups.ts';

const input = zod.object({ locationId });

export default defineTrigger({
  key: 'list_calendar_groups',
  noun: 'Group',
  display: {
    label: 'List Calendar Groups',
    description: 'Triggers when a calendar group of the sub-account is created or changed.',
  },
  operation: trigger('GET /calendars/groups', { input, record: calendarGroups }),
});
