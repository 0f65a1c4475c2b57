import { record } from '../lib/record.ts';
import { isTrue, type JsonObject, objectsIn } from '../lib/values.ts';
import { deleted } from './outcomes.ts';

const two = (value: unknown) => String(value ?? 0).padStart(2, '0');

const opening = ({ openHour, openMinute }: JsonObject) => `${two(openHour)}:${two(openMinute)}`;
const closing = ({ closeHour, closeMinute }: JsonObject) => `${two(closeHour)}:${two(closeMinute)}`;

/** One flat row per day and stretch of time; an empty object if nothing is set (api#empty-opening-hours). */
const hourRows = (openHours: unknown): JsonObject[] =>
  objectsIn(openHours).flatMap(({ daysOfTheWeek, hours }) =>
    [daysOfTheWeek].flat().flatMap((day) =>
      objectsIn(hours).map((one) => ({
        day: String(day),
        openFrom: opening(one),
        openTo: closing(one),
      })),
    ),
  );

/** One flat row per date and stretch of time; a closed day has no times. */
const dateRows = (availabilities: unknown): JsonObject[] =>
  objectsIn(availabilities).flatMap(({ hours, date, deleted = false }): JsonObject[] => {
    const row = { date: String(date).slice(0, 10), deleted };
    const times = objectsIn(hours).map((one) => ({
      ...row,
      availableFrom: opening(one),
      availableTo: closing(one),
    }));
    return times.length > 0 ? times : [{ ...row, availableFrom: null, availableTo: null }];
  });

/** One flat row per member and meeting location; `isZoomAdded` is a text there (api#zoom-flag). */
const memberRows = (teamMembers: unknown): JsonObject[] =>
  objectsIn(teamMembers).flatMap(({ locationConfigurations, ...member }) => {
    const { userId, priority, isPrimary, meetingLocation = null, isZoomAdded } = member;
    const row = {
      userId,
      priority,
      isPrimary,
      ...(isZoomAdded === undefined ? {} : { isZoomAdded: isTrue(isZoomAdded) }),
    };
    const places = objectsIn(locationConfigurations).map(({ kind, location }) => ({
      ...row,
      meetingLocationKind: kind,
      meetingLocation: location || null,
    }));
    const none = { meetingLocationKind: null, meetingLocation: meetingLocation || null };
    return places.length > 0 ? places : [{ ...row, ...none }];
  });

/** Line items in the shape of the forms, so that a calendar's settings can be mapped into another one. */
const flat = (records: JsonObject[]): JsonObject[] =>
  records.map(({ appointmentPerSlot, appointmentPerDay, ...raw }) => ({
    ...raw,
    teamMembers: memberRows(raw.teamMembers),
    openHours: hourRows(raw.openHours),
    availabilities: dateRows(raw.availabilities),
    // The API spells these two both ways (api#calendar-spellings).
    appoinmentPerSlot: raw.appoinmentPerSlot ?? appointmentPerSlot ?? null,
    appoinmentPerDay: raw.appoinmentPerDay ?? appointmentPerDay ?? null,
  }));

