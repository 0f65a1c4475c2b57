import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { note } from '../../fields/common.ts';
import { contactId, taskId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { deleted } from '../../records/outcomes.ts';

const input = zod.object({
  contactId,
  taskId,
  warning: note('Deleting a task is final. To keep a record of it, complete it instead.'),
});

export default defineCreate({
  key: 'delete_contact_task',
  noun: 'Task',
  display: { label: 'Delete Contact Task', description: 'Deletes a task of a contact for good.' },
  operation: create('DELETE /contacts/{contactId}/tasks/{taskId}', {
    input,
    record: deleted('task', 'taskId'),
  }),
});
