import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactId, taskId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { task } from '../../records/tasks.ts';

const input = zod.object({ contactId, taskId });

export default defineTrigger({
  key: 'get_contact_task',
  noun: 'Task',
  display: {
    label: 'Get Contact Task by ID',
    description: 'Triggers when a task of your choice changes, for example when it is completed.',
  },
  operation: trigger('GET /contacts/{contactId}/tasks/{taskId}', { input, record: task }),
});
