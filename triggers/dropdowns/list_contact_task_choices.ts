import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { contactId } from '../../fields/ids.ts';
import { dropdown } from '../../lib/operation.ts';

export default defineTrigger({
  key: 'list_contact_task_choices',
  noun: 'Task',
  display: {
    label: 'List Contact Task Choices',
    description: 'Fills the dropdown of a contact’s tasks.',
    hidden: true,
  },
  operation: dropdown('GET /contacts/{contactId}/tasks', zod.object({ contactId }), {
    key: 'tasks',
    nameOf: ({ title, completed }) => title && `${title}${completed ? ' (completed)' : ''}`,
  }),
});
