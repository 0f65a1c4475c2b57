import { defineTrigger } from 'zapier-platform-core';
import { choicesFrom } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { objectsIn } from '../../lib/values.ts';
import { calendarRoute, readChosenCalendar } from './chosenCalendar.ts';
import { joinParts } from './names.ts';

// A calendar has meeting locations of its own and of each member of its team.
const readChoices = async (run: Run) => {
  const { locationConfigurations, teamMembers } = await readChosenCalendar(run);
  const places = [
    ...objectsIn(locationConfigurations),
    ...objectsIn(teamMembers).flatMap((member) => objectsIn(member.locationConfigurations)),
  ];
  const byId = new Map(
    places
      .filter(({ meetingId }) => meetingId)
      .map(({ meetingId, kind, location }) => [
        String(meetingId),
        joinParts([String(kind ?? '').replaceAll('_', ' '), location]),
      ]),
  );
  return [...byId].map(([id, name]) => ({ id, name: name || id }));
};

export default defineTrigger({
  key: 'list_meeting_location_choices',
  noun: 'Location',
  display: {
    label: 'List Meeting Location Choices',
    description: 'Fills the dropdown of a calendar’s meeting locations.',
    hidden: true,
  },
  operation: choicesFrom([calendarRoute], readChoices),
});
