import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, longText, text } from '../../fields/common.ts';
import { groupId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import type { JsonObject } from '../../lib/values.ts';
import { calendarGroup, calendarGroups } from '../../records/calendarGroups.ts';
import { readCurrent } from '../../steps/current.ts';

const input = zod.object({
  locationId,
  groupId,
  name: text('Name').optional(),
  description: longText('Description').optional(),
  slug: text('Slug', 'The end of the group’s web address.').optional(),
});

type Values = zod.output<typeof input> & { current?: JsonObject };

// The update wants name, description and slug together (calendars.json, GroupUpdateDTO).
const asRequest = ({ locationId: _, current = {}, ...values }: Values) => {
  const { name, description, slug } = current;
  return { name, description, slug, ...values };
};

export default defineCreate({
  key: 'update_calendar_group',
  noun: 'Group',
  display: {
    label: 'Update Calendar Group',
    description: 'Changes a calendar group. What you leave empty stays as it is.',
  },
  operation: create('PUT /calendars/groups/{groupId}', {
    input,
    request: asRequest,
    record: calendarGroup,
    steps: [
      // There is no endpoint for one group, only the list.
      readCurrent('GET /calendars/groups?locationId={locationId}', calendarGroups, {
        isIt: ({ id }, { groupId: chosen }) => String(id) === chosen,
      }),
    ],
  }),
});
