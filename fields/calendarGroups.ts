import type { Bundle } from 'zapier-platform-core';
import { locationOf } from '../lib/connection.ts';
import { manyOf } from '../lib/operation.ts';
import type { Raw } from '../lib/record.ts';
import { calendarGroups } from '../records/calendarGroups.ts';

/** How to read a group before its update: there is no endpoint for one group, only the list. */
export const calendarGroupsList = {
  route: 'GET /calendars/groups',
  ask: (bundle: Bundle) => ({ locationId: locationOf(bundle) }),
  find: (answer: unknown, { groupId }: Raw) =>
    manyOf(answer, calendarGroups).find(({ id }) => String(id) === String(groupId).trim()),
  labels: {},
};

/** The update wants name, description and slug together (calendars.json, GroupUpdateDTO): what is left empty is sent as it is. */
export const keepingGroup = <Body extends { current?: Raw | undefined }>({
  current: { name, description, slug } = {},
  ...given
}: Body) => ({ name, description, slug, ...given });
