import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactId } from '../../fields/ids.ts';
import { choices } from '../../lib/operations.ts';

export default defineTrigger({
  key: 'list_contact_task_choices',
  noun: 'Task',
  display: {
    label: 'List Contact Task Choices',
    description: 'Fills the dropdown of a contact’s tasks.',
    hidden: true,
  },
  operation: choices('GET /contacts/{contactId}/tasks', {
    input: zod.object({ contactId }),
    list: 'tasks',
    name: ({ title, completed }) => title && `${title}${completed ? ' (completed)' : ''}`,
  }),
});
