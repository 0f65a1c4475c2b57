import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { poll } from '../../lib/operation.ts';
import { workflows } from '../../records/workflows.ts';

const input = zod.object({ locationId });

export default defineTrigger({
  key: 'list_workflows',
  noun: 'Workflow',
  display: {
    label: 'List Workflows',
    description: 'Triggers when a workflow is new in the sub-account or changes.',
  },
  operation: poll('GET /workflows/', input, workflows),
});
