import { defineTrigger } from 'zapier-platform-core';
import { choicesFrom } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { objectsIn } from '../../lib/values.ts';
import { calendarRoute, readChosenCalendar } from './chosenCalendar.ts';
import { readUserChoices, readUsersById, userRoutes } from './userChoices.ts';

// A calendar gives only the ids of its team, and the users have the names. Without a team any user can be assigned.
const readChoices = async (run: Run) => {
  const { teamMembers } = await readChosenCalendar(run);
  const team = objectsIn(teamMembers).map(({ userId }) => String(userId));
  const members = team.length > 0 ? await readUsersById(run, team) : [];
  if (members.length === 0) return readUserChoices(run);
  return (run.bundle.meta.page ?? 0) > 0 ? [] : members;
};

export default defineTrigger({
  key: 'list_calendar_user_choices',
  noun: 'User',
  display: {
    label: 'List Calendar User Choices',
    description: 'Fills the dropdown of the members of a calendar’s team.',
    hidden: true,
  },
  operation: choicesFrom([...userRoutes, calendarRoute], readChoices, { canPaginate: true }),
});
