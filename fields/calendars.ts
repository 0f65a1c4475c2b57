import * as zod from 'zod';
import type { JsonObject } from '../lib/values.ts';
import { choice, integer, longText, number, text, yesNo } from './common.ts';
import { chosen, groupId } from './ids.ts';
import { availabilities, openHours } from './openHours.ts';
import { locationConfigurations, teamMembers } from './teamMembers.ts';

const shortUnits = { mins: 'Minutes', hours: 'Hours' } as const;
const longUnits = { days: 'Days', weeks: 'Weeks', months: 'Months' } as const;

const inCalendar = { group: 'Calendar', emphasize: true } as const;
const inTeam = { group: 'Team' } as const;
const inMeeting = { group: 'Meeting' } as const;
const inSlots = { group: 'Slots' } as const;
const inAvailability = { group: 'Availability' } as const;
const inRecurring = { group: 'Recurring Appointments' } as const;
const inForm = { group: 'Booking Form' } as const;
const inConfirmation = { group: 'Confirmation' } as const;

/** Which hours count. The API takes 0, 1 and, for both, null (calendars.json, availabilityType). */
const availabilityType = choice('Availability Type', {
  0: 'Opening hours only',
  1: 'Certain dates only',
  both: 'Opening hours and certain dates',
})
  .transform((value) => (value === 'both' ? null : Number(value)))
  .meta(inAvailability);

/** Hides part of the free slots, so that the calendar looks busy (calendars.json, LookBusyConfiguration). */
const lookBusyConfig = zod
  .object({
    enabled: yesNo('Look Busy', 'Hides some free slots from people who book.').optional(),
    LookBusyPercentage: number('Look Busy Percentage', 'How many of the free slots are hidden.')
      .min(0, 'must be between 0 and 100')
      .max(100, 'must be between 0 and 100')
      .optional(),
  })
  .meta(inAvailability);

/** How one booking becomes a series (calendars.json, Recurring). */
const recurring = zod
  .object({
    freq: choice('Frequency', {
      DAILY: 'Daily',
      WEEKLY: 'Weekly',
      MONTHLY: 'Monthly',
    }).optional(),
    count: integer('Number of Recurrences', 'How often the appointment repeats, at most 24.')
      .max(24, 'must be at most 24')
      .optional(),
    bookingOption: choice('If a Slot Is Taken', {
      skip: 'Skip it',
      continue: 'Book it all the same',
      book_next: 'Book the next free slot',
    }).optional(),
    bookingOverlapDefaultStatus: choice('Status of Overlapping Appointments', {
      confirmed: 'Confirmed',
      new: 'New',
    }).optional(),
  })
  .meta(inRecurring);

/** The type of a calendar; only a new calendar takes it (calendars.json). */
export const calendarType = choice(
  'Type',
  {
    round_robin: 'Round robin',
    event: 'Event',
    class_booking: 'Class booking',
    collective: 'Collective booking',
    service_booking: 'Service booking',
    personal: 'Personal booking',
  },
  'All types but “Event” need team members, a personal calendar exactly one.',
).meta(inCalendar);

/** The unit of `slotBuffer`; the document of the update leaves it out, so only a new calendar takes it. */
export const slotBufferUnit = choice('Buffer After Unit', shortUnits).meta(inSlots);

/**
 * What create and update of a calendar have in common (calendars.json, CalendarUpdateDTO). `appoinment…` is how the
 * API spells it. Left out are `notifications`, `meetingLocation` and `meetingLocationType`, which the document
 * calls deprecated: notifications have actions of their own, meeting locations the line items here.
 */
