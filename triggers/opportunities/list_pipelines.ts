import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { pipelines, pipelinesRoute } from '../../records/pipelines.ts';

export default defineTrigger({
  key: 'list_pipelines',
  noun: 'Pipeline',
  display: {
    label: 'List Pipelines',
    description: 'Triggers when a pipeline is added, or when a pipeline or its stages change.',
  },
  operation: trigger(pipelinesRoute, { input: zod.object({ locationId }), record: pipelines }),
});
