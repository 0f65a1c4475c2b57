import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { resourceType } from '../../fields/resources.ts';
import { trigger } from '../../lib/operations.ts';
import { resourcePages, resources } from '../../records/resources.ts';

const input = zod.object({ locationId, resourceType });

export default defineTrigger({
  key: 'list_calendar_resources',
  noun: 'Resource',
  display: {
    label: 'List Calendar Resources',
    description: 'Triggers when a room or a piece of equipment is added or changed.',
  },
  operation: trigger('GET /calendars/resources/{resourceType}', {
    input,
    record: resources,
    paging: resourcePages,
  }),
});
