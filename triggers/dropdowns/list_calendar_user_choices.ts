import {
  type BasicPollingOperation,
  type Bundle,
  defineTrigger,
  type ZObject,
} from 'zapier-platform-core';
import { calendarRoute, chosenCalendar, rowsOf } from '../../fields/chosenCalendar.ts';
import { withPerform } from '../../lib/operation.ts';
import listUserChoices, { userPages } from './list_user_choices.ts';

type Perform = (z: ZObject, bundle: Bundle) => Promise<{ id: string }[]>;

const users = listUserChoices.operation as BasicPollingOperation;

/** Pages of an agency's users in which a team is looked for. */
const mostPages = 10;

// A calendar says only the ids of its team, and the users have the names; without a team anybody can be assigned.
const operation = withPerform(users, [calendarRoute], (everybody: Perform) => async (z, bundle) => {
  const { teamMembers } = await chosenCalendar(z, bundle);
  const team = new Set(rowsOf(teamMembers).map(({ userId }) => userId));
  const members = new Map<string, { id: string }>();
  for (let page = 0; page < mostPages && members.size < team.size; page += 1) {
    const choices = await everybody(z, { ...bundle, meta: { ...bundle.meta, page } });
    for (const choice of choices) if (team.has(choice.id)) members.set(choice.id, choice);
    if (choices.length < userPages.size) break;
  }
  if (members.size === 0) return everybody(z, bundle);
  return bundle.meta.page > 0 ? [] : [...members.values()];
});

export default defineTrigger({
  key: 'list_calendar_user_choices',
  noun: 'User',
  display: {
    label: 'List Calendar User Choices',
    description: 'Fills the dropdown of the members of a calendar’s team.',
    hidden: true,
  },
  operation,
});
