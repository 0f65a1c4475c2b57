import type { Guide, Station } from './station.ts';

const eventId = ({ result }: Guide) => result('create_appointment').id;
const withEvent = (guide: Guide) => ({ eventId: eventId(guide) });
const withAppointment = (guide: Guide) => ({ appointmentId: eventId(guide) });
const withNote = (guide: Guide) => ({
  ...withAppointment(guide),
  noteId: guide.result('create_appointment_note').id,
});
const withNotification = (guide: Guide) => ({
  calendarId: guide.result('update_calendar_notification').calendarId,
  notificationId: guide.result('create_calendar_notification').id,
});
const withResource = ({ result }: Guide) => ({
  resourceType: 'rooms',
  id: result('create_calendar_resource').id,
});

/** A free time of a calendar in the coming four weeks, as a person would look it up. */
const freeSlot = async ({ run }: Guide, calendarId: unknown, inDays: number) => {
  const slot = await run('get_free_slots', {
    calendarId,
    startDate: new Date(Date.now() + inDays * 86_400_000).toISOString(),
    endDate: new Date(Date.now() + (inDays + 7) * 86_400_000).toISOString(),
  });
  return slot.startTime;
};

/** Appointments, their notes, then what a calendar has beside them, in the order of their lives. */
export const appointments: Station[] = [
  {
    key: 'create_appointment',
    input: async (guide) => {
      const { id: calendarId } = await guide.run('list_calendars', {});
      return {
        calendarId,
        startTime: await freeSlot(guide, calendarId, 14),
        title: 'Tour visit',
        meetingLocationId: 'custom_0',
      };
    },
  },
  {
    key: 'get_appointment',
    input: withEvent,
    change: (guide) => guide.run('update_appointment', { ...withEvent(guide), title: 'Changed' }),
  },
  {
    key: 'update_appointment',
    input: (guide) => ({
      ...withEvent(guide),
      appointmentStatus: 'showed',
      meetingLocationId: 'custom_0',
    }),
  },
  {
    key: 'get_contact_appointments',
    input: ({ result }) => ({ contactId: result('create_contact').id }),
    change: async (guide) => {
      const { id: calendarId } = await guide.run('list_calendars', {});
      return guide.run('create_appointment', {
        calendarId,
        contactId: guide.result('create_contact').id,
        startTime: await freeSlot(guide, calendarId, 21),
        meetingLocationId: 'custom_0',
      });
    },
  },
  {
    key: 'create_appointment_note',
    input: (guide) => ({ ...withAppointment(guide), body: 'Prefers the chair by the window' }),
  },
  {
    key: 'list_appointment_notes',
    input: withAppointment,
    change: (guide) =>
      guide.run('create_appointment_note', { ...withAppointment(guide), body: 'Second' }),
  },
  {
    key: 'update_appointment_note',
    input: (guide) => ({ ...withNote(guide), body: 'Prefers mornings' }),
  },
  { key: 'delete_appointment_note', input: withNote },
  {
    key: 'create_calendar_notification',
    input: {
      notificationType: 'reminder',
      beforeTime: [{ before: 1, beforeUnit: 'days' }],
      body: 'See you tomorrow, {{contact.first_name}}',
    },
  },
  { key: 'update_calendar_notification', input: { isActive: false } },
  {
    key: 'list_calendar_notifications',
    change: (guide) =>
      guide.run('create_calendar_notification', {
        calendarId: guide.result('update_calendar_notification').calendarId,
        notificationType: 'followup',
        channel: 'sms',
        receiverType: 'contact',
        afterTime: [{ after: 2, afterUnit: 'hours' }],
      }),
  },
  {
    key: 'get_calendar_notification',
    input: withNotification,
    change: (guide) =>
      guide.run('update_calendar_notification', { ...withNotification(guide), subject: 'New' }),
  },
  { key: 'delete_calendar_notification', input: withNotification },
  { key: 'create_calendar_resource', input: { resourceType: 'rooms', name: 'Tour Room' } },
  {
    key: 'list_calendar_resources',
    input: { resourceType: 'rooms' },
    change: (guide) =>
      guide.run('create_calendar_resource', {
        resourceType: 'rooms',
        name: 'Second Tour Room',
        description: 'Upstairs',
        calendarIds: guide.result('create_calendar_resource').calendarIds,
      }),
  },
  {
    key: 'get_calendar_resource',
    input: withResource,
    change: (guide) =>
      guide.run('update_calendar_resource', { ...withResource(guide), capacity: 4 }),
  },
  {
    key: 'update_calendar_resource',
    input: (guide) => ({ ...withResource(guide), name: 'Renamed Room' }),
  },
  { key: 'delete_calendar_resource', input: withResource },
  { key: 'delete_event', input: withEvent },
];
