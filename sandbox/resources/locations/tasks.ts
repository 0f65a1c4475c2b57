import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { tasks } from '../../seed/contactParts.ts';
import { pageOf } from '../records.ts';

/** The tasks of a whole sub-account, with `_id` in place of `id` (locations.json, api#tasks-of-a-sub-account). */
export const locationTasks = [
  endpoint(
    'POST /locations/{locationId}/tasks/search',
    {
      version: '2021-07-28',
      scopes: ['locations/tasks.readonly'],
      body: zod.strictObject({
        contactId: zod.array(zod.string()).optional(),
        completed: zod.boolean().optional(),
        assignedTo: zod.array(zod.string()).optional(),
        query: zod.string().optional(),
        limit: zod.number().int().min(1).max(100).default(25),
        skip: zod.number().int().min(0).default(0),
        businessId: zod.string().optional(),
      }),
    },
    ({ body, location }) => {
      const all = [...tasks(location).values()]
        .filter(({ completed }) => body.completed === undefined || completed === body.completed)
        .filter(({ contactId }) => !body.contactId || body.contactId.includes(contactId))
        .filter(({ assignedTo = '' }) => !body.assignedTo || body.assignedTo.includes(assignedTo))
        .filter(({ title }) => title.toLowerCase().includes(body.query?.toLowerCase() ?? ''));
      return {
        tasks: pageOf(all, body.skip, body.limit).map(({ id, ...task }) => ({ _id: id, ...task })),
      };
    },
  ),
];
