import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { resourceType } from '../../fields/resources.ts';
import { poll } from '../../lib/operation.ts';
import { bySkip } from '../../lib/paging.ts';
import { resources } from '../../records/resources.ts';

const input = zod.object({ locationId, resourceType });

export default defineTrigger({
  key: 'list_calendar_resources',
  noun: 'Resource',
  display: {
    label: 'List Calendar Resources',
    description: 'Triggers when a room or a piece of equipment is added or changes.',
  },
  operation: poll('GET /calendars/resources/{resourceType}', input, resources, bySkip(50)),
});
