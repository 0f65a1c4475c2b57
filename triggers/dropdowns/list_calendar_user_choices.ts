import { defineTrigger } from 'zapier-platform-core';
import { choicesFrom } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { objectsIn } from '../../lib/values.ts';
import { calendarRoute, readChosenCalendar } from './chosenCalendar.ts';
import { readUserChoices, userPages, userRoutes } from './userChoices.ts';

/** How many pages of an agency’s users to search for the team. */
const mostPages = 10;

// A calendar gives only the ids of its team, and the users have the names. Without a team any user can be assigned.
const readChoices = async (run: Run) => {
  const { teamMembers } = await readChosenCalendar(run);
  const team = new Set(objectsIn(teamMembers).map(({ userId }) => userId));
  const members = new Map<string, { id: string; name: string }>();
  for (let page = 0; page < mostPages && members.size < team.size; page += 1) {
    const users = await readUserChoices(run, page);
    for (const user of users) if (team.has(user.id)) members.set(user.id, user);
    if (users.length < userPages.size) break;
  }
  if (members.size === 0) return readUserChoices(run);
  return (run.bundle.meta.page ?? 0) > 0 ? [] : [...members.values()];
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
