import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { yesNo } from '../../fields/common.ts';
import { contactId, taskId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { task } from '../../records/tasks.ts';

const input = zod.object({
  contactId,
  taskId,
  completed: yesNo('Completed', 'Choose no to reopen the task.').default(true),
});

export default defineCreate({
  key: 'complete_contact_task',
  noun: 'Task',
  display: {
    label: 'Complete Contact Task',
    description: 'Marks a task of a contact as completed, or reopens it.',
  },
  operation: create('PUT /contacts/{contactId}/tasks/{taskId}/completed', { input, record: task }),
});
