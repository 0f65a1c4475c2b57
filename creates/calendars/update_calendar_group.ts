import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { calendarGroupsList, keepingGroup } from '../../fields/calendarGroups.ts';
import { longText, text } from '../../fields/common.ts';
import { current, knowingCurrent } from '../../fields/current.ts';
import { groupId } from '../../fields/ids.ts';
import { send } from '../../lib/operation.ts';
import { calendarGroup } from '../../records/calendarGroups.ts';

const input = zod
  .object({
    groupId,
    name: text('Name').optional(),
    description: longText('Description').optional(),
    slug: text('Slug', 'The end of the web address of the group.').optional(),
    current,
  })
  .transform(keepingGroup);

export default defineCreate({
  key: 'update_calendar_group',
  noun: 'Group',
  display: {
    label: 'Update Calendar Group',
    description: 'Changes a calendar group. What you leave empty stays as it is.',
  },
  operation: knowingCurrent(
    calendarGroupsList,
    send('PUT /calendars/groups/{groupId}', input, calendarGroup),
  ),
});
