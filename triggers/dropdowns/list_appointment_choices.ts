import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { calendarId } from '../../fields/ids.ts';
import { formOf } from '../../lib/inputFields.ts';
import { calls, manyOf } from '../../lib/operation.ts';
import { isTrue, type Raw } from '../../lib/record.ts';
import { call } from '../../lib/request.ts';
import { timeOf } from '../../lib/time.ts';
import { nextStep } from '../../middleware.ts';
import { calendarEvents } from '../../records/calendarEvents.ts';

const route = 'GET /calendars/events';
const day = 86_400_000;

const form = formOf(
  zod
    .object({ locationId, listCalendarId: calendarId })
    .transform(({ listCalendarId, ...rest }) => ({
      ...rest,
      calendarId: listCalendarId,
      startTime: Date.now() - 31 * day,
      endTime: Date.now() + 366 * day,
    })),
);

const distance = ({ startTime }: Raw) => Math.abs(timeOf(startTime) - Date.now());
const nameOf = ({ id, title, startTime, appointmentStatus }: Raw): string =>
  [
    String(startTime ?? '')
      .slice(0, 16)
      .replace('T', ' '),
    title,
    appointmentStatus,
  ]
    .filter(Boolean)
    .join(' · ') || String(id);

// By hand, because a busy calendar's list begins with hundreds that are past: those around now come first here.
const perform = calls([route], async (z: ZObject, bundle: Bundle) => {
  const input = await form.read(bundle);
  const events = manyOf(
    await call({ z, bundle }, route, input),
    calendarEvents,
    nextStep(bundle, true),
  );
  return events
    .filter(({ deleted }) => !isTrue(deleted))
    .sort((a, b) => distance(a) - distance(b))
    .map((event) => ({ id: String(event.id), name: nameOf(event) }));
});

export default defineTrigger({
  key: 'list_appointment_choices',
  noun: 'Appointment',
  display: {
    label: 'List Appointment Choices',
    description: 'Fills the dropdown of a calendar’s appointments.',
    hidden: true,
  },
  operation: { perform, sample: { id: 'x1', name: 'Name' } },
});
