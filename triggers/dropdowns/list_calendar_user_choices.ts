import {
  type BasicPollingOperation,
  type Bundle,
  defineTrigger,
  type ZObject,
} from 'zapier-platform-core';
import { calendarRoute, chosenCalendar, rowsOf } from '../../fields/chosenCalendar.ts';
import { withPerform } from '../../lib/operation.ts';
import listUserChoices from './list_user_choices.ts';

type Perform = (z: ZObject, bundle: Bundle) => Promise<{ id: string }[]>;

const users = listUserChoices.operation as BasicPollingOperation;

// A calendar says only the ids of its team, and the users have the names; without a team anybody can be assigned.
const operation = withPerform(users, [calendarRoute], (everybody: Perform) => async (z, bundle) => {
  const { teamMembers } = await chosenCalendar(z, bundle);
  const team = new Set(rowsOf(teamMembers).map(({ userId }) => userId));
  const choices = await everybody(z, bundle);
  const members = choices.filter(({ id }) => team.has(id));
  return members.length > 0 ? members : choices;
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
