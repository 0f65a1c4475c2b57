import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { yesNo } from '../../fields/common.ts';
import { emptyTexts, fieldsToEmpty } from '../../fields/empty.ts';
import { contactId, taskId } from '../../fields/ids.ts';
import { taskBody } from '../../fields/tasks.ts';
import { create } from '../../lib/operations.ts';
import { task } from '../../records/tasks.ts';

const input = zod.object({
  contactId,
  taskId,
  ...zod.object(taskBody).partial().shape,
  completed: yesNo('Completed').optional(),
  clear: fieldsToEmpty({ body: taskBody.body, assignedTo: taskBody.assignedTo }),
});

export default defineCreate({
  key: 'update_contact_task',
  noun: 'Task',
  display: { label: 'Update Contact Task', description: 'Changes a task of a contact.' },
  operation: create('PUT /contacts/{contactId}/tasks/{taskId}', {
    input,
    request: ({ clear, ...values }) => ({ ...emptyTexts(clear), ...values }),
    record: task,
  }),
});
