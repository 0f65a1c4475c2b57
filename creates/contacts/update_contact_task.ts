import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { dateTime, longText, text, yesNo } from '../../fields/common.ts';
import { emptyTexts, fieldsToEmpty } from '../../fields/empty.ts';
import { contactId, taskId, userId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { task } from '../../records/tasks.ts';

const input = zod.object({
  contactId,
  taskId,
  title: text('Title').optional(),
  dueDate: dateTime('Due Date').optional(),
  body: longText('Description').optional(),
  assignedTo: userId.meta({ label: 'Assigned User' }).optional(),
  completed: yesNo('Completed').optional(),
  clear: fieldsToEmpty({ body: 'Description', assignedTo: 'Assigned User' }),
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
