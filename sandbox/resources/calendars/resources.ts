import * as zod from 'zod';
import { type Endpoint, endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { text } from '../../gateway/schemas.ts';
import { type Resource, resources } from '../../seed/calendarParts.ts';
import type { Location } from '../../state/state.ts';
import { definedOnly, existing, pageOf } from '../records.ts';
import { calendarOf, readingResources, writingResources } from './access.ts';

const calendarList = zod.array(zod.string()).max(100);

export const resourceRecords: Endpoint[] = [
  endpoint(
    'GET /calendars/resources/{resourceType}',
    {
      ...readingResources,
      query: zod.strictObject({
        locationId: text,
        limit: zod.coerce.number().int().min(1),
        skip: zod.coerce.number().int().min(0),
      }),
    },
    ({ path: { resourceType }, query: { limit, skip }, location }) => {
      checkType(resourceType);
      const found = [...resources(location).values()].filter(
        (one) => one.resourceType === resourceType,
      );
      return pageOf(found, skip, limit).map(withId);
    },
  ),

  /** Everything is required, also what only the other kind has (calendars.json, CreateCalendarResourceDTO). */
  endpoint(
    'POST /calendars/resources/{resourceType}',
    {
      ...writingResources,
      status: 201,
      body: zod.strictObject({
        locationId: text,
        name: text,
        description: zod.string(),
        quantity: zod.number(),
        outOfService: zod.number(),
        capacity: zod.number(),
        calendarIds: calendarList,
      }),
    },
    ({ path: { resourceType }, body, location, state }) => {
      checkType(resourceType);
      const made: Resource = { ...body, id: state.newId('hex'), resourceType, isActive: true };
      checkCalendars(location, made);
      resources(location).set(made.id, made);
      return withId(made);
    },
  ),

  endpoint('GET /calendars/resources/{resourceType}/{id}', readingResources, ({ path, location }) =>
    withId(resourceOf(location, path)),
  ),

  /** The answer has no calendars (calendars.json, CalendarResourceResponseDTO). */
  endpoint(
    'PUT /calendars/resources/{resourceType}/{id}',
    {
      ...writingResources,
      body: zod.strictObject({
        locationId: text.optional(),
        name: text.optional(),
        description: zod.string().optional(),
        quantity: zod.number().optional(),
        outOfService: zod.number().optional(),
        capacity: zod.number().optional(),
        calendarIds: calendarList.optional(),
        isActive: zod.boolean().optional(),
      }),
    },
    ({ path, body, location }) => {
      const next = { ...resourceOf(location, path), ...definedOnly(body) };
      checkCalendars(location, next);
      resources(location).set(next.id, next);
      const { calendarIds: _, ...answer } = withId(next);
      return answer;
    },
  ),

  endpoint(
    'DELETE /calendars/resources/{resourceType}/{id}',
    writingResources,
    ({ path, location }) => ({
      success: resources(location).delete(resourceOf(location, path).id),
    }),
  ),
];

/** A Mongo record: `_id`, no `id`. */
const withId = ({ id, ...rest }: Resource) => ({ _id: id, ...rest });

/** A piece of equipment belongs to one service calendar only (calendars.json, calendarIds). */
function checkCalendars(location: Location, { resourceType, calendarIds: ids }: Resource): void {
  for (const id of ids) calendarOf(location, id);
  if (resourceType === 'equipments' && ids.length > 1) {
    throw fail(400, 'One equipment can only be mapped with one service calendar.');
  }
}

function checkType(type: string): void {
  if (type !== 'rooms' && type !== 'equipments') {
    throw fail(422, ['resourceType must be one of the following values: equipments, rooms']);
  }
}

function resourceOf(
  location: Location,
  { resourceType, id }: { resourceType: string; id: string },
): Resource {
  checkType(resourceType);
  const found = resources(location).get(id);
  return existing(found?.resourceType === resourceType ? found : undefined, 'Resource', id);
}
