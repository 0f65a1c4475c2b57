import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { calendarBody } from '../../fields/calendars.ts';
import { text } from '../../fields/common.ts';
import { calendarId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { calendar } from '../../records/calendars.ts';
import { readCurrent } from '../../steps/current.ts';
import { keepSettings } from './keepSettings.ts';

const input = zod.object({
  calendarId: calendarId.meta({ group: 'Calendar', emphasize: true }),
  name: text('Name').meta({ group: 'Calendar', emphasize: true }).optional(),
  ...calendarBody,
});

export default defineCreate({
  key: 'update_calendar',
  noun: 'Calendar',
  display: {
    label: 'Update Calendar',
    description:
      'Changes a calendar. What you leave empty stays as it is. A list that you fill in replaces the current one.',
  },
  operation: create('PUT /calendars/{calendarId}', {
    input,
    request: keepSettings,
    record: calendar,
    steps: [readCurrent('GET /calendars/{calendarId}', calendar)],
  }),
});
