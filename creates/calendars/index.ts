import type { Create } from 'zapier-platform-core';
import createAppointment from './create_appointment.ts';
import createAppointmentNote from './create_appointment_note.ts';
import createBlockSlot from './create_block_slot.ts';
import createCalendar from './create_calendar.ts';
import createCalendarGroup from './create_calendar_group.ts';
import createCalendarNotification from './create_calendar_notification.ts';
import createCalendarResource from './create_calendar_resource.ts';
import deleteAppointmentNote from './delete_appointment_note.ts';
import deleteCalendar from './delete_calendar.ts';
import deleteCalendarGroup from './delete_calendar_group.ts';
import deleteCalendarNotification from './delete_calendar_notification.ts';
import deleteCalendarResource from './delete_calendar_resource.ts';
import deleteEvent from './delete_event.ts';
import updateAppointment from './update_appointment.ts';
import updateAppointmentNote from './update_appointment_note.ts';
import updateBlockSlot from './update_block_slot.ts';
import updateCalendar from './update_calendar.ts';
import updateCalendarGroup from './update_calendar_group.ts';
import updateCalendarGroupStatus from './update_calendar_group_status.ts';
import updateCalendarNotification from './update_calendar_notification.ts';
import updateCalendarResource from './update_calendar_resource.ts';
import validateCalendarGroupSlug from './validate_calendar_group_slug.ts';

/** The actions for calendars and appointments, as people see them. */
export const calendarActions: Create[] = [
  createCalendarGroup,
  updateCalendarGroup,
  updateCalendarGroupStatus,
  deleteCalendarGroup,
  validateCalendarGroupSlug,
  createCalendar,
  updateCalendar,
  deleteCalendar,
  createAppointment,
  updateAppointment,
  deleteEvent,
  createBlockSlot,
  updateBlockSlot,
  createAppointmentNote,
  updateAppointmentNote,
  deleteAppointmentNote,
  createCalendarNotification,
  updateCalendarNotification,
  deleteCalendarNotification,
  createCalendarResource,
  updateCalendarResource,
  deleteCalendarResource,
];