export const calendarBody = {
  groupId: groupId.meta(inCalendar).optional(),
  description: longText('Description').meta(inCalendar).optional(),
  isActive: yesNo('Is Active', 'Choose no to keep the calendar as a draft.')
    .meta(inCalendar)
    .optional(),
  slug: text('Slug', 'The end of the web address of the calendar, for example check-up.')
    .meta(inCalendar)
    .optional(),
  widgetSlug: text('Widget Slug', 'The end of the web address of the booking widget.')
    .meta(inCalendar)
    .optional(),
  widgetType: choice('Widget Layout', { default: 'Neo', classic: 'Classic' })
    .meta(inCalendar)
    .optional(),
  eventTitle: text(
    'Event Title',
    'Title of the appointments. Custom values of HighLevel in double braces are filled in at each booking.',
  )
    .meta(inCalendar)
    .optional(),
  eventColor: text('Event Color', 'A color code as on web pages, for example #039BE5.')
    .meta(inCalendar)
    .optional(),
  calendarCoverImage: text('Cover Image', 'The web address of the image.')
    .meta(inCalendar)
    .optional(),

  teamMembers: teamMembers.optional(),
  eventType: choice('Distribution', {
    RoundRobin_OptimizeForAvailability: 'Optimize for availability',
    RoundRobin_OptimizeForEqualDistribution: 'Optimize for equal distribution',
  })
    .meta({ ...inTeam, helpText: 'How a round robin calendar chooses the team member.' })
    .optional(),
  shouldAssignContactToTeamMember: yesNo('Assign Contact to Team Member').meta(inTeam).optional(),
  shouldSkipAssigningContactForExisting: yesNo(
    'Skip Assigned Contacts',
    'A contact that has an assigned user already keeps it.',
  )
    .meta(inTeam)
    .optional(),

  locationConfigurations: locationConfigurations.optional(),
  notes: longText('Additional Notes').meta(inMeeting).optional(),

  slotDuration: number('Slot Duration', 'How long a meeting takes.').meta(inSlots).optional(),
  slotDurationUnit: choice('Slot Duration Unit', shortUnits).meta(inSlots).optional(),
  slotInterval: number('Slot Interval', 'The time from the start of one slot to the next.')
    .meta(inSlots)
    .optional(),
  slotIntervalUnit: choice('Slot Interval Unit', shortUnits).meta(inSlots).optional(),
  slotBuffer: number('Buffer After', 'Time that is kept free after an appointment.')
    .meta(inSlots)
    .optional(),
  preBuffer: number('Buffer Before', 'Time that is kept free before an appointment.')
    .meta(inSlots)
    .optional(),
  preBufferUnit: choice('Buffer Before Unit', shortUnits).meta(inSlots).optional(),
  appoinmentPerSlot: number(
    'Appointments per Slot',
    'Per user; in a class calendar the number of seats.',
  )
    .meta(inSlots)
    .optional(),
  appoinmentPerDay: number('Appointments per Day').meta(inSlots).optional(),
  allowBookingAfter: number('Minimum Notice', 'How long before its start a slot can be booked.')
    .meta(inSlots)
    .optional(),
  allowBookingAfterUnit: choice('Minimum Notice Unit', { hours: 'Hours', ...longUnits })
    .meta(inSlots)
    .optional(),
  allowBookingFor: number('Booking Horizon', 'How far ahead people can book.')
    .meta(inSlots)
    .optional(),
  allowBookingForUnit: choice('Booking Horizon Unit', longUnits).meta(inSlots).optional(),

  openHours: openHours.meta(inAvailability).optional(),
  availabilities: availabilities.meta(inAvailability).optional(),
  availabilityType: availabilityType.optional(),
  lookBusyConfig: lookBusyConfig.optional(),

  enableRecurring: yesNo('Recurring Appointments', 'Only with one team member.')
    .meta(inRecurring)
    .optional(),
  recurring: recurring.optional(),

  formId: chosen(
    'Form',
    'list_booking_form_choices.id.name',
    'The list shows the forms that your calendars use. For another form enter its ID as a custom value.',
  )
    .meta(inForm)
    .optional(),
  stickyContact: yesNo('Sticky Contact', 'Fills in the form for a contact who has booked before.')
    .meta(inForm)
    .optional(),
  guestType: choice('Guests', {
    count_only: 'Ask for their number only',
    collect_detail: 'Ask for their details',
  })
    .meta(inForm)
    .optional(),
  consentLabel: longText('Consent Text').meta(inForm).optional(),
  isLivePaymentMode: yesNo('Live Payment Mode', 'Choose no for test payments.')
    .meta(inForm)
    .optional(),
  pixelId: text('Facebook Pixel').meta(inForm).optional(),
  formSubmitType: choice('After Booking', {
    ThankYouMessage: 'Show a message',
    RedirectURL: 'Open a web page',
  })
    .meta(inForm)
    .optional(),
  formSubmitThanksMessage: longText('Thank-You Message').meta(inForm).optional(),
  formSubmitRedirectURL: text('Web Page to Open').meta(inForm).optional(),

  autoConfirm: yesNo('Confirm Appointments Automatically').meta(inConfirmation).optional(),
  allowReschedule: yesNo('Contacts May Reschedule').meta(inConfirmation).optional(),
  allowCancellation: yesNo('Contacts May Cancel').meta(inConfirmation).optional(),
  googleInvitationEmails: yesNo('Send Google Invitations').meta(inConfirmation).optional(),
  shouldSendAlertEmailsToAssignedMember: yesNo('Alert Assigned Member by Email')
    .meta(inConfirmation)
    .optional(),
  alertEmail: text('Alert Email', 'Gets an email at each booking.').meta(inConfirmation).optional(),
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null;
const part = (current: JsonObject, name: string): JsonObject =>
  isObject(current[name]) ? current[name] : {};
const isFilled = (value: unknown) => value !== undefined && value !== null && value !== '';

/** Only those members of a calendar's present settings that say something. */
const filled = (current: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(
    names.filter((name) => isFilled(current[name])).map((name) => [name, current[name]]),
  );

/** Properties for which the document of the update names a default: left out, they could fall back to it. */
const withDefaults = [
  'widgetType',
  'eventColor',
  'slotDuration',
  'slotInterval',
  'enableRecurring',
  'formSubmitType',
] as const;
const recurringMembers = Object.keys(recurring.shape);

const day = (date: unknown) => String(date).slice(0, 10);

interface Nested {
  lookBusyConfig?: zod.output<typeof lookBusyConfig> | undefined;
  recurring?: zod.output<typeof recurring> | undefined;
  availabilities?: zod.output<typeof availabilities> | undefined;
}

/** Look busy in whole, for the API takes both members or none. */
const wholeLookBusy = (given: Nested['lookBusyConfig'], current: JsonObject) =>
  given && {
    enabled: true,
    LookBusyPercentage: 0,
    ...filled(part(current, 'lookBusyConfig'), ['enabled', 'LookBusyPercentage']),
    ...given,
  };

/** The request of a new calendar. */
export const newCalendar = <Body extends Nested>(body: Body) => ({
  ...body,
  lookBusyConfig: wholeLookBusy(body.lookBusyConfig, {}),
});

/**
 * The request of an update: what was not filled in stays as it is in `current`, the calendar as it was read before.
 * Dates that the calendar has already get their id, without which HighLevel would not find them.
 */
export const changedCalendar = <Body extends Nested & { current?: JsonObject | undefined }>({
  current = {},
  ...body
}: Body) => {
  const known = Array.isArray(current.availabilities)
    ? current.availabilities.filter(isObject)
    : [];
  return {
    ...filled(current, withDefaults),
    ...body,
    lookBusyConfig: wholeLookBusy(body.lookBusyConfig, current),
    recurring: body.recurring && {
      ...filled(part(current, 'recurring'), recurringMembers),
      ...body.recurring,
    },
    availabilities: body.availabilities?.map((one) => {
      const { id, _id = id } = known.find(({ date }) => day(date) === day(one.date)) ?? {};
      return { ...one, ...(isFilled(_id) ? { id: _id } : {}) };
    }),
  };
};
