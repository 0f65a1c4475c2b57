import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { calendarId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { calendar } from '../../records/calendars.ts';

const input = zod.object({ calendarId });

export default defineTrigger({
  key: 'get_calendar',
  noun: 'Calendar',
  display: {
    label: 'Get Calendar by ID',
    description: 'Triggers when a calendar of your choice changes.',
  },
  operation: trigger('GET /calendars/{calendarId}', { input, record: calendar }),
});
