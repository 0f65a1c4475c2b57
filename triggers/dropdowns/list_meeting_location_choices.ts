import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import { calendarRoute, chosenCalendar, rowsOf } from '../../fields/chosenCalendar.ts';
import { calls } from '../../lib/operation.ts';

// The meeting locations of a calendar stand in two places: with the calendar and with each member of its team.
const perform = calls([calendarRoute], async (z: ZObject, bundle: Bundle) => {
  const { locationConfigurations, teamMembers } = await chosenCalendar(z, bundle);
  const places = [
    ...rowsOf(locationConfigurations),
    ...rowsOf(teamMembers).flatMap((member) => rowsOf(member.locationConfigurations)),
  ];
  const byId = new Map(
    places
      .filter(({ meetingId }) => meetingId)
      .map(({ meetingId, kind, location }) => [
        String(meetingId),
        [String(kind ?? '').replaceAll('_', ' '), location].filter(Boolean).join(' · '),
      ]),
  );
  return [...byId].map(([id, name]) => ({ id, name: name || id }));
});

export default defineTrigger({
  key: 'list_meeting_location_choices',
  noun: 'Location',
  display: {
    label: 'List Meeting Location Choices',
    description: 'Fills the dropdown of a calendar’s meeting locations.',
    hidden: true,
  },
  operation: { perform, sample: { id: 'x1', name: 'Name' } },
});
