import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId } from '../../fields/common.ts';
import { partToFind } from '../../fields/find.ts';
import { contactId, userId } from '../../fields/ids.ts';
import { search } from '../../lib/operations.ts';
import { earliestFirst } from '../../lib/order.ts';
import { holdsText } from '../../lib/texts.ts';
import { timeOf } from '../../lib/time.ts';
import { isTrue, type JsonObject } from '../../lib/values.ts';
import { locationTasks, taskPages, tasksRoute } from '../../records/locationTasks.ts';

const input = zod.object({
  locationId,
  contactId: contactId
    .meta({ helpText: 'Leave this empty to look at the tasks of all contacts.' })
    .optional(),
  title: partToFind('Title Contains'),
  state: choice('State', {
    open: 'Open',
    overdue: 'Open and overdue',
    done: 'Completed',
    any: 'Any',
  }).default('open'),
  assignedTo: userId.meta({ label: 'Assigned User' }).optional(),
});

type State = zod.output<typeof input>['state'];

const isInState = ({ completed, dueDate }: JsonObject, state: State): boolean => {
  if (state === 'any') return true;
  if (state === 'done') return isTrue(completed);
  return !isTrue(completed) && (state === 'open' || timeOf(dueDate) < Date.now());
};

export default defineSearch({
  key: 'find_task',
  noun: 'Task',
  display: {
    label: 'Find Task',
    description: 'Finds the task that is due first, of a contact or of the whole sub-account.',
  },
  operation: search(tasksRoute, {
    input,
    request: ({ locationId: id, contactId: contact, state, assignedTo }) => ({
      locationId: id,
      contactId: contact ? [contact] : undefined,
      assignedTo: assignedTo ? [assignedTo] : undefined,
      completed: state === 'any' ? undefined : state === 'done',
    }),
    record: locationTasks,
    paging: taskPages,
    matches: (task, { title, state }) => holdsText(task.title, title) && isInState(task, state),
    order: () => earliestFirst('dueDate'),
  }),
});
