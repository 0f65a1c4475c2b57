import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { tasks } from '../../records/tasks.ts';

const input = zod.object({ contactId });

export default defineTrigger({
  key: 'get_contact_tasks',
  noun: 'Task',
  display: {
    label: 'Get Contact Tasks',
    description: 'Triggers when a contact gets a task, or when one of its tasks changes.',
  },
  operation: trigger('GET /contacts/{contactId}/tasks', { input, record: tasks }),
});
