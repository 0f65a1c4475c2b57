import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { calendarBody, calendarType, newCalendar, slotBufferUnit } from '../../fields/calendars.ts';
import { locationId, text } from '../../fields/common.ts';
import { create } from '../../lib/operations.ts';
import { calendar } from '../../records/calendars.ts';

const input = zod
  .object({
    locationId,
    name: text('Name').meta({ group: 'Calendar', emphasize: true }),
    calendarType: calendarType.optional(),
    ...calendarBody,
    slotBufferUnit: slotBufferUnit.optional(),
  })
  .transform(newCalendar);

export default defineCreate({
  key: 'create_calendar',
  noun: 'Calendar',
  display: { label: 'Create Calendar', description: 'Creates a new calendar.' },
  operation: create('POST /calendars/', { input, record: calendar }),
});
