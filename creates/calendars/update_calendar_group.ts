import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, longText, text } from '../../fields/common.ts';
import { groupId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { calendarGroup, groupOfList } from '../../records/calendarGroups.ts';
import { keepCurrent } from '../../steps/current.ts';

const input = zod.object({
  locationId,
  groupId,
  name: text('Name').optional(),
  description: longText('Description').optional(),
  slug: text('Slug', 'The end of the group’s web address.').optional(),
});

export default defineCreate({
  key: 'update_calendar_group',
  noun: 'Group',
  display: {
    label: 'Update Calendar Group',
    description: 'Changes a calendar group. What you leave empty stays as it is.',
  },
  operation: create('PUT /calendars/groups/{groupId}', {
    input,
    request: ({ locationId: _, ...values }) => values,
    record: calendarGroup,
    // The update wants all three (calendars.json, GroupUpdateDTO).
    steps: [
      keepCurrent(
        ['name', 'description', 'slug'],
        'GET /calendars/groups?locationId={locationId}',
        groupOfList,
      ),
    ],
  }),
});
