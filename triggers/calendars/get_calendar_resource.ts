import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { resourceOfKind } from '../../fields/resources.ts';
import { trigger } from '../../lib/operations.ts';
import { resource } from '../../records/resources.ts';

const input = zod.object(resourceOfKind);

export default defineTrigger({
  key: 'get_calendar_resource',
  noun: 'Resource',
  display: {
    label: 'Get Calendar Resource',
    description: 'Triggers when a room or a piece of equipment of your choice changes.',
  },
  operation: trigger('GET /calendars/resources/{resourceType}/{id}', { input, record: resource }),
});
