import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { workflows } from '../../records/workflows.ts';

const input = zod.object({ locationId });

export default defineTrigger({
  key: 'list_workflows',
  noun: 'Workflow',
  display: {
    label: 'List Workflows',
    description: 'Triggers when a workflow is added to the sub-account or changes.',
  },
  operation: trigger('GET /workflows/', { input, record: workflows }),
});
