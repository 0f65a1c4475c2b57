import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, longText, text, yesNo } from '../../fields/common.ts';
import { create } from '../../lib/operations.ts';
import { isSameText } from '../../lib/values.ts';
import { calendarGroup, calendarGroups } from '../../records/calendarGroups.ts';

const input = zod.object({
  locationId,
  name: text('Name'),
  description: longText('Description'),
  slug: text('Slug', 'The end of the group’s web address. No other group can have the same one.'),
  isActive: yesNo('Is Active').optional(),
});

export default defineCreate({
  key: 'create_calendar_group',
  noun: 'Group',
  display: { label: 'Create Calendar Group', description: 'Creates a new calendar group.' },
  operation: create('POST /calendars/groups', {
    input,
    record: calendarGroup,
    lookAgain: {
      route: 'GET /calendars/groups',
      request: ({ locationId: location }) => ({ locationId: location }),
      record: calendarGroups,
      // No two groups have the same slug.
      isUnique: true,
      isIt: (found, { slug, name }) => found.slug === slug && isSameText(found.name, name),
      isMissing: () => true,
    },
  }),
});
