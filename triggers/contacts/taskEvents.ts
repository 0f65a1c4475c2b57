import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { userId } from '../../fields/ids.ts';
import { locationTasks, taskPages } from '../../records/locationTasks.ts';

/** Whose tasks to watch. */
export const taskInput = zod.object({
  locationId,
  assignedTo: userId
    .meta({
      label: 'Assigned User',
      helpText: 'Only tasks of this user. One that is assigned to them later counts from then on.',
    })
    .optional(),
});

type Values = zod.output<typeof taskInput>;

/** The request for tasks. @param completed only those that are completed, or only those that are not */
export const asTaskSearch =
  (completed?: boolean) =>
  ({ locationId: location, assignedTo }: Values) => ({
    locationId: location,
    assignedTo: assignedTo ? [assignedTo] : undefined,
    completed,
  });

/** How tasks are read. */
export const allTasks = { input: taskInput, record: locationTasks, paging: taskPages };
