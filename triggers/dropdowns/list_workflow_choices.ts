import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { dropdown } from '../../lib/operation.ts';

export default defineTrigger({
  key: 'list_workflow_choices',
  noun: 'Workflow',
  display: {
    label: 'List Workflow Choices',
    description: 'Fills the dropdown of workflows.',
    hidden: true,
  },
  operation: dropdown('GET /workflows/', zod.object({ locationId }), {
    key: 'workflows',
    nameOf: ({ name, status }) =>
      name && `${name}${status === 'draft' ? ' (draft: nobody can be enrolled)' : ''}`,
  }),
});
