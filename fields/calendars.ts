import { calendarAvailability } from './calendarAvailability.ts';
import { calendarBooking } from './calendarBooking.ts';
import { calendarSlots } from './calendarSlots.ts';
import { choice, longText, text, yesNo } from './common.ts';
import { groupId } from './ids.ts';
import { locationConfigurations, teamMembers } from './teamMembers.ts';

const inCalendar = { group: 'Calendar', emphasize: true } as const;
const inTeam = { group: 'Team' } as const;
const inMeeting = { group: 'Meeting' } as const;

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
  slug: text('Slug', 'The end of the calendar’s web address, for example check-up.')
    .meta(inCalendar)
    .optional(),
  widgetSlug: text('Widget Slug', 'The end of the booking widget’s web address.')
    .meta(inCalendar)
    .optional(),
  widgetType: choice('Widget Layout', { default: 'Neo', classic: 'Classic' })
    .meta(inCalendar)
    .optional(),
  eventTitle: text(
    'Event Title',
    'The title of the appointments. You can use HighLevel’s custom values in double braces, which it fills in at each booking.',
  )
    .meta(inCalendar)
    .optional(),
  eventColor: text('Event Color', 'A hex color code, for example #039BE5.')
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
    'A contact that already has an assigned user keeps that user.',
  )
    .meta(inTeam)
    .optional(),

  locationConfigurations: locationConfigurations.optional(),
  notes: longText('Additional Notes').meta(inMeeting).optional(),

  ...calendarSlots,
  ...calendarAvailability,
  ...calendarBooking,
};
