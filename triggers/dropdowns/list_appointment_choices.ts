import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { calendarId } from '../../fields/ids.ts';
import { choices } from '../../lib/operations.ts';
import { timeOf } from '../../lib/time.ts';
import { isTrue, type JsonObject } from '../../lib/values.ts';
import { aroundNow, formatStart } from './calendarEvents.ts';
import { joinParts } from './names.ts';

const input = zod.object({ locationId, listCalendarId: calendarId });

const distance = ({ startTime }: JsonObject) => Math.abs(timeOf(startTime) - Date.now());

export default defineTrigger({
  key: 'list_appointment_choices',
  noun: 'Appointment',
  display: {
    label: 'List Appointment Choices',
    description: 'Fills the dropdown of a calendar’s appointments.',
    hidden: true,
  },
  operation: choices('GET /calendars/events', {
    input,
    request: ({ listCalendarId, ...rest }) => ({
      ...rest,
      calendarId: listCalendarId,
      ...aroundNow(),
    }),
    list: 'events',
    name: ({ title, startTime, appointmentStatus }) =>
      joinParts([formatStart(startTime), title, appointmentStatus]),
    // A busy calendar’s list begins with hundreds of past appointments. Those closest to now come first.
    arrange: (events) =>
      events.filter(({ deleted }) => !isTrue(deleted)).sort((a, b) => distance(a) - distance(b)),
  }),
});
