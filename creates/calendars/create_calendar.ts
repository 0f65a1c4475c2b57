import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { completeLookBusy } from '../../fields/calendarAvailability.ts';
import { calendarBody } from '../../fields/calendars.ts';
import { choice, locationId, text } from '../../fields/common.ts';
import { create } from '../../lib/operations.ts';
import { calendar } from '../../records/calendars.ts';

// Only a new calendar takes a type, and the unit of the buffer after an appointment (calendars.json, CalendarCreateDTO).
const calendarType = choice(
  'Type',
  {
    round_robin: 'Round robin',
    event: 'Event',
    class_booking: 'Class booking',
    collective: 'Collective booking',
    service_booking: 'Service booking',
    personal: 'Personal booking',
  },
  'All types except “Event” need team members. A personal calendar needs exactly one.',
).meta({ group: 'Calendar', emphasize: true });

const input = zod.object({
  locationId,
  name: text('Name').meta({ group: 'Calendar', emphasize: true }),
  calendarType: calendarType.optional(),
  ...calendarBody,
  slotBufferUnit: calendarBody.preBufferUnit.meta({ label: 'Buffer After Unit' }),
});

export default defineCreate({
  key: 'create_calendar',
  noun: 'Calendar',
  display: { label: 'Create Calendar', description: 'Creates a new calendar.' },
  operation: create('POST /calendars/', {
    input,
    request: (values) => ({ ...values, lookBusyConfig: completeLookBusy(values.lookBusyConfig) }),
    record: calendar,
  }),
});
