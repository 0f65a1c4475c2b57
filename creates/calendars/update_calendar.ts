import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { calendarBody, calendarReading, changedCalendar } from '../../fields/calendars.ts';
import { text } from '../../fields/common.ts';
import { current, knowingCurrent } from '../../fields/current.ts';
import { calendarId } from '../../fields/ids.ts';
import { send } from '../../lib/operation.ts';
import { calendar } from '../../records/calendars.ts';

const input = zod
  .object({
    calendarId: calendarId.meta({ group: 'Calendar', emphasize: true }),
    name: text('Name').meta({ group: 'Calendar', emphasize: true }).optional(),
    ...calendarBody,
    current,
  })
  .transform(changedCalendar);

export default defineCreate({
  key: 'update_calendar',
  noun: 'Calendar',
  display: {
    label: 'Update Calendar',
    description:
      'Changes a calendar. What you leave empty stays as it is; a list that you fill in replaces the present one.',
  },
  operation: knowingCurrent(calendarReading, send('PUT /calendars/{calendarId}', input, calendar)),
});
