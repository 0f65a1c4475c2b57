import * as zod from 'zod';
import { appointmentStatuses } from '../records/appointments.ts';
import { type Repeat, seriesFields, toRule } from './appointmentSeries.ts';
import { choice, longText, text, yesNo } from './common.ts';
import { calendarUserId, chosen } from './ids.ts';

/**
 * A date picker whose moment goes to HighLevel as the person or the earlier step has it, offset and all: a time that
 * “Get Free Slots” gave must stay recognizable when HighLevel compares it with its own slots.
 */
const moment = (label: string, helpText?: string) =>
  zod.iso.datetime({ offset: true }).meta({ label, ...(helpText ? { helpText } : {}) });

/** When an appointment begins; ISO 8601 with offset. */
export const startTime = moment('Start');

/**
 * What people can say about an appointment's status; the API keeps “completed” as “showed” (api#appointment-statuses).
 * The API refuses every other value.
 */
const appointmentStatus = choice('Status', {
  ...appointmentStatuses,
  completed: 'Completed (saved as Showed)',
  active: 'Active',
});

const inAppointment = { group: 'Appointment', emphasize: true } as const;
const inMeeting = { group: 'Meeting Location' } as const;
const inRules = { group: 'Booking Rules' } as const;

/** What create and update of an appointment have in common (calendars.json, AppointmentCreateSchema). */
export const appointmentBody = {
  endTime: moment('End', 'Leave empty to use the calendar’s own length.')
    .meta(inAppointment)
    .optional(),
  title: text('Title').meta(inAppointment).optional(),
  assignedUserId: calendarUserId
    .meta({ ...inAppointment, helpText: 'Must be a member of the calendar’s team.' })
    .optional(),
  appointmentStatus: appointmentStatus.meta(inAppointment).optional(),
  description: longText('Description').meta(inAppointment).optional(),
  meetingLocationType: choice(
    'Meeting Location',
    {
      custom: 'Custom',
      zoom: 'Zoom',
      gmeet: 'Google Meet',
      google: 'Google',
      ms_teams: 'Microsoft Teams',
      phone: 'Phone',
      address: 'At an address',
    },
    'Overrides the meeting location that is set up in the calendar.',
  )
    .meta(inMeeting)
    .optional(),
  meetingLocationId: chosen(
    'Meeting Location of the Calendar',
    'list_meeting_location_choices.id.name',
    'One of the meeting locations that are set up in the calendar, instead of “Meeting Location”.',
  )
    .meta(inMeeting)
    .optional(),
  address: text('Address or Link', 'Where the meeting takes place.').meta(inMeeting).optional(),
  ignoreDateRange: yesNo(
    'Ignore Minimum Notice and Date Range',
    'Also books sooner or later than the calendar allows.',
  )
    .meta(inRules)
    .optional(),
  ignoreFreeSlotValidation: yesNo(
    'Book Even If Not Free',
    'Also books a time that is taken or outside the opening hours.',
  )
    .meta(inRules)
    .optional(),
  toNotify: yesNo('Run Automations', 'Choose no to keep HighLevel’s automations from running.')
    .meta(inRules)
    .optional(),
  ...seriesFields,
};

interface Body {
  startTime?: string | undefined;
  endTime?: string | undefined;
  meetingLocationType?: string | undefined;
  meetingLocationId?: string | undefined;
  ignoreFreeSlotValidation?: boolean | undefined;
  repeat?: Repeat | undefined;
  rrule?: string | undefined;
}

/** What must hold between the fields of an appointment. */
export const appointmentRules = (
  { startTime: start, endTime: end, ...body }: Body,
  context: zod.core.$RefinementCtx,
): void => {
  const { repeat: series, rrule, ignoreFreeSlotValidation: anyTime } = body;
  const repeats = rrule !== undefined || series?.frequency !== undefined;
  const broken: [boolean, string][] = [
    [
      start !== undefined && end !== undefined && Date.parse(end) <= Date.parse(start),
      '“End” must be after “Start”.',
    ],
    [
      body.meetingLocationType !== undefined && body.meetingLocationId !== undefined,
      'Choose either “Meeting Location” or “Meeting Location of the Calendar”, not both.',
    ],
    [
      repeats && anyTime !== true,
      'A repeating appointment needs “Book Even If Not Free” set to yes: HighLevel repeats it only then.',
    ],
    [
      rrule !== undefined && series !== undefined,
      'Fill in either “Repeat” or “Repeat Rule”, not both.',
    ],
    [
      series !== undefined && series.frequency === undefined,
      '“Repeat” is required if the appointment repeats.',
    ],
    [
      series?.count !== undefined && series.until !== undefined,
      'Fill in either “Number of Appointments” or “Repeat Until”, not both.',
    ],
  ];
  for (const [isBroken, message] of broken) {
    if (isBroken) context.addIssue({ code: 'custom', message });
  }
};

/**
 * The form as the API wants it: one RRULE, and whether the calendar's meeting location is overridden, which follows
 * from what was chosen (calendars.json, overrideLocationConfig).
 */
export const asRequest = <Given extends Body>({ repeat: series, rrule, ...body }: Given) => ({
  ...body,
  ...(body.meetingLocationType ? { overrideLocationConfig: true } : {}),
  ...(body.meetingLocationId ? { overrideLocationConfig: false } : {}),
  ...(series ? { rrule: toRule(series) } : rrule ? { rrule } : {}),
});
