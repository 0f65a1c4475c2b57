import { choice, number } from './common.ts';

const shortUnits = { mins: 'Minutes', hours: 'Hours' } as const;
const longUnits = { days: 'Days', weeks: 'Weeks', months: 'Months' } as const;

const inSlots = { group: 'Slots' } as const;

/** The section “Slots” of a calendar (calendars.json, CalendarUpdateDTO). */
export const calendarSlots = {
  slotDuration: number('Slot Duration', 'How long a meeting takes.')
    .min(0)
    .meta(inSlots)
    .optional(),
  slotDurationUnit: choice('Slot Duration Unit', shortUnits).meta(inSlots).optional(),
  slotInterval: number('Slot Interval', 'The time from the start of one slot to the next.')
    .min(0)
    .meta(inSlots)
    .optional(),
  slotIntervalUnit: choice('Slot Interval Unit', shortUnits).meta(inSlots).optional(),
  slotBuffer: number('Buffer After', 'Time that is kept free after an appointment.')
    .min(0)
    .meta(inSlots)
    .optional(),
  preBuffer: number('Buffer Before', 'Time that is kept free before an appointment.')
    .min(0)
    .meta(inSlots)
    .optional(),
  preBufferUnit: choice('Buffer Before Unit', shortUnits).meta(inSlots).optional(),
  appoinmentPerSlot: number(
    'Appointments per Slot',
    'Per user. In a class calendar, the number of seats.',
  )
    .min(0)
    .meta(inSlots)
    .optional(),
  appoinmentPerDay: number('Appointments per Day').min(0).meta(inSlots).optional(),
  allowBookingAfter: number(
    'Minimum Notice',
    'The shortest time between the booking and the appointment.',
  )
    .min(0)
    .meta(inSlots)
    .optional(),
  allowBookingAfterUnit: choice('Minimum Notice Unit', { hours: 'Hours', ...longUnits })
    .meta(inSlots)
    .optional(),
  allowBookingFor: number('Booking Horizon', 'How far ahead people can book.')
    .min(0)
    .meta(inSlots)
    .optional(),
  allowBookingForUnit: choice('Booking Horizon Unit', longUnits).meta(inSlots).optional(),
};
