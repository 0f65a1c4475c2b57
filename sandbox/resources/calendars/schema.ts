import * as zod from 'zod';
import { isoDate, optionalText, text } from '../../gateway/schemas.ts';

const number = zod.number().optional();
const flag = zod.boolean().optional();
const oneOf = <const T extends [string, ...string[]]>(...values: T) => zod.enum(values).optional();
const unit = oneOf('mins', 'hours');

const hours = zod.strictObject({
  openHour: zod.number().min(0).max(23),
  openMinute: zod.number().min(0).max(60),
  closeHour: zod.number().min(0).max(23),
  closeMinute: zod.number().min(0).max(60),
});

/**
 * `position`, `zoomOauthId` and `meetingId` are undocumented on write but taken, as the UI sends them
 * (api#meeting-places).
 */
const place = zod.strictObject({
  kind: zod.enum([
    'custom',
    'zoom_conference',
    'google_conference',
    'inbound_call',
    'outbound_call',
    'physical',
    'booker',
    'ms_teams_conference',
  ]),
  location: optionalText,
  position: number,
  zoomOauthId: optionalText,
  meetingId: optionalText,
});

const teamMember = zod.strictObject({
  userId: text,
  priority: zod.literal([0, 0.5, 1]).optional(),
  meetingLocationType: optionalText,
  meetingLocation: optionalText,
  isPrimary: flag,
  locationConfigurations: zod.array(place).optional(),
  selected: flag,
  isZoomAdded: optionalText,
  zoomOauthId: optionalText,
});

export const availability = zod.strictObject({
  date: isoDate,
  hours: zod.array(hours),
  deleted: flag,
  id: optionalText,
});

/** What both create and update take: a whitelist (calendars.json, CalendarUpdateDTO). */
const written = {
  isActive: flag,
  notifications: zod.array(zod.looseObject({})).optional(),
  groupId: optionalText,
  teamMembers: zod.array(teamMember).optional(),
  eventType: oneOf('RoundRobin_OptimizeForAvailability', 'RoundRobin_OptimizeForEqualDistribution'),
  description: optionalText,
  slug: optionalText,
  widgetSlug: optionalText,
  widgetType: oneOf('default', 'classic'),
  eventTitle: optionalText,
  eventColor: optionalText,
  meetingLocation: optionalText,
  locationConfigurations: zod.array(place).optional(),
  slotDuration: zod.number().positive().optional(),
  slotDurationUnit: unit,
  slotInterval: zod.number().positive().optional(),
  slotIntervalUnit: unit,
  slotBuffer: number,
  preBuffer: number,
  preBufferUnit: unit,
  appoinmentPerSlot: number,
  appoinmentPerDay: number,
  allowBookingAfter: number,
  allowBookingAfterUnit: oneOf('hours', 'days', 'weeks', 'months'),
  allowBookingFor: number,
  allowBookingForUnit: oneOf('days', 'weeks', 'months'),
  openHours: zod
    .array(
      zod.strictObject({
        daysOfTheWeek: zod.array(zod.number().min(0).max(6)),
        hours: zod.array(hours),
      }),
    )
    .optional(),
  enableRecurring: flag,
  recurring: zod
    .strictObject({
      freq: oneOf('DAILY', 'WEEKLY', 'MONTHLY'),
      count: zod.number().max(24).optional(),
      bookingOption: oneOf('skip', 'continue', 'book_next'),
      bookingOverlapDefaultStatus: oneOf('confirmed', 'new'),
    })
    .optional(),
  formId: optionalText,
  stickyContact: flag,
  isLivePaymentMode: flag,
  autoConfirm: flag,
  shouldSendAlertEmailsToAssignedMember: flag,
  alertEmail: optionalText,
  googleInvitationEmails: flag,
  allowReschedule: flag,
  allowCancellation: flag,
  shouldAssignContactToTeamMember: flag,
  shouldSkipAssigningContactForExisting: flag,
  notes: optionalText,
  pixelId: optionalText,
  formSubmitType: oneOf('RedirectURL', 'ThankYouMessage'),
  formSubmitRedirectURL: optionalText,
  formSubmitThanksMessage: optionalText,
  availabilityType: zod.literal([0, 1]).nullish(),
  availabilities: zod.array(availability).optional(),
  guestType: oneOf('count_only', 'collect_detail'),
  consentLabel: optionalText,
  calendarCoverImage: optionalText,
  lookBusyConfig: zod
    .strictObject({ enabled: zod.boolean(), LookBusyPercentage: zod.number() })
    .optional(),
};

export const createBody = zod.strictObject({
  ...written,
  locationId: text,
  name: text,
  slotBufferUnit: unit,
  calendarType: oneOf(
    'round_robin',
    'event',
    'class_booking',
    'collective',
    'service_booking',
    'personal',
  ),
});
/** The type of a calendar and its sub-account never change; the document forgets slotBufferUnit. */
export const updateBody = zod.strictObject({ ...written, name: text.optional() });

/** What is written to a calendar, checked. */
export type Write = Omit<zod.output<typeof updateBody>, 'name'>;
