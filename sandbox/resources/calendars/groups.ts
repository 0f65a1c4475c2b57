import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { located, text } from '../../gateway/schemas.ts';
import { type CalendarGroup, calendarGroups, calendars } from '../../seed/calendars.ts';
import type { Location } from '../../state/state.ts';
import { existing } from '../records.ts';
import { readingGroups, writingGroups } from './access.ts';

const groupBody = { name: text, description: text, slug: text };

export const groups = [
  endpoint('GET /calendars/groups', { ...readingGroups, query: located }, ({ location }) => ({
    groups: [...calendarGroups(location).values()],
  })),

  endpoint(
    'POST /calendars/groups',
    {
      ...writingGroups,
      status: 201,
      body: zod.strictObject({
        ...groupBody,
        locationId: text,
        isActive: zod.boolean().optional(),
      }),
    },
    ({ body, location, state }) => {
      refuseTakenSlug(location, body.slug);
      const group = { id: state.newId(), ...body, isActive: body.isActive ?? true };
      calendarGroups(location).set(group.id, group);
      return { group };
    },
  ),

  endpoint(
    'POST /calendars/groups/validate-slug',
    { ...writingGroups, body: zod.strictObject({ locationId: text, slug: text }) },
    ({ body, location }) => ({ available: !holderOf(location, body.slug) }),
  ),

  /** All three are required: there is no partial update (calendars.json, GroupUpdateDTO). */
  endpoint(
    'PUT /calendars/groups/{groupId}',
    { ...writingGroups, body: zod.strictObject(groupBody) },
    ({ path, body, location }) => {
      const known = groupOf(location, path.groupId);
      refuseTakenSlug(location, body.slug, known.id);
      const group = { ...known, ...body };
      calendarGroups(location).set(group.id, group);
      return { group };
    },
  ),

  endpoint(
    'PUT /calendars/groups/{groupId}/status',
    { ...writingGroups, body: zod.strictObject({ isActive: zod.boolean() }) },
    ({ path, body, location }) => {
      const known = groupOf(location, path.groupId);
      calendarGroups(location).set(known.id, { ...known, ...body });
      return { success: true };
    },
  ),

  endpoint('DELETE /calendars/groups/{groupId}', writingGroups, ({ path, location }) => {
    const { id } = groupOf(location, path.groupId);
    calendarGroups(location).delete(id);
    for (const calendar of calendars(location).values()) {
      if (calendar.groupId === id) delete calendar.groupId;
    }
    return { success: true };
  }),
];

/** The group of the path, or one that a body names. */
export const groupOf = (location: Location, id: string): CalendarGroup =>
  existing(calendarGroups(location).get(id), 'Group', id);

const holderOf = (location: Location, slug: string) =>
  [...calendarGroups(location).values()].find((group) => group.slug === slug);

function refuseTakenSlug(location: Location, slug: string, mine?: string): void {
  const holder = holderOf(location, slug);
  if (holder && holder.id !== mine) throw fail(400, `Group with slug ${slug} already exists`);
}
