import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';

export default defineTrigger({
  key: 'list_workflow_choices',
  noun: 'Workflow',
  display: {
    label: 'List Workflow Choices',
    description: 'Fills the dropdown of workflows.',
    hidden: true,
  },
  operation: choices('GET /workflows/', {
    input: zod.object({ locationId }),
    list: 'workflows',
    name: ({ name, status }) =>
      name && `${name}${status === 'draft' ? ' (draft: publish it first)' : ''}`,
  }),
});
