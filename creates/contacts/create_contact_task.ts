import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { dateTime, longText, text, yesNo } from '../../fields/common.ts';
import { contactId, userId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { timeOf } from '../../lib/time.ts';
import { task, tasks } from '../../records/tasks.ts';

const input = zod.object({
  contactId,
  title: text('Title'),
  dueDate: dateTime('Due Date'),
  body: longText('Description').optional(),
  assignedTo: userId.meta({ label: 'Assigned User' }).optional(),
  completed: yesNo('Completed').default(false),
});

export default defineCreate({
  key: 'create_contact_task',
  noun: 'Task',
  display: { label: 'Create Contact Task', description: 'Creates a task for a contact.' },
  operation: create('POST /contacts/{contactId}/tasks', {
    input,
    record: task,
    lookAgain: {
      route: 'GET /contacts/{contactId}/tasks',
      request: ({ contactId: contact }) => ({ contactId: contact }),
      record: tasks,
      // Tasks have no date of their own: one that is the same to the second in which it is due counts as this one.
      isUnique: true,
      isIt: (found, { title, dueDate, body = '' }) =>
        found.title === title &&
        timeOf(found.dueDate) === timeOf(dueDate) &&
        (found.body ?? '') === body,
      isMissing: () => true,
    },
  }),
});
