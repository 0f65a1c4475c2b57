import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { dateTime, longText, text, yesNo } from '../../fields/common.ts';
import { contactId, userId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { task } from '../../records/tasks.ts';

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
  operation: create('POST /contacts/{contactId}/tasks', { input, record: task }),
});
