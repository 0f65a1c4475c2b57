import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text } from '../../fields/common.ts';
import { create } from '../../lib/operations.ts';
import { slugCheck } from '../../records/calendarGroups.ts';

const input = zod.object({
  locationId,
  slug: text('Slug', 'The ending that you want for the group’s web address.'),
});

export default defineCreate({
  key: 'validate_calendar_group_slug',
  noun: 'Slug',
  display: {
    label: 'Validate Group Slug',
    description: 'Checks whether a slug is still available for a calendar group.',
  },
  operation: create('POST /calendars/groups/validate-slug', { input, record: slugCheck }),
});
