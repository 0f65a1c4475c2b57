import * as zod from 'zod';
import { choice, text, yesNo } from './common.ts';
import { userId } from './ids.ts';

/** Kinds of meeting places (calendars.json, LocationConfiguration). */
const kinds = {
  custom: 'Custom',
  zoom_conference: 'Zoom',
  google_conference: 'Google Meet',
  ms_teams_conference: 'Microsoft Teams',
  inbound_call: 'The contact calls',
  outbound_call: 'We call the contact',
  physical: 'At an address',
  booker: 'The contact decides',
} as const;

const place = text(
  'Location',
  'The address, phone number or link of the meeting. Not for Zoom, Google Meet or Microsoft Teams.',
);

/** Where the meetings of an event calendar take place; one line item each. */
export const locationConfigurations = zod
  .array(zod.object({ kind: choice('Kind', kinds), location: place.optional() }))
  .meta({ label: 'Meeting Locations', group: 'Meeting' });

/** As a list, because an object puts whole numbers first: Low, High, Medium. */
const priorities = [
  { value: '0', label: 'Low', sample: '0' },
  { value: '0.5', label: 'Medium', sample: '0.5' },
  { value: '1', label: 'High', sample: '1' },
];

const priority = zod
  .enum(priorities.map(({ value }) => value))
  .meta({ label: 'Priority', choices: priorities });

const member = zod
  .object({
    userId: userId.meta({ label: 'Team Member' }),
    priority: priority.optional(),
    isPrimary: yesNo(
      'Is Primary',
      'A collective calendar needs exactly one primary member.',
    ).optional(),
    meetingLocationKind: choice('Meeting Location Kind', kinds).optional(),
    meetingLocation: place.meta({ label: 'Meeting Location' }).optional(),
  })
  .refine(({ meetingLocationKind: kind, meetingLocation }) => kind || !meetingLocation, {
    path: ['meetingLocationKind'],
    message: 'is required if you fill in “Meeting Location”.',
  });

/**
 * Team members of a calendar, one line item each; a member with several meeting locations stands in several
 * lines, of which the first that says a priority or whether the member is primary counts. The list replaces the
 * calendar's present one (calendars.json, TeamMember).
 */
export const teamMembers = zod
  .array(member)
  .transform((rows) =>
    [...new Set(rows.map((row) => row.userId))].map((id) => {
      const own = rows.filter((row) => row.userId === id);
      const { priority } = own.find((row) => row.priority !== undefined) ?? {};
      const { isPrimary } = own.find((row) => row.isPrimary !== undefined) ?? {};
      const places = own.flatMap(({ meetingLocationKind: kind, meetingLocation: location }) =>
        kind ? [{ kind, ...(location === undefined ? {} : { location }) }] : [],
      );
      return {
        userId: id,
        ...(priority === undefined ? {} : { priority: Number(priority) }),
        ...(isPrimary === undefined ? {} : { isPrimary }),
        ...(places.length > 0 ? { locationConfigurations: places } : {}),
      };
    }),
  )
  .meta({ label: 'Team Members', group: 'Team' });