const sample = {
  id: 'CVokAlI8fgw4WYWoCtQz',
  locationId: 've9EPM428h8vShlRW1KT',
  groupId: 'BqTwX8QFwXzpegMve9EQ',
  name: 'Check-up',
  description: 'Half an hour with a dentist',
  calendarType: 'round_robin',
  isActive: true,
  slug: 'check-up',
  widgetSlug: 'check-up',
  widgetType: 'classic',
  eventTitle: 'Check-up',
  eventType: 'RoundRobin_OptimizeForAvailability',
  eventColor: '#039be5',
  teamMembers: [
    {
      userId: 'GCs5KuzPqTls7vWclkEV',
      priority: 0.5,
      isPrimary: true,
      isZoomAdded: false,
      meetingLocationKind: 'physical',
      meetingLocation: '500 Market Street, San Francisco',
    },
  ],
  locationConfigurations: [{ kind: 'physical', location: '500 Market Street, San Francisco' }],
  slotDuration: 30,
  slotDurationUnit: 'mins',
  slotInterval: 30,
  slotIntervalUnit: 'mins',
  slotBuffer: 5,
  slotBufferUnit: 'mins',
  preBuffer: 0,
  preBufferUnit: 'mins',
  appoinmentPerSlot: 1,
  appoinmentPerDay: 12,
  allowBookingAfter: 1,
  allowBookingAfterUnit: 'days',
  allowBookingFor: 3,
  allowBookingForUnit: 'months',
  openHours: [{ day: '1', openFrom: '09:00', openTo: '17:00' }],
  availabilities: [
    { date: '2026-03-14', deleted: false, availableFrom: '10:00', availableTo: '13:00' },
  ],
  availabilityType: 0,
  lookBusyConfig: { enabled: false, LookBusyPercentage: 0 },
  enableRecurring: true,
  recurring: {
    freq: 'WEEKLY',
    count: 4,
    bookingOption: 'skip',
    bookingOverlapDefaultStatus: 'confirmed',
  },
  formId: 'Fq3m9dTn1pVbYw7Xk2Rz',
  stickyContact: true,
  autoConfirm: true,
  allowReschedule: true,
  allowCancellation: true,
  googleInvitationEmails: false,
  shouldSendAlertEmailsToAssignedMember: false,
  alertEmail: 'frontdesk@example.com',
  shouldAssignContactToTeamMember: false,
  shouldSkipAssigningContactForExisting: false,
  guestType: 'count_only',
  isLivePaymentMode: true,
  consentLabel: 'I agree to be reminded by text message.',
  calendarCoverImage: 'https://files.example.com/practice.jpg',
  pixelId: '1088104502',
  notes: 'Please bring your insurance card.',
  formSubmitType: 'ThankYouMessage',
  formSubmitRedirectURL: 'https://www.example.com/thank-you',
  formSubmitThanksMessage: 'We look forward to seeing you.',
};

const labels = {
  locationId: 'Sub-Account ID',
  groupId: 'Calendar Group ID',
  eventType: 'Distribution',
  'teamMembers[]userId': 'Team Member IDs',
  'teamMembers[]priority': 'Team Member Priorities',
  'teamMembers[]isPrimary': 'Team Members Are Primary',
  'teamMembers[]isZoomAdded': 'Team Members Have Zoom',
  'teamMembers[]meetingLocationKind': 'Team Member Location Kinds',
  'teamMembers[]meetingLocation': 'Team Member Locations',
  'locationConfigurations[]kind': 'Meeting Location Kinds',
  'locationConfigurations[]location': 'Meeting Locations',
  slotBuffer: 'Buffer After',
  slotBufferUnit: 'Buffer After Unit',
  preBuffer: 'Buffer Before',
  preBufferUnit: 'Buffer Before Unit',
  appoinmentPerSlot: 'Appointments per Slot',
  appoinmentPerDay: 'Appointments per Day',
  allowBookingAfter: 'Minimum Notice',
  allowBookingAfterUnit: 'Minimum Notice Unit',
  allowBookingFor: 'Booking Horizon',
  allowBookingForUnit: 'Booking Horizon Unit',
  'openHours[]day': 'Opening Days (0 Is Sunday)',
  'openHours[]openFrom': 'Open From',
  'openHours[]openTo': 'Open To',
  'availabilities[]date': 'Availability Dates',
  'availabilities[]deleted': 'Availabilities Are Removed',
  'availabilities[]availableFrom': 'Available From',
  'availabilities[]availableTo': 'Available To',
  guestType: 'Guests',
  pixelId: 'Facebook Pixel ID',
  calendarCoverImage: 'Cover Image',
  lookBusyConfig__enabled: 'Look Busy',
  lookBusyConfig__LookBusyPercentage: 'Look Busy Percentage',
};

/** A calendar (calendars.json, CalendarDTO); it has no change date. */
export const calendar = record({
  noun: 'calendar',
  one: 'calendar',
  sample,
  labels,
  complete: flat,
});

/** The calendars of a sub-account. */
export const calendars = record({
  noun: 'calendar',
  many: 'calendars',
  sample,
  labels,
  complete: flat,
});

/** What a delete says of a calendar. */
export const deletedCalendar = deleted('calendar', 'calendarId', {
  message: 'Calendar deleted successfully',
});
